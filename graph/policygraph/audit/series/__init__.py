"""The levels and rates of a series, and what is known beside it: other times, other indicators."""
