DELETE FROM partner WHERE partner = ?1
