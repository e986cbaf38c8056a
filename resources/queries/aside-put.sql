INSERT INTO package_aside (sha256, code, reason, refused, bytes, sender, number, asks)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (sha256, code) DO UPDATE SET asks = excluded.asks
