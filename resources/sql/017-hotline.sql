-- Whom this workplace itself wants to call, what it knows about those whom the authority named, and
-- the calls that were made. None of it leaves.
CREATE TABLE egenKontakt (
  record    INTEGER PRIMARY KEY REFERENCES record,
  data      TEXT NOT NULL,
  private   TEXT,
  placement TEXT AS (data ->> '$.forloebId') VIRTUAL,
  name      TEXT AS (data ->> '$.navn') VIRTUAL,
  CHECK (typeof (placement) IN ('text', 'null') AND typeof (name) = 'text')
) STRICT;

CREATE TABLE kontaktnote (
  record  INTEGER PRIMARY KEY REFERENCES record,
  data    TEXT NOT NULL,
  private TEXT,
  contact TEXT AS (data ->> '$.kontaktId') VIRTUAL,
  CHECK (typeof (contact) = 'text')
) STRICT;

CREATE TABLE opkald (
  record    INTEGER PRIMARY KEY REFERENCES record,
  data      TEXT NOT NULL,
  private   TEXT,
  placement TEXT AS (data ->> '$.forloebId') VIRTUAL,
  day       TEXT AS (substr (data ->> '$.tidspunkt', 1, 10)) VIRTUAL,
  moment    INTEGER AS (unixepoch (data ->> '$.tidspunkt')) VIRTUAL,
  CHECK (typeof (placement) IN ('text', 'null') AND typeof (day) = 'text'
         AND typeof (moment) = 'integer')
) STRICT;

CREATE INDEX opkald_by_placement ON opkald (placement, day);
