SELECT partner, id, role, name, cvr_number, p_number, known FROM partner ORDER BY partner
