"""What is due when: terms in law, the milestones of the method, and writing them into a case."""
