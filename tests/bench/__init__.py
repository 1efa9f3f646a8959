"""The benchmarks: ratios within one run, each with its limit. `make bench` runs them and prints a table."""
