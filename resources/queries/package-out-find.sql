SELECT package_out.package, package_out.receipt, package_out.number
FROM package_out JOIN epoch USING (epoch)
WHERE epoch.partner = ?1 AND epoch.present = 1 AND package_out.id = ?2 AND package_out.sha256 = ?3
