INSERT INTO {table} (record, data, private) VALUES (?1, ?2, ?3)
ON CONFLICT (record) DO UPDATE SET data = excluded.data, private = excluded.private
