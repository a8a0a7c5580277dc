"""Which known name a new one may be a spelling of: a proposal for a person to judge, with the reason.

1. A name with the key of one known name (see `reader.name_key`) is taken to be a spelling of it.
2. Else the known name that is most like it in letters, its words in any order, where it is very like: so
   much (`_ENOUGH`) that two or three letters of a usual name may differ.
3. A measure that has all the words of a known one's name, and a word or two more or less, is proposed too.
4. Names that differ in a number are no spellings of each other (`Policy 2021`, `Policy 2025`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rapidfuzz import fuzz, process

from policygraph.lexicon import phrases
from policygraph.reader.names.name_key import folded
from policygraph.resolve.known import PARTS, Known, slug_of

__all__ = ["Spelling", "national_body", "spelling_of"]

_ENOUGH = {"people": 86.0, "bodies": 92.0, "initiatives": 92.0}
_NUMBER = re.compile(r"[0-9]+")
_WORD = re.compile(r"\w+")
_KINDS = {part: kind for kind, part in PARTS.items()}


class Spelling(NamedTuple):
    """A known entity that a name may mean."""

    slug: str
    why: str


def spelling_of(known: Known, part: str, name: str, country: str | None = None) -> Spelling | None:
    """The known entity of this part of the registry that a name in an article on a country is most like."""
    alike = known.within(country).alike(_KINDS[part], name)
    if len(alike) == 1 and (slug := slug_of(alike[0].iri)):
        return Spelling(slug, f"“{name}” is spelt like the known “{alike[0].names[0]}”")
    names = known.names(part, country)
    if part == "initiatives" and (near := _nearly(name, names)):
        return near
    found = process.extractOne(
        folded(name), names.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=_ENOUGH[part]
    )
    slug = names[found[0]] if found else ""
    if found is None or not slug or _numbers(found[0]) != _numbers(name):
        return None
    shown = getattr(known.pack, part)[slug].name
    return Spelling(slug, f"“{name}” is much like the known “{shown}” ({found[1]:.0f} of 100)")


def national_body(known: Known, mentions: Iterable[str]) -> str:
    """The body of the pack's country of which these are the name without the country; else the empty id."""
    names, country = known.names("bodies"), known.country
    forms = {
        form.format(name=mention, country=one)
        for form in phrases("resolve", "national_names")
        for mention in mentions
        if " " in mention
        for one in (country.name, *country.names)
    }
    found = {slug for form in forms if (slug := names.get(folded(form)))}
    return found.pop() if len(found) == 1 else ""


def _nearly(name: str, names: Mapping[str, str]) -> Spelling | None:
    words = set(_WORD.findall(folded(name)))
    for other, slug in names.items():
        theirs = set(_WORD.findall(other))
        apart = words ^ theirs
        if (
            slug
            and min(len(words), len(theirs)) > 2
            and len(apart) <= 2
            and not (words - theirs and theirs - words)
        ):
            return Spelling(
                slug, f"“{name}” has the words of the known “{other}”, but for {', '.join(sorted(apart))}"
            )
    return None


def _numbers(name: str) -> list[str]:
    return _NUMBER.findall(name)
