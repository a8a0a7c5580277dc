"""Offices that a verb tells: `its chairman on 9 June was Jo Noor`, `Jo Noor headed the Rivers Board`.

1. Before a name: an article, an office, a day or none, and `is` or `was`.
2. After a name: a verb of heading and a name, which makes a head of that.
"""

from __future__ import annotations

import re

from policygraph.reader.names import office_words as ow
from policygraph.reader.names.office_words import Office, office_of, role_of

__all__ = ["headed", "was"]

_REACH = 110
_HEADED = re.compile(
    r" (?:heads|headed|chairs|chaired) (?:the )?([A-Z][\w&@-]*(?: (?:(?:of|for|and) )?[A-Z][\w&@-]*){0,6})"
)
_VERBS = (" head", " chair")
"""What such a verb begins with."""
_WAS = re.compile(
    r"\b(?:[Ii]ts|[Tt]heir|[Tt]he) ((?:[\w&-]+ ){1,5}?)(?:(?:on|in|at|from|as of) [\w ]{1,24} )?"
    r"(?:is|was) (?:[A-Z][a-z]{1,4}\.? )?\Z"
)


def was(text: str, start: int) -> Office | None:
    """The office in front of the verb before a name that starts there.

    >>> was("Its chairman on 9 June was Jo Noor.", 27).text
    'chairman'
    """
    if not text.endswith((" is ", " was "), 0, start):
        return None
    found = _WAS.search(text, max(0, start - _REACH), start)
    if found is None:
        return None
    roles = [role_of(word) for word in found[1].split()]
    if not roles[-1] & ow.OFFICE or not all(role & (ow.OFFICE | ow.QUALIFIER) for role in roles):
        return None
    return office_of(text, found.start(1), found.start(1) + len(found[1].rstrip()))


def headed(text: str, end: int) -> Office | None:
    """The office of who headed what, after a name that ends there."""
    found = _HEADED.match(text, end) if text.startswith(_VERBS, end) else None
    return Office(f"head of {found[1]}", found.start(), found.end(), found[1]) if found else None
