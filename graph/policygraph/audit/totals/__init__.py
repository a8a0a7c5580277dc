"""What adds up to what, over time and by the scheme; where it does not, and what follows where it does."""
