INSERT INTO package_out (epoch, number, id, sha256, entries, sealed) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
