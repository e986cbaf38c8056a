SELECT package_out.number, package_out.id, package_out.entries, package_out.sha256
FROM package_out
WHERE package_out.epoch = ?1
  AND (package_out.number >= ?2
       OR ?2 IS NULL
          AND package_out.number > (SELECT coalesce (max (received.number), 0)
                                    FROM package_out AS received
                                    WHERE received.epoch = ?1
                                      AND received.receipt IN ('modtaget', 'delvist')))
ORDER BY package_out.number
