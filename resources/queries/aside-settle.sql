UPDATE package_aside SET asks = 0 WHERE sha256 = ?1 AND asks = 1
