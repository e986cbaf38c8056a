INSERT INTO page (note) VALUES (?1)
