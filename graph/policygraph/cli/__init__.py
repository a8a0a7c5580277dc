"""The command line: each command is a thin call of what Python users call."""
