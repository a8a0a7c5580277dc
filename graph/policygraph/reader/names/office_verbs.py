"""Offices that a verb tells: `its chairman on 9 June was Jo Noor`, `Jo Noor headed the Rivers Board`.

1. Before a name: an article, an office, a day or none, and `is` or `was`.
2. After a name: a verb of heading and a name, which makes a head of that (`Jo Noor, who heads the Rivers
   Board`); before it, an organisation that is headed by who is named.
3. How somebody comes to an office or leaves it opens the office as `is` does (`took over as chairman`).
"""

from __future__ import annotations

import re
from functools import cache

from policygraph.lexicon import any_of, phrases
from policygraph.reader.names import office_words as ow
from policygraph.reader.names.office_words import Office, office_of, role_of

__all__ = ["headed", "into", "was"]

_REACH = 110
_FAR = 48
"""Characters after a name in which an office that somebody comes to begins."""
_NAME = r"[A-Z][\w&@-]*(?: (?:(?:of|for|and|on) (?:the )?)?[A-Z][\w&@-]*){0,6}"
_HEADED = re.compile(
    rf"(?:, who)?(?: also| now| currently)? (?:heads|headed|chairs|chaired) (?:the )?({_NAME})"
)
_HEADED_BY = re.compile(
    rf"({_NAME})(?: \([^()]{{1,20}}\))?,? (?:is |which is )?(?:headed|chaired) by"
    r" (?:[A-Z][a-z]{0,8}\.? ){0,3}\Z"
)
_TITLES = 32
"""Characters before a name in which its titles stand."""
_VERBS = (" head", " chair", ", who ", " also ", " now ", " currently ")
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
        return _headed_by(text, start) if "ed by " in text[max(0, start - _TITLES) : start] else None
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


def into(text: str, end: int) -> re.Match[str] | None:
    """What stands between a name that ends there and the office that somebody comes to or leaves.

    >>> into("Jo Noor took over as chairman.", 7)[0]
    ' took over as '
    """
    return _into().match(text, end) if text.find(" as ", end, end + _FAR) > 0 else None


@cache
def _into() -> re.Pattern[str]:
    verbs = any_of(phrases("people", "into_office"), whole=False)
    return re.compile(
        rf",? (?:who )?(?:also |later |then )?{verbs}(?: on [A-Z][a-z]+)? as (?:the |a |an |its )?"
    )


def _headed_by(text: str, start: int) -> Office | None:
    """The office of who is named from `start`, after what is headed by them."""
    found = _HEADED_BY.search(text, max(0, start - _REACH), start)
    if found is None:
        return None
    name = found[1].removeprefix("The ")
    return Office(f"head of {name}", found.start(), start, name)
