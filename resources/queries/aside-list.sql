SELECT reason, refused, sender, number, sha256, asks
FROM package_aside
ORDER BY asks DESC, package DESC
LIMIT ?1
