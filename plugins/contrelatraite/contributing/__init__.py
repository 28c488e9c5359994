"""Contributing: what people are told of each field, and what they are given to start from."""
