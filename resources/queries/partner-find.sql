SELECT partner, id, role, name, cvr_number, p_number, known FROM partner WHERE id = ?1
