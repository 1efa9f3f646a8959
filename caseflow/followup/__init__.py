"""Following a case through: milestones, phases, closing and reopening."""
