SELECT tildeling.data ->> '$.rolle', tildeling.data ->> '$.navn'
FROM tildeling JOIN record USING (record)
WHERE tildeling.placement = ?1 AND record.deleted = 0
  AND tildeling.data ->> '$.fraDato' <= ?2
  AND coalesce (tildeling.data ->> '$.tilDato', ?2) >= ?2
GROUP BY 1, 2
ORDER BY min (tildeling.record)
