SELECT fase.phase FROM fase JOIN record USING (record)
WHERE fase.placement = ?1 AND fase.from_date <= ?2 AND record.deleted = 0
ORDER BY fase.from_date DESC, fase.record DESC
LIMIT 1
