INSERT INTO record (id, type, revision, writer, partner, epoch, deleted, placement)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
