UPDATE revision SET private = json_replace (private, '$.partner', ?2, '$.modtager', ?2)
WHERE record IN (SELECT record FROM record WHERE type IN ('tildeling', 'kvittering'))
  AND ?1 IN (private ->> '$.partner', private ->> '$.modtager')
