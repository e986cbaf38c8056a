SELECT key, data, saved FROM draft ORDER BY key
