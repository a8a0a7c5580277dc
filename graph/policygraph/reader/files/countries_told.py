"""The country of an article that does not say it, and for which none is given: what its text tells.

1. A text names a country of the registry by one of its names, with an ending or without (`Ruritanian`), by
   the word for its people, and, each counted once, by the code of its money and by places in it; others by
   words of the lexicon.
2. The country of the registry that it names more often than any other country is meant; of two that it names
   as often, none is.
3. A text that names no country of the registry, and another more often than any other and no less than
   twice, is on that, where the lexicon has its code (`countries.yaml`).
4. Else it is on the one that is usual, if any; but not where it names others, no less than twice, and none of
   the registry.
5. `US$` and `US dollars` name no country.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import replace
from functools import cache

from policygraph.lexicon import any_of, flat, phrases
from policygraph.reader.countries import Country, country_named
from policygraph.reader.document import Document, Given, Lands

__all__ = ["completed"]

_READ = 20_000
"""Characters of a text in which it names the country that it is on."""
_ENDINGS = ("n", "ns", "i", "is")
"""What makes a people of a country."""
_ALIKE = 4
"""Letters with which a country and its people begin alike."""


def completed(document: Document, given: Given) -> Document:
    """The document with what is given, and with the country that its text tells where none is.

    >>> given = Given(lands=(("XR", ("Ruritania",), ("Zenda",)), ("BD", ("Bangladesh",), ())))
    >>> found = completed(Document("d1", "Ruritanian boats sail from Ruritania to Bangladesh."), given)
    >>> found.country, found.assumed
    ('XR', True)
    """
    whole = given.fill(document)
    if whole.country or not given.lands:
        return whole
    counts = _counts(f"{whole.title}\n{whole.text[:_READ]}", given.lands, given.home)
    if _is_abroad(counts, given.lands):
        code = _told(counts, _named())
    else:
        code = _told(counts, [code for code, _, _ in given.lands]) or given.usual
    return replace(replace(given, country=code).fill(whole), assumed=True) if code else whole


def _counts(text: str, lands: Lands, home: Country | None) -> Counter[str]:
    """How often a text names each country (rule 1), by its code where that is known."""
    meant, pattern = _names(lands)
    counts = Counter(_meant(found[0], meant) for found in pattern.finditer(text))
    for code, _, parts in lands:
        money = (home if home and home.code == code else country_named(code)).money
        counts[code] += bool(money and money in text and re.search(rf"(?<!\w){money}(?![^\W\d_])", text))
        counts[code] += bool(parts and _one_of(parts).search(text))
    return +counts


@cache
def _named() -> dict[str, str]:
    """The countries of the lexicon: the code of each, and by which name it is known."""
    return {code.upper(): name for code, name in flat("countries", "named").items()}


def _others(lands: Lands) -> Lands:
    """The countries of the lexicon that the registry lacks."""
    known = {code for code, _, _ in lands}
    return tuple((code, (name,), ()) for code, name in _named().items() if code not in known)


def _told(counts: Counter[str], codes: Container[str]) -> str | None:
    """The code of the country that is meant (rules 2 and 3)."""
    if not counts:
        return None
    (first, often), *others = counts.most_common(2)
    alone = not others or others[0][1] < often
    return first if alone and first in codes else None


def _is_abroad(counts: Counter[str], lands: Lands) -> bool:
    """Whether a text names other countries than the registry's, and none of these (rules 3 and 4)."""
    return not any(code in counts for code, _, _ in lands) and max(counts.values(), default=0) > 1


def _meant(word: str, meant: dict[str, str]) -> str:
    """The code of a country of the registry; for another what its name and that of its people share."""
    for ending in ("", *_ENDINGS):
        if word.endswith(ending) and (code := meant.get(word.removesuffix(ending))):
            return code
    return word if " " in word else meant.get(word[:_ALIKE], word[:_ALIKE])


@cache
def _names(lands: Lands) -> tuple[dict[str, str], re.Pattern[str]]:
    """The names of countries, each with its code if that is known, and what finds them: by capitals first."""
    meant = {name: code for code, names, _ in (*lands, *_others(lands)) for name in names}
    countries = phrases("places", "countries")
    begins = {name[:_ALIKE] for name in (*meant, *countries)}
    peoples = [one for one in phrases("places", "demonyms") if one[:_ALIKE] in begins]
    own = "|".join(map(re.escape, sorted(meant, key=lambda name: (-len(name), name))))
    own = rf"(?<!\w)(?:{own})(?:{'|'.join(_ENDINGS)})?(?!\w)"
    ahead = _begins((*meant, *countries, *peoples))
    pattern = rf"{ahead}(?:{own}|{any_of((*countries, *peoples))})(?! ?\$| dollars?\b)"
    alike = {name[:_ALIKE]: code for name, code in meant.items() if len(name) > _ALIKE and " " in name}
    return alike | meant, re.compile(pattern)


@cache
def _one_of(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_begins(names) + any_of(names))


def _begins(names: Iterable[str]) -> str:
    """Looks for the first letter of any of the names, so that a search fails early."""
    return f"(?=[{''.join(sorted({re.escape(name[0]) for name in names}))}])"
