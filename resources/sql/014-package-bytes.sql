-- The bytes of a package are megabytes and never change, what is said of it changes: in one row, each
-- change wrote all the bytes anew.
CREATE TABLE package_bytes (
  package INTEGER PRIMARY KEY REFERENCES package_out,
  bytes   BLOB NOT NULL
) STRICT;

INSERT INTO package_bytes (package, bytes) SELECT package, bytes FROM package_out ORDER BY package;
ALTER TABLE package_out DROP COLUMN bytes;
