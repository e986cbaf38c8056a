-- What came before its words were found is found by them too.
DELETE FROM search WHERE rowid IN (SELECT record FROM record WHERE type = 'materiale');

INSERT INTO search (rowid, text, starts)
  SELECT record.record, mk_search_text (record.type, content.data, content.private),
    mk_search_starts (mk_search_text (record.type, content.data, content.private))
  FROM record JOIN revision AS content ON content.entry = record.content
  WHERE record.type = 'materiale' AND record.deleted = 0;
