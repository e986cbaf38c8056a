SELECT 1
FROM kvittering JOIN record USING (record)
WHERE kvittering.package_id = ?1
  AND record.partner IS NULL
  AND kvittering.data ->> '$.sha256' = ?2
  AND kvittering.data ->> '$.kode' = ?3
  AND kvittering.private ->> '$.modtager' = ?4
