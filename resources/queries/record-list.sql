SELECT record.id, record.type, record.revision, record.writer, newest.changed, record.partner IS NULL,
  content.data, content.private, record_state.state, record_state.reason, record.stays, record.record
FROM record
  JOIN revision AS newest ON newest.entry = record.newest
  JOIN record_state ON record_state.record = record.record
  LEFT JOIN revision AS content ON content.entry = record.content
  LEFT JOIN record AS request
    ON ?3 IS NOT NULL AND record.placement IS NULL AND request.type = 'anmodning'
      AND request.id = content.data ->> '$.anmodningId'
  LEFT JOIN anmodning AS asked ON asked.record = request.record
  LEFT JOIN record AS card
    ON ?3 IS NOT NULL AND record.placement IS NULL AND card.type = 'klippekort'
      AND card.id = coalesce (content.data ->> '$.klippekortId', asked.card)
WHERE (?1 IS NULL OR record.type = ?1)
  AND record.deleted = ?2
  AND (?3 IS NULL
       OR coalesce (record.placement, request.placement, card.placement) = ?3)
ORDER BY record.newest DESC
LIMIT ?4 OFFSET ?5
