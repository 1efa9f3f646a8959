"""Who may come in: passwords, sign-in, sessions, tokens, and everyone's own account page."""
