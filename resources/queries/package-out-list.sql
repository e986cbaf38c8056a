SELECT package_out.number, package_out.sealed, package_out.entries, partner.name,
  CASE
    WHEN package_out.receipt IN ('modtaget', 'delvist') THEN package_out.receipt
    WHEN EXISTS (SELECT 1 FROM package_out AS later
                 WHERE later.epoch = package_out.epoch AND later.number > package_out.number
                   AND later.receipt IN ('modtaget', 'delvist')) THEN 'modtaget'
    WHEN package_out.receipt = 'afvist' THEN 'afvist'
    ELSE 'sendt'
  END,
  package_out.receipt_reason
FROM package_out JOIN epoch USING (epoch) JOIN partner USING (partner)
WHERE epoch.present = 1
ORDER BY package_out.package DESC
LIMIT ?1
