"""The tests: one file per module, on values and on small content trees written for each test."""
