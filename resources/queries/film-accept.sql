INSERT OR IGNORE INTO film_accepted (sha256, accepted)
SELECT materiale.data ->> '$.sha256', ?2
FROM record JOIN materiale ON materiale.record = record.record
WHERE record.id = ?1
