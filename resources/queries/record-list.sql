SELECT record.id, record.type, record.revision, record.writer, newest.changed, record.partner IS NULL,
  content.data, content.private,
  CASE
    WHEN record.partner IS NOT NULL THEN 'hentet'
    WHEN carrier.package IS NULL THEN 'gemt'
    WHEN packed.refused_code IS NOT NULL THEN 'afvist'
    WHEN carrier.receipt IN ('modtaget', 'delvist') THEN 'modtaget'
    WHEN EXISTS (SELECT 1 FROM package_out AS later
                 WHERE later.epoch = carrier.epoch AND later.number > carrier.number
                   AND later.receipt IN ('modtaget', 'delvist')) THEN 'modtaget'
    WHEN carrier.receipt = 'afvist' THEN 'afvist'
    ELSE 'sendt'
  END AS state,
  coalesce (packed.refused_reason, carrier.receipt_reason), record.stays
FROM record
  JOIN revision AS newest ON newest.entry = record.newest
  LEFT JOIN revision AS content ON content.entry = record.content
  LEFT JOIN record AS request
    ON ?3 IS NOT NULL AND record.placement IS NULL AND request.type = 'anmodning'
      AND request.id = content.data ->> '$.anmodningId'
  LEFT JOIN anmodning AS asked ON asked.record = request.record
  LEFT JOIN record AS card
    ON ?3 IS NOT NULL AND record.placement IS NULL AND card.type = 'klippekort'
      AND card.id = coalesce (content.data ->> '$.klippekortId', asked.card)
  LEFT JOIN (packed
             JOIN package_out AS carrier ON carrier.package = packed.package
             JOIN epoch ON epoch.epoch = carrier.epoch AND epoch.present = 1
             JOIN partner ON partner.partner = epoch.partner AND partner.role <> 'buddy')
    ON packed.record = record.record AND packed.revision = record.revision
WHERE (?1 IS NULL OR record.type = ?1)
  AND record.deleted = ?2
  AND (?3 IS NULL
       OR coalesce (record.placement, request.placement, card.placement) = ?3)
ORDER BY record.newest DESC
LIMIT ?4 OFFSET ?5
