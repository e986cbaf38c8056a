INSERT INTO search_part (rowid, text) VALUES (?1, ?2)
