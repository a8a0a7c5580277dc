"""Amounts, counts, rates and changes, with what they measure and when."""
