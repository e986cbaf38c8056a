-- The rest of the contract's types. What came of them before they were known moves to its table.

CREATE TABLE klippekort (
  record    INTEGER PRIMARY KEY REFERENCES record,
  data      TEXT NOT NULL,
  private   TEXT,
  placement TEXT AS (data ->> '$.forloebId') VIRTUAL,
  punches   INTEGER AS (data ->> '$.antalKlip') VIRTUAL,
  valid_to  TEXT AS (data ->> '$.gyldigTil') VIRTUAL,
  CHECK (typeof (punches) = 'integer' AND punches >= 0 AND typeof (valid_to) = 'text')
) STRICT;

CREATE TABLE svar (
  record       INTEGER PRIMARY KEY REFERENCES record,
  data         TEXT NOT NULL,
  private      TEXT,
  request      TEXT AS (data ->> '$.anmodningId') VIRTUAL,
  card         TEXT AS (data ->> '$.klippekortId') VIRTUAL,
  status       TEXT AS (data ->> '$.status') VIRTUAL,
  punches_used INTEGER AS (data ->> '$.klipBrugt') VIRTUAL,
  CHECK (typeof (request) = 'text' AND typeof (card) = 'text' AND typeof (status) = 'text'),
  CHECK (typeof (punches_used) = 'integer' AND punches_used >= 0)
) STRICT;

CREATE INDEX svar_by_card ON svar (card);
CREATE INDEX svar_by_request ON svar (request);

CREATE TABLE anmodning (
  record  INTEGER PRIMARY KEY REFERENCES record,
  data    TEXT NOT NULL,
  private TEXT,
  card    TEXT AS (data ->> '$.klippekortId') VIRTUAL,
  service TEXT AS (data ->> '$.ydelse') VIRTUAL,
  status  TEXT AS (data ->> '$.status') VIRTUAL,
  CHECK (typeof (card) = 'text' AND typeof (service) = 'text' AND typeof (status) = 'text')
) STRICT;

CREATE INDEX anmodning_by_card ON anmodning (card);

CREATE TABLE bevilling (
  record    INTEGER PRIMARY KEY REFERENCES record,
  data      TEXT NOT NULL,
  private   TEXT,
  placement TEXT AS (data ->> '$.forloebId') VIRTUAL,
  minutes   INTEGER AS (data ->> '$.minutterIAlt') VIRTUAL,
  CHECK (typeof (placement) = 'text' AND typeof (minutes) = 'integer')
) STRICT;

CREATE TABLE materiale (
  record  INTEGER PRIMARY KEY REFERENCES record,
  data    TEXT NOT NULL,
  private TEXT,
  title   TEXT AS (data ->> '$.titel') VIRTUAL,
  CHECK (typeof (title) = 'text')
) STRICT;

CREATE TABLE maaleskema (
  record  INTEGER PRIMARY KEY REFERENCES record,
  data    TEXT NOT NULL,
  private TEXT,
  title   TEXT AS (data ->> '$.titel') VIRTUAL,
  CHECK (typeof (title) = 'text')
) STRICT;

CREATE TABLE fase (
  record    INTEGER PRIMARY KEY REFERENCES record,
  data      TEXT NOT NULL,
  private   TEXT,
  placement TEXT AS (data ->> '$.forloebId') VIRTUAL,
  phase     TEXT AS (data ->> '$.fase') VIRTUAL,
  from_date TEXT AS (data ->> '$.fraDato') VIRTUAL,
  CHECK (typeof (placement) = 'text' AND typeof (phase) = 'text' AND typeof (from_date) = 'text')
) STRICT;

CREATE INDEX fase_by_placement ON fase (placement, from_date);

CREATE TABLE tildeling (
  record       INTEGER PRIMARY KEY REFERENCES record,
  data         TEXT NOT NULL,
  private      TEXT,
  placement    TEXT AS (data ->> '$.forloebId') VIRTUAL,
  installation TEXT AS (data ->> '$.installation') VIRTUAL,
  CHECK (typeof (placement) = 'text')
) STRICT;

CREATE INDEX tildeling_by_placement ON tildeling (placement);
CREATE INDEX tildeling_by_installation ON tildeling (installation);

INSERT OR IGNORE INTO klippekort (record, data)
  SELECT record, data FROM unknown_type JOIN record USING (record) WHERE type = 'klippekort';
INSERT OR IGNORE INTO svar (record, data)
  SELECT record, data FROM unknown_type JOIN record USING (record) WHERE type = 'svar';
INSERT OR IGNORE INTO anmodning (record, data)
  SELECT record, data FROM unknown_type JOIN record USING (record) WHERE type = 'anmodning';
INSERT OR IGNORE INTO bevilling (record, data)
  SELECT record, data FROM unknown_type JOIN record USING (record) WHERE type = 'bevilling';
INSERT OR IGNORE INTO materiale (record, data)
  SELECT record, data FROM unknown_type JOIN record USING (record) WHERE type = 'materiale';
INSERT OR IGNORE INTO maaleskema (record, data)
  SELECT record, data FROM unknown_type JOIN record USING (record) WHERE type = 'maaleskema';
INSERT OR IGNORE INTO fase (record, data)
  SELECT record, data FROM unknown_type JOIN record USING (record) WHERE type = 'fase';
INSERT OR IGNORE INTO tildeling (record, data)
  SELECT record, data FROM unknown_type JOIN record USING (record) WHERE type = 'tildeling';

DELETE FROM unknown_type
WHERE record IN (SELECT record FROM klippekort
                 UNION ALL SELECT record FROM svar
                 UNION ALL SELECT record FROM anmodning
                 UNION ALL SELECT record FROM bevilling
                 UNION ALL SELECT record FROM materiale
                 UNION ALL SELECT record FROM maaleskema
                 UNION ALL SELECT record FROM fase
                 UNION ALL SELECT record FROM tildeling);
