"""A document in, facts with their exact spans out; nothing else."""
