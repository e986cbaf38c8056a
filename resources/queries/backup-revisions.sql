SELECT count (*) FROM revision
