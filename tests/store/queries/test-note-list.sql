SELECT id, text, bytes, real FROM note ORDER BY id
