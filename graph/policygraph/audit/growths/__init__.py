"""Stated rates of growth recomputed: from which bases, by what verdict, and how else they may be meant."""
