SELECT DISTINCT number, max (code = 'venter') FROM package_waiting
WHERE partner = ?1 AND epoch = ?2
GROUP BY number
ORDER BY number
