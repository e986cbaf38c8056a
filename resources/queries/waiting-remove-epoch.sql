DELETE FROM package_waiting WHERE partner = ?1 AND epoch = ?2
