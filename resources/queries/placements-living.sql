SELECT record.id, record.revision, record.writer, newest.changed, forloeb.data
FROM forloeb JOIN record USING (record) JOIN revision AS newest ON newest.entry = record.newest
WHERE record.deleted = 0
ORDER BY forloeb.start_date, record.record
