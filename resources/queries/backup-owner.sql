SELECT id, name FROM installation
