UPDATE record
SET revision = ?2, writer = ?3, partner = ?4, epoch = ?5, deleted = ?6, placement = iif (?6, placement, ?7),
  newest = ?8, content = iif (?6, content, ?8)
WHERE record = ?1
