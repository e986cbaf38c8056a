INSERT INTO seen (one, entry) VALUES (1, coalesce ((SELECT max (entry) FROM revision), 0))
ON CONFLICT (one) DO UPDATE SET entry = excluded.entry
