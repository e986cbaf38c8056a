-- A buddy's installation that a leader starts is not known by its own id before its first package.
ALTER TABLE partner ADD COLUMN known INTEGER NOT NULL DEFAULT 1 CHECK (known IN (0, 1));
