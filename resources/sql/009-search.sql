-- One index in the place of two: trigrams of the folded text, and beside it of the beginnings of its
-- words, for what is too short for a trigram. One search of both can be read from its newest end and
-- stopped at the first page, however much matches.
DROP TABLE search_part;
DROP TABLE search_word;

CREATE VIRTUAL TABLE search USING fts5 (
  text, starts, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1'
);

INSERT INTO search (search, rank) VALUES ('secure-delete', 1);

INSERT INTO search (rowid, text, starts)
  SELECT record.record, mk_search_text (record.type, content.data, content.private),
    mk_search_starts (mk_search_text (record.type, content.data, content.private))
  FROM record JOIN revision AS content ON content.entry = record.content
  WHERE record.deleted = 0;
