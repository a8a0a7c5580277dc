"""The project's own reviewed YAML, read into records."""
