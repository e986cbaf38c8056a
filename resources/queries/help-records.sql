SELECT record.id, record.type, record.revision, record.partner IS NULL, partner.name, content.data,
  record_state.state, record_state.reason, record.record,
  (SELECT made.changed FROM revision AS made
   WHERE made.entry = (SELECT min (entry) FROM revision WHERE revision.record = record.record)),
  (SELECT min (package_out.sealed) FROM packed JOIN package_out USING (package)
   WHERE packed.record = record.record),
  newest.changed,
  (SELECT min (arrived.changed)
   FROM packed
     JOIN package_out USING (package)
     CROSS JOIN kvittering ON kvittering.package_id = package_out.id
     CROSS JOIN record AS receipt ON receipt.record = kvittering.record
     CROSS JOIN revision AS arrived ON arrived.entry = receipt.newest
   WHERE packed.record = record.record AND kvittering.data ->> '$.status' <> 'afvist')
FROM record
  JOIN revision AS newest ON newest.entry = record.newest
  JOIN revision AS content ON content.entry = record.content
  JOIN record_state ON record_state.record = record.record
  LEFT JOIN partner ON partner.partner = record.partner
WHERE record.type = ?1 AND record.deleted = 0
ORDER BY record.record
