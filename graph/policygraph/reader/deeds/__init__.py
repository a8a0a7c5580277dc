"""Measures, who did what to them, and what is credited with what."""
