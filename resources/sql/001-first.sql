-- The first store: who this is, whom it corresponds with, what was taken and packed, and the
-- records. Immutable once released; what comes later is a script of its own.

-- This installation: one row.
CREATE TABLE installation (
  one        INTEGER PRIMARY KEY CHECK (one = 1),
  id         TEXT NOT NULL,
  role       TEXT NOT NULL CHECK (role IN ('buddy', 'leder')),
  name       TEXT NOT NULL,
  company    TEXT,
  cvr_number TEXT,
  p_number   TEXT,
  created    TEXT NOT NULL
) STRICT;

-- The other installations that this one knows. `started` marks the one that started it.
CREATE TABLE partner (
  partner    INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  role       TEXT NOT NULL CHECK (role IN ('buddy', 'leder', 'myndighed')),
  name       TEXT NOT NULL,
  cvr_number TEXT,
  p_number   TEXT,
  started    INTEGER NOT NULL CHECK (started IN (0, 1))
) STRICT;

CREATE UNIQUE INDEX partner_started ON partner (started) WHERE started = 1;

-- The epochs of each correspondence, one present one in each direction.
CREATE TABLE epoch (
  epoch     INTEGER PRIMARY KEY,
  partner   INTEGER NOT NULL REFERENCES partner,
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  id        TEXT NOT NULL,
  present   INTEGER NOT NULL CHECK (present IN (0, 1)),
  UNIQUE (partner, direction, id)
) STRICT;

CREATE UNIQUE INDEX epoch_present ON epoch (partner, direction) WHERE present = 1;

-- Packages that were taken. Their bytes are not kept: the hash is, and every entry is.
CREATE TABLE package_in (
  package INTEGER PRIMARY KEY,
  epoch   INTEGER NOT NULL REFERENCES epoch,
  number  INTEGER NOT NULL CHECK (number >= 1),
  id      TEXT NOT NULL,
  sha256  TEXT NOT NULL,
  entries INTEGER NOT NULL,
  taken   TEXT NOT NULL,
  UNIQUE (epoch, number)
) STRICT;

CREATE INDEX package_in_id ON package_in (id);

-- Packages that came before their turn, or that a person has to say yes to.
CREATE TABLE package_waiting (
  package INTEGER PRIMARY KEY,
  partner INTEGER NOT NULL REFERENCES partner,
  epoch   TEXT NOT NULL,
  number  INTEGER NOT NULL,
  sha256  TEXT NOT NULL,
  code    TEXT NOT NULL CHECK (code IN ('venter', 'fjernelse')),
  bytes   BLOB NOT NULL,
  UNIQUE (partner, sha256)
) STRICT;

CREATE INDEX package_waiting_turn ON package_waiting (partner, epoch, number);

-- Files that were refused, with the reason. `bytes` is empty for one that is larger than any package.
CREATE TABLE package_aside (
  package INTEGER PRIMARY KEY,
  sha256  TEXT NOT NULL,
  code    TEXT NOT NULL,
  reason  TEXT NOT NULL,
  refused TEXT NOT NULL,
  bytes   BLOB NOT NULL,
  UNIQUE (sha256, code)
) STRICT;

-- Packages that were sealed: their exact bytes, and what the other end said of them.
CREATE TABLE package_out (
  package        INTEGER PRIMARY KEY,
  epoch          INTEGER NOT NULL REFERENCES epoch,
  number         INTEGER NOT NULL CHECK (number >= 1),
  id             TEXT NOT NULL UNIQUE,
  sha256         TEXT NOT NULL,
  entries        INTEGER NOT NULL,
  sealed         TEXT NOT NULL,
  bytes          BLOB NOT NULL,
  receipt        TEXT CHECK (receipt IN ('modtaget', 'delvist', 'afvist')),
  receipt_code   TEXT,
  receipt_reason TEXT,
  UNIQUE (epoch, number)
) STRICT;

-- The newest version of each record: its envelope. The key of its newest revision is `newest`, that
-- of the newest one with content is `content`. `partner` says who delivered it, and `epoch` in
-- which epoch of theirs; both are empty for what was written here. `placement` is the id of the
-- placement that it belongs to.
CREATE TABLE record (
  record    INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  type      TEXT NOT NULL,
  revision  INTEGER NOT NULL CHECK (revision >= 1),
  writer    TEXT NOT NULL,
  partner   INTEGER REFERENCES partner,
  epoch     INTEGER REFERENCES epoch,
  deleted   INTEGER NOT NULL CHECK (deleted IN (0, 1)),
  placement TEXT,
  newest    INTEGER,
  content   INTEGER
) STRICT;

CREATE INDEX record_by_type ON record (type, newest);

-- Every revision that came or was written, with its content; `package` is the one it came in.
CREATE TABLE revision (
  entry    INTEGER PRIMARY KEY AUTOINCREMENT,
  record   INTEGER NOT NULL REFERENCES record,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  epoch    INTEGER REFERENCES epoch,
  package  INTEGER REFERENCES package_in,
  deleted  INTEGER NOT NULL CHECK (deleted IN (0, 1)),
  changed  TEXT NOT NULL,
  data     TEXT,
  private  TEXT,
  CHECK ((data IS NULL) = (deleted = 1))
) STRICT;

CREATE INDEX revision_of_record ON revision (record);

-- Which revision of which record went in which package, and whether the other end refused it.
CREATE TABLE packed (
  record         INTEGER NOT NULL REFERENCES record,
  package        INTEGER NOT NULL REFERENCES package_out,
  revision       INTEGER NOT NULL,
  refused_code   TEXT,
  refused_reason TEXT,
  PRIMARY KEY (record, package)
) STRICT, WITHOUT ROWID;

-- One table for each type: the newest content, with what is asked for as columns over it.

CREATE TABLE forloeb (
  record     INTEGER PRIMARY KEY REFERENCES record,
  data       TEXT NOT NULL,
  private    TEXT,
  start_date TEXT AS (data ->> '$.startDato') VIRTUAL,
  CHECK (typeof (start_date) = 'text')
) STRICT;

CREATE TABLE kontakt (
  record    INTEGER PRIMARY KEY REFERENCES record,
  data      TEXT NOT NULL,
  private   TEXT,
  placement TEXT AS (data ->> '$.forloebId') VIRTUAL,
  priority  INTEGER AS (data ->> '$.prioritet') VIRTUAL,
  CHECK (typeof (priority) = 'integer')
) STRICT;

CREATE INDEX kontakt_by_placement ON kontakt (placement, priority);

-- `day` is the day as the writer saw it; `moment` orders, whatever the writer's time zone.
CREATE TABLE checkin (
  record    INTEGER PRIMARY KEY REFERENCES record,
  data      TEXT NOT NULL,
  private   TEXT,
  placement TEXT AS (data ->> '$.forloebId') VIRTUAL,
  day       TEXT AS (substr (data ->> '$.tidspunkt', 1, 10)) VIRTUAL,
  moment    INTEGER AS (unixepoch (data ->> '$.tidspunkt')) VIRTUAL,
  paid      INTEGER AS (data ->> '$.loennedeMinutter') VIRTUAL,
  unpaid    INTEGER AS (data ->> '$.uloennedeMinutter') VIRTUAL,
  CHECK (typeof (placement) = 'text' AND typeof (moment) = 'integer'),
  CHECK (typeof (paid) = 'integer' AND typeof (unpaid) = 'integer' AND paid + unpaid BETWEEN 0 AND 1440)
) STRICT;

CREATE INDEX checkin_by_placement ON checkin (placement, day, moment);

CREATE TABLE kvittering (
  record     INTEGER PRIMARY KEY REFERENCES record,
  data       TEXT NOT NULL,
  private    TEXT,
  package_id TEXT AS (data ->> '$.pakkeId') VIRTUAL,
  CHECK (typeof (package_id) = 'text')
) STRICT;

CREATE INDEX kvittering_by_package ON kvittering (package_id);

-- Records of types that this version does not know: kept, shown as unknown, and carried.
CREATE TABLE unknown_type (
  record  INTEGER PRIMARY KEY REFERENCES record,
  data    TEXT NOT NULL,
  private TEXT
) STRICT;
