SELECT id, role, name, company, cvr_number, p_number, recovery FROM installation
