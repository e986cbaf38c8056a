SELECT epoch, present FROM epoch WHERE partner = ?1 AND direction = ?2 AND id = ?3
