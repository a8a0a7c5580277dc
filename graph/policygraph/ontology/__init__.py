"""What can be said: the terms and codes of the ontology, and a page to read them on."""
