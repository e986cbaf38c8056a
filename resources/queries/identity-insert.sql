INSERT INTO identity (one, certificate, private_key, made) VALUES (1, ?1, ?2, ?3)
