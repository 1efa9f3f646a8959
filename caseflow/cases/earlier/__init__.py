"""What a brief, a person, a relationship, a link or a milestone said before."""
