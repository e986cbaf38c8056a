INSERT INTO dismissal (kind, subject, until) VALUES (?1, ?2, ?3)
ON CONFLICT (kind, subject) DO UPDATE SET until = excluded.until
