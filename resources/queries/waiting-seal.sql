SELECT seal FROM package_waiting WHERE partner = ?1 AND sha256 = ?2
