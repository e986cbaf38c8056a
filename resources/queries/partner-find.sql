SELECT partner, id, role, name, cvr_number, p_number FROM partner WHERE id = ?1
