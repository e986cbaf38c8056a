SELECT coalesce (max (seq), 0) + 1 FROM sqlite_sequence WHERE name = 'revision'
