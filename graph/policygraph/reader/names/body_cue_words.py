"""What the words beside the name of an organisation tell, looked up once for each: bits of an integer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from policygraph.lexicon import inverted
from policygraph.reader.text.remembered import Remembered
from policygraph.reader.text.word_class import lexicon_set

__all__ = [
    "AGENT",
    "ARTICLE",
    "AT_WORK",
    "CUE",
    "DEAL",
    "EDGES",
    "FOR",
    "GIVEN",
    "HEADING",
    "JOINING",
    "LINK",
    "NOUN",
    "OFFICE",
    "OWNED",
    "PART_LINK",
    "SENT",
    "SHARE",
    "SOURCE",
    "SPOKES",
    "STAFF",
    "TO",
    "WITH",
    "number_of",
]

EDGES = "()',.:;\"“”"
"""What may be printed right before or after a word."""
NOUN, HEADING, AGENT, LINK, FOR, TO, PART_LINK, OFFICE, SPOKES, SHARE, STAFF, ARTICLE = (
    1 << n for n in range(12)
)
SOURCE, AT_WORK, SENT, DEAL, WITH, OWNED, GIVEN, JOINING = (1 << n for n in range(12, 20))
OFFICER = OFFICE | STAFF


def number_of(printed: str) -> tuple[str, str]:
    """A word in small letters without the marks around it, and without what many or an owner end in.

    >>> number_of("Firms,"), number_of("(insurer's")
    (('firms', 'firm'), ('insurer', 'insurer'))
    """
    low = printed.strip(EDGES).lower().removesuffix("'s").removesuffix("’s")
    return low, low.removesuffix("s")


def _told(printed: str) -> int:
    """What a word beside a name tells, with the marks that it is printed with: bits of a plain integer."""
    low, one = number_of(printed)
    known = _cue_words()
    bits = known.get(low, 0) | known.get(one, 0)
    if "-" in low and known.get(low.rpartition("-")[2], 0) & OFFICE:  # `vice-chairman`
        bits |= OFFICER
    return bits


CUE = Remembered(_told)


@cache
def _cue_words() -> Mapping[str, int]:
    offices = lexicon_set("people", "offices")
    bits: dict[str, int] = defaultdict(int)
    for bit, words in (
        (NOUN, inverted("bodies", "before")),
        (HEADING, lexicon_set("bodies", "heading")),
        (AGENT, lexicon_set("bodies", "agents")),
        (LINK, ("of", "at", "for", "with")),
        (PART_LINK, ("of", "in")),
        (FOR, ("for",)),
        (TO, ("to",)),
        (ARTICLE, ("the",)),
        (SENT, ("from", "by")),
        (JOINING, ("the", "and", "of", "in", "for", "to", "with", "from", "by", "are")),
        (WITH, ("with",)),
        (OWNED, lexicon_set("bodies", "owned")),
        (DEAL, lexicon_set("bodies", "deals")),
        (GIVEN, lexicon_set("bodies", "given")),
        (OFFICE, lexicon_set("bodies", "members")),
        (SOURCE, lexicon_set("bodies", "sources")),
        (AT_WORK, lexicon_set("bodies", "posts_at")),
        (SHARE, lexicon_set("bodies", "shares_of")),
        (STAFF, lexicon_set("bodies", "staff")),
        (OFFICER, offices),
        (SPOKES, [office for office in offices if office.startswith("spokes")]),
    ):
        for word in words:
            bits[word] |= bit
    return MappingProxyType(dict(bits))
