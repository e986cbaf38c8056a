INSERT INTO draft (key, data, saved) VALUES (?1, ?2, ?3)
ON CONFLICT (key) DO UPDATE SET data = excluded.data, saved = excluded.saved
