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
  -- The day on which somebody wants to be reminded, as long as that has not been done.
  due       TEXT AS (iif (coalesce (data ->> '$.fulgtOp', 0), NULL, data ->> '$.opfoelgesDato'))
    VIRTUAL,
  CHECK (typeof (placement) IN ('text', 'null') AND typeof (day) = 'text'
         AND typeof (moment) = 'integer' AND typeof (due) IN ('text', 'null'))
) STRICT;

CREATE INDEX opkald_by_placement ON opkald (placement, day);
CREATE INDEX opkald_by_due ON opkald (due) WHERE due IS NOT NULL;
