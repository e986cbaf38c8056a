SELECT checkin.day
FROM checkin JOIN record USING (record)
WHERE checkin.placement = ?1 AND checkin.day >= ?2 AND record.deleted = 0
  AND checkin.data ->> '$.puls' IS NOT NULL
ORDER BY checkin.day DESC
LIMIT 1
