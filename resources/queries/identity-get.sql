SELECT certificate, private_key FROM identity
