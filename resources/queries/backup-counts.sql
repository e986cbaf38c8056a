SELECT type, count (*) FROM record WHERE deleted = 0 GROUP BY type ORDER BY type
