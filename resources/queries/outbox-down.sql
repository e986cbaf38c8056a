WITH buddy AS (SELECT partner, id FROM partner WHERE partner = ?1),
  assigned AS (SELECT tildeling.placement AS placement
               FROM buddy CROSS JOIN tildeling CROSS JOIN record USING (record)
               WHERE record.deleted = 0 AND record.partner IS NULL
                 AND coalesce (tildeling.installation, tildeling.private ->> '$.partner') = buddy.id),
  answered AS (SELECT svar.record AS record, svar.card AS card
               FROM svar CROSS JOIN record AS request ON request.id = svar.request
               WHERE request.partner = ?1)
SELECT record.record, record.id, record.type, record.revision, record.deleted, newest.changed,
  newest.data, newest.private, iif (record.partner IS NULL, NULL, record.writer), record.newest
FROM record
  JOIN revision AS newest ON newest.entry = record.newest
  LEFT JOIN partner AS source ON source.partner = record.partner
  LEFT JOIN tildeling ON tildeling.record = record.record
  LEFT JOIN revision AS content ON content.entry = record.content
  LEFT JOIN record AS request
    ON request.type = 'anmodning'
      AND request.id = iif (record.placement IS NULL, content.data ->> '$.anmodningId', NULL)
  LEFT JOIN anmodning AS asked ON asked.record = request.record
  LEFT JOIN record AS card
    ON card.type = 'klippekort'
      AND card.id = iif (record.placement IS NULL,
                         coalesce (content.data ->> '$.klippekortId', asked.card), NULL)
WHERE record.newest > ?2
  AND record.stays = 0
  AND CASE record.type WHEN 'forloeb' THEN 0 WHEN 'klippekort' THEN 1 ELSE 2 END = ?3
  AND CASE
    WHEN record.type = 'kvittering' THEN FALSE
    WHEN record.type = 'tildeling'
      THEN record.partner IS NULL
        AND coalesce (tildeling.installation, tildeling.private ->> '$.partner') = (SELECT id FROM buddy)
    WHEN source.role IS NOT 'myndighed' THEN FALSE
    WHEN record.type = 'svar' THEN record.record IN (SELECT record FROM answered)
    WHEN coalesce (record.placement, request.placement, card.placement) IS NOT NULL
      THEN coalesce (record.placement, request.placement, card.placement) IN (SELECT placement FROM assigned)
        OR record.id IN (SELECT card FROM answered)
    ELSE request.partner IS NULL OR request.partner = ?1
  END
  AND NOT EXISTS (SELECT 1
                  FROM packed JOIN package_out USING (package) JOIN epoch USING (epoch)
                  WHERE packed.record = record.record AND packed.revision = record.revision
                    AND epoch.partner = ?1 AND epoch.present = 1)
  AND NOT (record.deleted
           AND NOT EXISTS (SELECT 1
                           FROM packed JOIN package_out USING (package) JOIN epoch USING (epoch)
                           WHERE packed.record = record.record AND epoch.partner = ?1)
           AND NOT EXISTS (SELECT 1 FROM epoch
                           WHERE epoch.partner = ?1 AND epoch.direction = 'out' AND epoch.present = 0))
ORDER BY record.newest
