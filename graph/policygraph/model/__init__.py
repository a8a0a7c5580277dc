"""The nouns of the graph as frozen records; no input or output."""
