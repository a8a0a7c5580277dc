"""How grave a finding is: the codes of the scheme `severity`, and what people read over such findings."""

from __future__ import annotations

from typing import Final

__all__ = ["HEADINGS", "SEVERITIES"]

SEVERITIES: Final = ("info", "minor", "major")
"""From the least to the gravest: worth knowing, worth a look, cannot all be right."""
HEADINGS: Final = {"major": "Cannot all be right", "minor": "Worth a look", "info": "Worth knowing"}
"""The gravest first, which is the order in which findings are listed."""
