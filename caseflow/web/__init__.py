"""HTTP furniture that every slice uses."""
