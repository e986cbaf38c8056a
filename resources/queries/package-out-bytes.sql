SELECT bytes FROM package_out WHERE epoch = ?1 AND number = ?2
