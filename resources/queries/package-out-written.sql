UPDATE package_out SET written = ?2 WHERE id = ?1 AND written IS NULL
