UPDATE installation SET recovery = ?1
