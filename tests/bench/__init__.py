"""What is measured; `make bench` runs all of it in one go."""
