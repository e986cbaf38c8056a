-- How far each person has come with the course, and the meetings of buddies with each other.
CREATE TABLE laering (
  record  INTEGER PRIMARY KEY REFERENCES record,
  data    TEXT NOT NULL,
  private TEXT,
  module  INTEGER AS (data ->> '$.modul') VIRTUAL,
  person  TEXT AS (data ->> '$.person') VIRTUAL,
  state   TEXT AS (data ->> '$.tilstand') VIRTUAL,
  CHECK (typeof (module) = 'integer' AND typeof (person) = 'text' AND typeof (state) = 'text')
) STRICT;

CREATE TABLE erfamoede (
  record  INTEGER PRIMARY KEY REFERENCES record,
  data    TEXT NOT NULL,
  private TEXT,
  held_on TEXT AS (data ->> '$.dato') VIRTUAL,
  CHECK (typeof (held_on) = 'text')
) STRICT;

CREATE INDEX erfamoede_by_date ON erfamoede (held_on);
