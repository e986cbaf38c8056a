SELECT record.record, record.id, record.type, record.revision, record.deleted, newest.changed,
  newest.data, newest.private, NULL, record.newest
FROM record JOIN revision AS newest ON newest.entry = record.newest
WHERE record.type = 'kvittering'
  AND record.newest > ?2
  AND record.partner IS NULL
  AND newest.private ->> '$.modtager' = ?1
  AND NOT EXISTS (SELECT 1 FROM packed WHERE packed.record = record.record)
ORDER BY record.newest
