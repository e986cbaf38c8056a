UPDATE epoch SET present = 0 WHERE partner = ?1 AND direction = ?2 AND present = 1
