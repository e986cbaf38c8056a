SELECT id, type, revision, writer, changed, own, data, private, state, reason, stays, record
FROM listed
WHERE type = ?5
  AND deleted = ?1
  AND (?2 IS NULL OR belongs = ?2)
ORDER BY newest DESC
LIMIT ?3 OFFSET ?4
