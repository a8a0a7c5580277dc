"""What each source and statement goes back to: copies, citations, and who is named as having said it."""
