SELECT record.record, record.id, record.type, record.revision, record.deleted, newest.changed,
  newest.data, newest.private, iif (record.partner IS NULL, NULL, record.writer)
FROM record
  JOIN revision AS newest ON newest.entry = record.newest
  LEFT JOIN partner AS source ON source.partner = record.partner
  LEFT JOIN anmodning ON anmodning.record = record.record
  LEFT JOIN record AS card ON card.id = anmodning.card AND card.type = 'klippekort'
  LEFT JOIN record AS placement
    ON placement.id = coalesce (record.placement, card.placement) AND placement.type = 'forloeb'
WHERE (record.partner IS NULL OR source.role = 'buddy')
  AND record.type <> 'kvittering'
  AND coalesce (placement.partner, card.partner, (SELECT partner FROM partner WHERE started = 1)) = ?1
  AND NOT EXISTS (SELECT 1
                  FROM packed JOIN package_out USING (package) JOIN epoch USING (epoch)
                  WHERE packed.record = record.record AND packed.revision = record.revision
                    AND epoch.partner = ?1 AND epoch.present = 1)
  AND NOT (record.deleted
           AND NOT EXISTS (SELECT 1
                           FROM packed JOIN package_out USING (package) JOIN epoch USING (epoch)
                           WHERE packed.record = record.record AND epoch.partner = ?1))
ORDER BY record.newest
