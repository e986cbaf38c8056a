WITH buddy AS (SELECT partner, id FROM partner WHERE partner = ?1),
  assigned AS (SELECT tildeling.placement AS placement
               FROM tildeling JOIN record USING (record), buddy
               WHERE record.deleted = 0 AND record.partner IS NULL
                 AND coalesce (tildeling.installation, tildeling.private ->> '$.partner') = buddy.id),
  answered AS (SELECT svar.record AS record, svar.card AS card
               FROM svar JOIN record AS request ON request.id = svar.request
               WHERE request.partner = ?1)
SELECT record.record, record.id, record.type, record.revision, record.deleted, newest.changed,
  newest.data, newest.private, iif (record.partner IS NULL, NULL, record.writer)
FROM record
  JOIN revision AS newest ON newest.entry = record.newest
  LEFT JOIN partner AS source ON source.partner = record.partner
  LEFT JOIN tildeling ON tildeling.record = record.record
WHERE record.type <> 'kvittering'
  AND CASE
        WHEN record.type = 'tildeling'
          THEN record.partner IS NULL
            AND coalesce (tildeling.installation, tildeling.private ->> '$.partner')
              = (SELECT id FROM buddy)
        WHEN source.role = 'myndighed' AND record.type = 'svar'
          THEN record.record IN (SELECT record FROM answered)
        WHEN source.role = 'myndighed'
          THEN record.placement IS NULL
            OR record.placement IN (SELECT placement FROM assigned)
            OR record.id IN (SELECT card FROM answered)
        ELSE FALSE
      END
  AND NOT EXISTS (SELECT 1
                  FROM packed JOIN package_out USING (package) JOIN epoch USING (epoch)
                  WHERE packed.record = record.record AND packed.revision = record.revision
                    AND epoch.partner = ?1 AND epoch.present = 1)
  AND NOT (record.deleted
           AND NOT EXISTS (SELECT 1
                           FROM packed JOIN package_out USING (package) JOIN epoch USING (epoch)
                           WHERE packed.record = record.record AND epoch.partner = ?1))
ORDER BY record.type <> 'forloeb', record.newest
