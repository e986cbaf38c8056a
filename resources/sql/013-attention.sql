-- What the person at this installation has looked at, and what they do not want to be asked now.

-- The newest revision that was there when they last said that they had read what came back.
CREATE TABLE seen (
  one   INTEGER PRIMARY KEY CHECK (one = 1),
  entry INTEGER NOT NULL
) STRICT;

-- Questions that are not asked again before a day.
CREATE TABLE dismissal (
  kind    TEXT NOT NULL,
  subject TEXT NOT NULL,
  until   TEXT NOT NULL,
  PRIMARY KEY (kind, subject)
) STRICT, WITHOUT ROWID;
