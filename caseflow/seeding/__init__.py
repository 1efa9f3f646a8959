"""A synthetic region of any size, the same for the same seed: for benchmarks, never for people."""
