SELECT record.type, partner.name, newest.data, newest.changed, request.data, asked.changed, card.data,
  package_out.sealed
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
  AND record.newest > coalesce ((SELECT entry FROM seen), 0)
  AND record.deleted = 0
ORDER BY record.newest DESC
LIMIT ?1
