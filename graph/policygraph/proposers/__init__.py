"""What a language model or a name finder proposes, held against the text before any of it counts."""
