SELECT DISTINCT epoch FROM package_waiting WHERE partner = ?1 ORDER BY epoch
