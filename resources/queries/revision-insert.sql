INSERT INTO revision (entry, record, revision, epoch, package, deleted, changed, data, private)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
