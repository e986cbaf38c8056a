INSERT INTO package_aside (sha256, code, reason, refused, bytes) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (sha256, code) DO NOTHING
