DELETE FROM search_part WHERE rowid = ?1
