INSERT INTO note (text, bytes, real) VALUES (?1, ?2, ?3)
