SELECT deleted, data, private FROM revision
WHERE record = ?1 AND entry < (SELECT newest FROM record WHERE record = ?1)
ORDER BY entry DESC
LIMIT 1
