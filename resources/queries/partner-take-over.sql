UPDATE epoch SET partner = ?2 WHERE partner = ?1
