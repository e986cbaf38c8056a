-- How far a person has come stays here, and what they let be sent of it is a record of its own.
ALTER TABLE laering RENAME TO fremskridt;

UPDATE record SET type = 'fremskridt' WHERE stays = 1 AND type = 'laering';

CREATE TABLE laering (
  record  INTEGER PRIMARY KEY REFERENCES record,
  data    TEXT NOT NULL,
  private TEXT,
  module  INTEGER AS (data ->> '$.modul') VIRTUAL,
  person  TEXT AS (data ->> '$.person') VIRTUAL,
  state   TEXT AS (data ->> '$.tilstand') VIRTUAL,
  CHECK (typeof (module) = 'integer' AND typeof (person) = 'text' AND typeof (state) = 'text')
) STRICT;

INSERT OR IGNORE INTO laering (record, data)
  SELECT record, data FROM unknown_type JOIN record USING (record) WHERE type = 'laering';

DELETE FROM unknown_type WHERE record IN (SELECT record FROM laering);
