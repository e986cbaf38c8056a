SELECT (SELECT count (*) FROM package_in) + (SELECT count (*) FROM package_out)
