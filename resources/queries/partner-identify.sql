UPDATE partner SET id = ?2, known = 1 WHERE partner = ?1
