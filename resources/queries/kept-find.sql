SELECT bytes FROM package_waiting WHERE sha256 = ?1
UNION ALL
SELECT bytes FROM package_aside WHERE sha256 = ?1
LIMIT 1
