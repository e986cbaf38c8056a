INSERT INTO package_in (epoch, number, id, sha256, entries, taken, seal)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
