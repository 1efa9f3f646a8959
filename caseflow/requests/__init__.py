"""What happens around every request: the actor, one transaction, the reading log, and forms that act once."""
