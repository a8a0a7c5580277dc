"""What a printed number may stand for, and the slips of the pen it may be."""
