INSERT INTO search_word (rowid, text) VALUES (?1, ?2)
