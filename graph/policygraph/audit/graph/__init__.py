"""From the statements of the graph to records, and from findings to statements."""
