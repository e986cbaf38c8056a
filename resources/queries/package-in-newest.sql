SELECT number, sha256 FROM package_in WHERE epoch = ?1 ORDER BY number DESC LIMIT 1
