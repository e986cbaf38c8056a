SELECT 1 FROM pin WHERE fingerprint = ?1 LIMIT 1
