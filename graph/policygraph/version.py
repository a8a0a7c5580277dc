"""The version of the package, the command and the shipped data."""

__version__ = "0.1.0"
