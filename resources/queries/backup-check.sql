SELECT count (*) = 1 AND max (quick_check) = 'ok' FROM pragma_quick_check (?1)
