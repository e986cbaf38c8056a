DELETE FROM package_aside
WHERE package IN (SELECT package FROM package_aside ORDER BY package DESC LIMIT -1 OFFSET ?1)
