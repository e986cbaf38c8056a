SELECT id, role, name, company, cvr_number, p_number FROM installation
