SELECT 1
FROM record JOIN klippekort USING (record), json_each (klippekort.data, '$.ydelser') AS service
WHERE record.id = ?1 AND service.value ->> '$.kode' = ?2
