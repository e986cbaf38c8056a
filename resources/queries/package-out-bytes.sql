SELECT bytes FROM package_bytes JOIN package_out USING (package) WHERE epoch = ?1 AND number = ?2
