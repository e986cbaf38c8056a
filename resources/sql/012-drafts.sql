-- What was written in a form and not saved yet, under the id of what it is about. Never a record, and
-- so never sent.
CREATE TABLE draft (
  key   TEXT PRIMARY KEY,
  data  TEXT NOT NULL,
  saved TEXT NOT NULL
) STRICT, WITHOUT ROWID;
