INSERT INTO installation (one, id, role, name, company, cvr_number, p_number, recovery, created)
VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
