SELECT number, sha256 FROM package_out WHERE epoch = ?1 ORDER BY number DESC LIMIT 1
