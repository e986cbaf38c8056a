SELECT record.id, tildeling.data
FROM tildeling CROSS JOIN record USING (record)
WHERE record.deleted = 0 AND record.partner IS NULL AND tildeling.private ->> '$.partner' = ?1
ORDER BY record.record
