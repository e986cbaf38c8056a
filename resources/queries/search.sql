SELECT record.id, record.type, content.data, content.private
FROM record JOIN revision AS content ON content.entry = record.content
WHERE record.deleted = 0
  AND (?1 IS NULL OR record.record IN (SELECT rowid FROM search_part WHERE search_part MATCH ?1))
  AND (?2 IS NULL OR record.record IN (SELECT rowid FROM search_word WHERE search_word MATCH ?2))
ORDER BY record.newest DESC
LIMIT ?3
