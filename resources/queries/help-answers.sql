SELECT svar.request, partner.name, revision.changed, revision.data
FROM svar
  CROSS JOIN record USING (record)
  CROSS JOIN revision ON revision.record = record.record
  LEFT JOIN partner ON partner.partner = record.partner
WHERE record.deleted = 0 AND revision.deleted = 0
ORDER BY revision.entry
