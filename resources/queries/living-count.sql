SELECT count (*) FROM record WHERE type = ?1 AND deleted = 0 AND (partner = ?2 OR writer = ?3)
