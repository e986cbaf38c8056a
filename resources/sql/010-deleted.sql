-- The deleted are few, and their last content stays in the table of their type: whoever walks such a
-- table leaves them out by this index, without looking into the record of every row.
CREATE INDEX record_deleted ON record (record) WHERE deleted = 1;
