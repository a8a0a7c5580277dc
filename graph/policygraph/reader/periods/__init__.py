"""The times that a text names."""
