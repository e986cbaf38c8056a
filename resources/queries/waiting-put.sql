INSERT INTO package_waiting (partner, epoch, number, sha256, code, seal, bytes)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (partner, sha256) DO UPDATE SET code = excluded.code, seal = excluded.seal
