SELECT record.record, record.id, record.type, record.revision, record.deleted, newest.changed,
  newest.data, newest.private, iif (record.partner IS NULL, NULL, record.writer), record.newest
FROM record
  JOIN revision AS newest ON newest.entry = record.newest
  LEFT JOIN partner AS source ON source.partner = record.partner
  LEFT JOIN revision AS content ON content.entry = record.content
  LEFT JOIN record AS request
    ON request.type = 'anmodning'
      AND request.id = iif (record.placement IS NULL, content.data ->> '$.anmodningId', NULL)
  LEFT JOIN anmodning AS asked ON asked.record = request.record
  LEFT JOIN record AS card
    ON card.type = 'klippekort'
      AND card.id = iif (record.placement IS NULL,
                         coalesce (content.data ->> '$.klippekortId', asked.card), NULL)
  LEFT JOIN record AS placement
    ON placement.type = 'forloeb'
      AND placement.id = coalesce (record.placement, request.placement, card.placement)
WHERE record.newest > ?2
  AND record.stays = 0
  AND (record.partner IS NULL OR source.role = 'buddy')
  AND record.type <> 'kvittering'
  AND coalesce (placement.partner, card.partner, (SELECT partner FROM partner WHERE started = 1)) = ?1
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
