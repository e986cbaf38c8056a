SELECT count (*) FROM record
