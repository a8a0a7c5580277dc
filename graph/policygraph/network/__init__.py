"""The graph as people see it: entities and the typed edges between them, for networkx."""
