SELECT package_out.number, package_out.sealed, package_out.entries, partner.name, package_state.state,
  CASE package_state.state WHEN 'afvist' THEN package_out.receipt_reason END, partner.id,
  CASE package_state.state WHEN 'afvist' THEN package_out.receipt_code END
FROM package_state JOIN package_out USING (package) JOIN partner USING (partner)
ORDER BY package_out.package DESC
LIMIT ?1
