-- The sealed transport: who this installation is to others, whose certificates a person vouches
-- for, and the sealed files themselves.

-- The installation's certificate and private key, both in DER: one row, made on first need.
CREATE TABLE identity (
  one         INTEGER PRIMARY KEY CHECK (one = 1),
  certificate BLOB NOT NULL,
  private_key BLOB NOT NULL,
  made        TEXT NOT NULL
) STRICT;

-- Certificates in DER, pinned by hand by the UUID of an installation, which may not be a partner yet.
CREATE TABLE pin (
  id          TEXT PRIMARY KEY,
  fingerprint TEXT NOT NULL,
  certificate BLOB NOT NULL,
  pinned      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX pin_fingerprint ON pin (fingerprint);

-- Sealing gives other bytes each time, so a package's sealed file is kept too, for one certificate.
CREATE TABLE envelope (
  package     INTEGER PRIMARY KEY REFERENCES package_out,
  fingerprint TEXT NOT NULL,
  bytes       BLOB NOT NULL
) STRICT;

-- How a package that waits came: 'plain', 'accepted' by a person, or the signer's fingerprint.
ALTER TABLE package_waiting ADD COLUMN seal TEXT NOT NULL DEFAULT 'plain';
