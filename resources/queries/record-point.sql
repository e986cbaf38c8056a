UPDATE record SET newest = ?2, content = iif (deleted, content, ?2) WHERE record = ?1
