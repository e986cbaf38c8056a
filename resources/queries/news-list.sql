WITH since AS (SELECT coalesce ((SELECT entry FROM seen), 0) AS entry)
SELECT record.type, partner.name, newest.data, newest.changed, request.data, asked.changed, card.data,
  package_out.sealed, record.newest
FROM record
  JOIN revision AS newest ON newest.entry = record.newest
  JOIN partner ON partner.partner = record.partner
  LEFT JOIN record AS of_request
    ON of_request.id = newest.data ->> '$.anmodningId' AND of_request.type = 'anmodning'
  LEFT JOIN revision AS request ON request.entry = of_request.content
  LEFT JOIN revision AS asked ON asked.record = of_request.record AND asked.revision = 1
  LEFT JOIN record AS of_card
    ON of_card.id = newest.data ->> '$.klippekortId' AND of_card.type = 'klippekort'
  LEFT JOIN revision AS card ON card.entry = of_card.content
  LEFT JOIN package_out ON package_out.id = newest.data ->> '$.pakkeId'
WHERE record.type IN ('svar', 'kvittering')
  AND record.newest > (SELECT entry FROM since)
  AND record.deleted = 0
UNION ALL
SELECT record.type, partner.name, newest.data, newest.changed, NULL, NULL, NULL, NULL, record.newest
FROM record
  JOIN revision AS newest ON newest.entry = record.newest
  JOIN partner ON partner.partner = record.partner
  JOIN revision AS known
    ON known.entry = coalesce (
      (SELECT max (entry) FROM revision
       WHERE revision.record = record.record AND entry <= (SELECT entry FROM since)),
      (SELECT min (entry) FROM revision WHERE revision.record = record.record))
WHERE record.type = 'kontakt'
  AND record.newest > (SELECT entry FROM since)
  AND record.deleted = 0
  AND known.data ->> '$.telefon' <> newest.data ->> '$.telefon'
ORDER BY 9 DESC
LIMIT ?1
