SELECT code, reason, refused FROM package_aside ORDER BY package DESC LIMIT ?1
