SELECT record.id, opkald.data
FROM opkald
  JOIN record USING (record)
WHERE opkald.due IS NOT NULL AND record.deleted = 0
ORDER BY opkald.due, opkald.record
