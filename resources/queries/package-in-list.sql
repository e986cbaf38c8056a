SELECT package_in.number, package_in.taken, package_in.entries, partner.name
FROM package_in JOIN epoch USING (epoch) JOIN partner USING (partner)
ORDER BY package_in.package DESC
LIMIT ?1
