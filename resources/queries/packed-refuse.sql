UPDATE packed SET refused_code = ?4, refused_reason = ?5
WHERE package = ?1 AND revision = ?3 AND record = (SELECT record FROM record WHERE id = ?2)
