UPDATE installation SET name = ?1, company = ?2, cvr_number = ?3, p_number = ?4
