SELECT record.id, record.type, record.revision, record.writer, newest.changed, record.partner IS NULL,
  checkin.data, checkin.private, record_state.state, record_state.reason, record.stays, record.record
FROM checkin
  JOIN record USING (record)
  JOIN revision AS newest ON newest.entry = record.newest
  JOIN record_state ON record_state.record = record.record
WHERE checkin.placement = ?1
  AND checkin.day BETWEEN ?2 AND ?3
  AND record.deleted = 0
  AND (?5 = 0 OR checkin.data ->> '$.loennedeMinutter' + checkin.data ->> '$.uloennedeMinutter' > 0)
ORDER BY checkin.day DESC, checkin.moment DESC, checkin.record DESC
LIMIT ?4
