INSERT INTO record (id, type, revision, writer, partner, epoch, deleted, placement, stays, newest, content)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, iif (?7, NULL, ?10))
