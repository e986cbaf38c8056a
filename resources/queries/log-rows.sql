WITH found AS MATERIALIZED (SELECT rowid AS record FROM search WHERE search MATCH ?3)
SELECT record, (unixepoch (day) / 86400 + 770003) / 7, day, moment
FROM checkin
WHERE placement = ?1 AND ?2 IN ('', 'checkin')
  AND record NOT IN (SELECT record FROM record WHERE deleted = 1)
  AND (?3 IS NULL OR record IN found)
UNION ALL
SELECT asked.record, (unixepoch (day) / 86400 + 770003) / 7, day, moment
FROM (SELECT anmodning.record, substr (made.changed, 1, 10) AS day, unixepoch (made.changed) AS moment
      FROM anmodning
        CROSS JOIN record USING (record)
        JOIN revision AS made
          ON made.entry = (SELECT min (entry) FROM revision WHERE revision.record = anmodning.record)
        LEFT JOIN record AS card ON card.id = anmodning.card
      WHERE coalesce (record.placement, card.placement) = ?1 AND record.deleted = 0
      UNION ALL
      SELECT svar.record, substr (svar.data ->> '$.tidspunkt', 1, 10),
        unixepoch (svar.data ->> '$.tidspunkt')
      FROM svar
        CROSS JOIN record USING (record)
        LEFT JOIN record AS request ON request.id = svar.request
        LEFT JOIN record AS card ON card.id = svar.card
      WHERE coalesce (request.placement, card.placement) = ?1 AND record.deleted = 0) AS asked
WHERE ?2 IN ('', 'hjaelp') AND (?3 IS NULL OR record IN found)
UNION ALL
SELECT record, (unixepoch (day) / 86400 + 770003) / 7, day, moment
FROM opkald
WHERE placement = ?1 AND ?2 IN ('', 'hjaelp')
  AND record NOT IN (SELECT record FROM record WHERE deleted = 1)
  AND (?3 IS NULL OR record IN found)
UNION ALL
SELECT record, (unixepoch (from_date) / 86400 + 770003) / 7, from_date, unixepoch (from_date)
FROM fase
WHERE placement = ?1 AND ?2 IN ('', 'fase')
  AND record NOT IN (SELECT record FROM record WHERE deleted = 1)
  AND (?3 IS NULL OR record IN found)
ORDER BY 3 DESC, 4 DESC, 1 DESC
