"""The graph handed on: RDF in every syntax, tables, network files, and a description of the dataset."""
