"""People under construction: which names belong to one of them.

Names are of one person where the registry says so, where one is the other or holds all its (two or more)
words, where first and last words agree, or where a single word is the other's last, give or take vowels in
a word of five letters or more.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from policygraph.reader.names.name_key import skeleton
from policygraph.reader.names.offices import Office
from policygraph.reader.reading import Span

__all__ = ["FoundPerson", "People"]

_COMPARED = 40
"""People who share a word and are compared."""
_REMEMBERED = 4096
"""Names whose words are kept in mind: an article names the same people again and again."""


@dataclass(slots=True, eq=False)
class FoundPerson:
    """One person: all runs that name it, in the order of the text, and the best office."""

    spans: list[Span]
    names: list[str]
    office: Office | None
    iri: str | None = None


class People:
    """The people so far, and who shares a word with whom; at most so many are compared."""

    def __init__(self) -> None:
        self.all: list[FoundPerson] = []
        self._by_form: dict[str, list[FoundPerson]] = {}

    def add(self, found: FoundPerson) -> None:
        """A new person, or more about one who is there."""
        forms = _forms(found)
        owner = self._owner(forms, found)
        if owner is None:
            owner = found
            self.all.append(found)
        else:
            owner.spans += found.spans
            owner.names += [name for name in found.names if name not in owner.names]
            owner.iri = owner.iri or found.iri
            owner.office = owner.office or found.office
        for form in forms:
            known = self._by_form.setdefault(form, [])
            if len(known) < _COMPARED and owner not in known:
                known.append(owner)

    def _owner(self, forms: list[str], found: FoundPerson) -> FoundPerson | None:
        """Who of those that share a word with the person is the same."""
        words = _words(found.names[0])
        for form in forms:
            for one in self._by_form.get(form, ()):
                if (one.iri and one.iri == found.iri) or _goes_by(one, words):
                    return one
        return None


def _forms(found: FoundPerson) -> list[str]:
    """Words as they are before the consonants of the last: in this order a person is looked for."""
    forms: list[str] = []
    for name in found.names:
        words = _words(name)
        forms += [*words, f"= {skeleton(words[-1])}"]
    return [*forms, f"iri {found.iri}"] if found.iri else forms


@lru_cache(maxsize=_REMEMBERED)
def _words(name: str) -> tuple[str, ...]:
    """The words of a name in small letters."""
    return tuple(name.lower().split())


def _goes_by(one: FoundPerson, new: tuple[str, ...]) -> bool:
    """Whether a name, by its words in small letters, is the person's too."""
    for name in one.names:
        old = _words(name)
        if old == new:
            return True
        small, large = (old, new) if len(old) <= len(new) else (new, old)
        first, last = small[0], large[-1]
        if len(small) == 1:
            if first == last or _slip(first, last):
                return True
        elif (small[-1] == last and first == large[0]) or set(small).issubset(large):
            return True
    return False


def _slip(one: str, other: str) -> bool:
    return len(one) > 4 and one[0] == other[0] and skeleton(one) == skeleton(other)
