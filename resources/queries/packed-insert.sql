INSERT INTO packed (record, package, revision) SELECT cast (key AS INTEGER), ?1, value FROM json_each (?2)
