SELECT epoch, id FROM epoch WHERE partner = ?1 AND direction = ?2 AND present = 1
