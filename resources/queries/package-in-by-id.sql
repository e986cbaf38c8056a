SELECT package_in.sha256
FROM package_in JOIN epoch USING (epoch)
WHERE epoch.partner = ?1 AND package_in.id = ?2
