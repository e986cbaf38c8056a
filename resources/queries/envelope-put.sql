INSERT INTO envelope (package, fingerprint, bytes)
SELECT package, ?2, ?3 FROM package_out WHERE id = ?1
ON CONFLICT (package) DO UPDATE SET fingerprint = excluded.fingerprint, bytes = excluded.bytes
