SELECT id FROM epoch WHERE partner = ?1 AND direction = ?2 AND present = 0 ORDER BY epoch
