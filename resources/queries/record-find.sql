SELECT record.record, record.type, record.revision, record.writer, record.partner, record.epoch,
  record.deleted, record.placement, newest.changed, content.data, content.private
FROM record
  LEFT JOIN revision AS newest ON newest.entry = record.newest
  LEFT JOIN revision AS content ON content.entry = record.content
WHERE record.id = ?1
