DELETE FROM search_word WHERE rowid = ?1
