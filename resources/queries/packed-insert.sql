INSERT INTO packed (record, package, revision) VALUES (?1, ?2, ?3)
