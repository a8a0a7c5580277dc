"""Which country a registry is of, and whether the words beside a local name say whose it is.

1. In a text on that country an entry is meant by its local names too (`the State Bank`), but not where
   someone else's stand beside it (`Freedonia's State Bank`, `the Freedonian finance ministry`, `the finance
   ministry of Freedonia`); parts of the country are someone else.
2. In a text on another country a local name counts only where the registry's country stands beside it
   (`Ruritania's finance ministry`, `the Ruritanian State Bank`), whether it is local alone or a full name
   or the acronym of the entry too.
3. In a text on no country that is known, what is local alone counts as by rule 2, and all else as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from policygraph.reader.names.entries import Entry
from policygraph.reader.text import word_class as wc
from policygraph.reader.text.word_class import class_of, is_place

__all__ = ["Home", "keyed_names"]

_NEAR = 48
"""Characters beside a name in which its owner stands."""
_OF = re.compile(r" of (?:the )?[A-Z]")
_OWNER = re.compile(r"([A-Z][\w-]*(?: [A-Z][\w-]*)?)(['’]s?)? \Z")


@dataclass(frozen=True, slots=True)
class Home:
    """The country of a registry: its ISO 3166-1 code and its names."""

    code: str = ""
    names: tuple[str, ...] = ()

    def owns(self, text: str, start: int, end: int) -> bool:
        """Whether this country stands beside a name.

        >>> Home("XR", ("Ruritania",)).owns("Ruritania's central bank", 12, 24)
        True
        """
        before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
        return _own_before(self.names).search(before) is not None or after.startswith(
            tuple(f" of {the}{name}" for name in self.names for the in ("", "the "))
        )

    def may_own(self, text: str, start: int, end: int) -> bool:
        """Whether no other country, people or place stands beside a name."""
        if self.owns(text, start, end):
            return True
        if _OF.match(text, end):
            return False
        found = _OWNER.search(text, max(0, start - _NEAR), start)
        if found is None:
            return True
        last = found[1].rpartition(" ")[2]
        if found[2]:
            return bool(class_of(last) & wc.CALENDAR)
        return not (is_place(last) or is_place(found[1]))


@cache
def _own_before(names: tuple[str, ...]) -> re.Pattern[str]:
    """The country or its people right before a name, or but for a word in small letters."""
    listed = "|".join(re.escape(name) for name in names)
    return re.compile(rf"\b(?:{listed})[a-z]{{0,3}}(?:['’]s?)? (?:[a-z]+ )?\Z" if listed else r"(?!)")


def keyed_names(entry: Entry, country: str, home: Home) -> tuple[str, ...]:
    """The names by whose key an entry is meant in a text on a country, empty for none that is known."""
    if not country or not entry.local:
        return entry.names
    if country == home.code:
        return (*entry.names, *entry.local)
    return tuple(name for name in entry.names if name not in entry.local)
