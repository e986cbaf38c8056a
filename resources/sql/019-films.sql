-- How each package came that was taken, in the words of package_waiting.seal. Of those taken before
-- it is not known any more, and they count as plain.
ALTER TABLE package_in ADD COLUMN seal TEXT NOT NULL DEFAULT 'plain';

-- The films that a person said yes to, by the fingerprint of what they hold.
CREATE TABLE film_accepted (
  sha256   TEXT PRIMARY KEY,
  accepted TEXT NOT NULL
) STRICT, WITHOUT ROWID;
