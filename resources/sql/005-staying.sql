-- Records that stay: no package can carry one, whatever a later query asks for.
ALTER TABLE record ADD COLUMN stays INTEGER NOT NULL DEFAULT 0
  CHECK (stays IN (0, 1) AND NOT (stays = 1 AND partner IS NOT NULL));

CREATE TRIGGER packed_never_stays BEFORE INSERT ON packed
WHEN (SELECT stays FROM record WHERE record = NEW.record) = 1
BEGIN
  SELECT raise (ABORT, 'a record that stays can not be packed');
END;

CREATE TABLE moedeplan (
  record    INTEGER PRIMARY KEY REFERENCES record,
  data      TEXT NOT NULL,
  private   TEXT,
  placement TEXT AS (data ->> '$.forloebId') VIRTUAL,
  from_date TEXT AS (data ->> '$.fraDato') VIRTUAL,
  CHECK (typeof (placement) = 'text' AND typeof (from_date) = 'text')
) STRICT;

CREATE INDEX moedeplan_by_placement ON moedeplan (placement, from_date);

CREATE TABLE ordning (
  record    INTEGER PRIMARY KEY REFERENCES record,
  data      TEXT NOT NULL,
  private   TEXT,
  placement TEXT AS (data ->> '$.forloebId') VIRTUAL,
  from_date TEXT AS (data ->> '$.fraDato') VIRTUAL,
  scheme    TEXT AS (data ->> '$.ordning') VIRTUAL,
  CHECK (typeof (placement) = 'text' AND typeof (from_date) = 'text' AND typeof (scheme) = 'text')
) STRICT;

CREATE INDEX ordning_by_placement ON ordning (placement, from_date);

CREATE TABLE kaldenavn (
  record    INTEGER PRIMARY KEY REFERENCES record,
  data      TEXT NOT NULL,
  private   TEXT,
  placement TEXT AS (data ->> '$.forloebId') VIRTUAL,
  name      TEXT AS (data ->> '$.navn') VIRTUAL,
  CHECK (typeof (placement) = 'text' AND typeof (name) = 'text')
) STRICT;

CREATE INDEX kaldenavn_by_placement ON kaldenavn (placement);

CREATE TABLE medarbejder (
  record  INTEGER PRIMARY KEY REFERENCES record,
  data    TEXT NOT NULL,
  private TEXT,
  name    TEXT AS (data ->> '$.navn') VIRTUAL,
  CHECK (typeof (name) = 'text')
) STRICT;
