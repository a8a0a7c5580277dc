"""The competency questions: each a SPARQL query with a documented head, and a typed function."""
