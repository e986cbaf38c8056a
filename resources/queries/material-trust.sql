SELECT coalesce (package_in.seal, 'plain') <> 'plain'
  OR EXISTS (SELECT 1 FROM film_accepted WHERE sha256 = materiale.data ->> '$.sha256')
FROM record
  JOIN materiale ON materiale.record = record.record
  JOIN revision ON revision.entry = record.content
  LEFT JOIN package_in ON package_in.package = revision.package
WHERE record.id = ?1
