SELECT revision, changed, data, private
FROM revision
WHERE record = ?1
  AND entry < (SELECT content FROM record WHERE record = ?1)
  AND data IS NOT NULL
ORDER BY entry
