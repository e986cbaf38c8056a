INSERT INTO epoch (partner, direction, id, present) VALUES (?1, ?2, ?3, ?4)
