SELECT id, sha256 FROM package_in WHERE epoch = ?1 AND number = ?2
