INSERT INTO pin (id, fingerprint, certificate, pinned) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (id) DO UPDATE
SET fingerprint = excluded.fingerprint, certificate = excluded.certificate, pinned = excluded.pinned
