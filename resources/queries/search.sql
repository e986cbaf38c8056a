SELECT record.id, record.type, content.data, content.private,
  coalesce (record.placement,
            (SELECT asked.placement FROM record AS asked
             WHERE asked.type = 'anmodning' AND asked.id = content.data ->> '$.anmodningId'),
            (SELECT card.placement FROM record AS card
             WHERE card.type = 'klippekort' AND card.id = content.data ->> '$.klippekortId')),
  record.record
FROM (SELECT rowid AS found FROM search WHERE search MATCH ?1 ORDER BY rowid DESC LIMIT ?2)
  JOIN record ON record.record = found
  JOIN revision AS content ON content.entry = record.content
ORDER BY found DESC
