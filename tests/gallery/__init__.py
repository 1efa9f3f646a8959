"""A page that shows every component in every state, for people who build pages and for the browser test."""
