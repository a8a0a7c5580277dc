"""Articles from files and addresses of text, many at once."""
