INSERT INTO partner (id, role, name, cvr_number, p_number, known, started)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?2 <> 'buddy' AND NOT EXISTS (SELECT 1 FROM partner WHERE started = 1))
