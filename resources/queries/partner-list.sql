SELECT partner, id, role, name, cvr_number, p_number FROM partner ORDER BY partner
