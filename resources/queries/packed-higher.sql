SELECT DISTINCT partner.id
FROM packed JOIN package_out USING (package) JOIN epoch USING (epoch) JOIN partner USING (partner)
WHERE packed.record = ?1 AND packed.revision >= ?2 AND epoch.present = 1 AND epoch.direction = 'out'
ORDER BY partner.partner
