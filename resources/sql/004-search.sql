-- Two indexes over the folded text of the living records. Trigrams find parts of words, but nothing
-- of one or two letters; the beginnings of words do.
CREATE VIRTUAL TABLE search_part USING fts5 (
  text, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1'
);
CREATE VIRTUAL TABLE search_word USING fts5 (
  text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2'
);

INSERT INTO search_part (search_part, rank) VALUES ('secure-delete', 1);
INSERT INTO search_word (search_word, rank) VALUES ('secure-delete', 1);

INSERT INTO search_part (rowid, text)
  SELECT record.record, mk_search_text (record.type, content.data, content.private)
  FROM record JOIN revision AS content ON content.entry = record.content
  WHERE record.deleted = 0;
INSERT INTO search_word (rowid, text)
  SELECT record.record, mk_search_text (record.type, content.data, content.private)
  FROM record JOIN revision AS content ON content.entry = record.content
  WHERE record.deleted = 0;
