"""People, their posts, and bodies, known and new."""
