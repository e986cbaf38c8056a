INSERT INTO search (rowid, text, starts) VALUES (?1, ?2, ?3)
