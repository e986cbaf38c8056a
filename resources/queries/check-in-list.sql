SELECT record.id, record.type, record.revision, record.writer, newest.changed, record.partner IS NULL,
  checkin.data, checkin.private,
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
FROM checkin
  JOIN record USING (record)
  JOIN revision AS newest ON newest.entry = record.newest
  LEFT JOIN (packed
             JOIN package_out AS carrier ON carrier.package = packed.package
             JOIN epoch ON epoch.epoch = carrier.epoch AND epoch.present = 1
             JOIN partner ON partner.partner = epoch.partner AND partner.role <> 'buddy')
    ON packed.record = record.record AND packed.revision = record.revision
WHERE checkin.placement = ?1
  AND checkin.day BETWEEN ?2 AND ?3
  AND record.deleted = 0
ORDER BY checkin.day DESC, checkin.moment DESC, checkin.record DESC
LIMIT ?4
