SELECT record.id, record.type, record.revision, record.writer, newest.changed, record.partner IS NULL,
  content.data, content.private, record_state.state, record_state.reason, record.stays, record.record
FROM record
  JOIN revision AS newest ON newest.entry = record.newest
  JOIN record_state ON record_state.record = record.record
  LEFT JOIN revision AS content ON content.entry = record.content
WHERE record.record IN (SELECT value FROM json_each (?1))
  AND record.deleted = 0
