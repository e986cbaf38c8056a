SELECT kind, subject, until FROM dismissal
