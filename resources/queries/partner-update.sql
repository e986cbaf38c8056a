UPDATE partner SET name = ?2, cvr_number = coalesce (?3, cvr_number), p_number = coalesce (?4, p_number)
WHERE partner = ?1
