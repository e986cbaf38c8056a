INSERT INTO package_bytes (package, bytes) VALUES (?1, ?2)
