-- Whether the person has the printed recovery key: until then the first run goes on with it, or,
-- put off, a prompt comes back. Who has a store from before this has seen it.
ALTER TABLE installation ADD COLUMN recovery TEXT NOT NULL DEFAULT 'kept'
  CHECK (recovery IN ('kept', 'open', 'later'));
