SELECT partner.partner, partner.id, partner.role, partner.name, partner.cvr_number, partner.p_number,
  partner.known
FROM package_out JOIN epoch USING (epoch) JOIN partner USING (partner)
WHERE package_out.id = ?1 AND package_out.sha256 = ?2 AND partner.known = 0
