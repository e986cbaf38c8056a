SELECT count (*) FILTER (WHERE state = 'sendt'),
  count (*) FILTER (WHERE state IN ('modtaget', 'delvist'))
    + (SELECT count (*) FROM package_in) + (SELECT count (*) FROM package_aside WHERE asks = 0)
FROM package_state
