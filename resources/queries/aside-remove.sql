DELETE FROM package_aside WHERE sha256 = ?1
