SELECT record.id, record.type, record.partner IS NULL AND record.deleted = 0, packed.refused_reason,
  partner.name
FROM packed
  JOIN record ON record.record = packed.record AND record.revision = packed.revision
  JOIN package_state ON package_state.package = packed.package
  JOIN partner ON partner.partner = package_state.partner
WHERE packed.refused_code IS NOT NULL AND record.type <> 'kvittering'
ORDER BY packed.package DESC, packed.record
LIMIT ?1
