SELECT bytes FROM package_waiting
WHERE partner = ?1 AND epoch = ?2 AND (number < ?3 OR number = ?3 AND code = 'venter')
ORDER BY number, package
LIMIT 1
