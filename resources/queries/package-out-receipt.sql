UPDATE package_out SET receipt = ?2, receipt_code = ?3, receipt_reason = ?4 WHERE package = ?1
