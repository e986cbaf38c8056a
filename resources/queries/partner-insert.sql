INSERT INTO partner (id, role, name, cvr_number, p_number, started)
VALUES (?1, ?2, ?3, ?4, ?5, NOT EXISTS (SELECT 1 FROM partner WHERE started = 1))
