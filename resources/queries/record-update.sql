UPDATE record
SET revision = ?2, writer = ?3, partner = ?4, epoch = ?5, deleted = ?6, placement = coalesce (?7, placement)
WHERE record = ?1
