SELECT record.id, materiale.title, materiale.data ->> '$.format', materiale.data ->> '$.modul',
  coalesce (partner.name, ''), newest.changed
FROM materiale
  CROSS JOIN record ON record.record = materiale.record
  JOIN revision AS newest ON newest.entry = record.newest
  LEFT JOIN partner ON partner.partner = record.partner
WHERE record.deleted = 0
ORDER BY partner.name, record.newest DESC
