SELECT fingerprint, certificate FROM pin WHERE id = ?1
