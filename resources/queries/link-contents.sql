UPDATE {table} SET private = json_replace (private, '$.partner', ?2, '$.modtager', ?2)
WHERE ?1 IN (private ->> '$.partner', private ->> '$.modtager')
