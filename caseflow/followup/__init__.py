"""What is due: milestones, phases, closing, reopening, and who holds the case."""
