"""A text as words and sentences, and the lexicons that tell what a word may be."""
