-- What is to be packed is read in the order it was stored, a package at a time.
CREATE INDEX record_by_newest ON record (newest);
