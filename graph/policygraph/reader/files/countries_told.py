"""The country of an article that does not say it, and for which none is given: what its text tells.

1. A text names a country of the registry by one of its names, with an ending or without (`Ruritanian`), by
   the word for its people, and, each counted once, by the code of its money and by places in it; others by
   words of the lexicon.
2. The country of the registry that it names more often than any other country is meant; of two that it names
   as often, none is.
3. Where none is meant, it is on the one that is usual, if any; not where it names another country, no less
   than twice, and none of the registry.
4. `US$` and `US dollars` name no country.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache

from policygraph.lexicon import any_of, phrases
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
    code = _told(counts, given.lands) or (None if _is_abroad(counts, given.lands) else given.usual)
    return replace(replace(given, country=code).fill(whole), assumed=True) if code else whole


def _counts(text: str, lands: Lands, home: Country | None) -> Counter[str]:
    """How often a text names each country (rule 1)."""
    meant, pattern = _names(lands)
    counts = Counter(_meant(found[0], meant) for found in pattern.finditer(text))
    for code, _, parts in lands:
        money = (home if home and home.code == code else country_named(code)).money
        counts[code] += bool(money and re.search(rf"(?<!\w){money}(?![^\W\d_])", text))
        counts[code] += bool(parts and re.search(any_of(parts), text))
    return +counts


def _told(counts: Counter[str], lands: Lands) -> str | None:
    """The code of the country that is meant (rule 2)."""
    if not counts:
        return None
    (first, often), *others = counts.most_common(2)
    alone = not others or others[0][1] < often
    return first if alone and any(first == code for code, _, _ in lands) else None


def _is_abroad(counts: Counter[str], lands: Lands) -> bool:
    """Whether an article is on a country of which the registry knows nothing (rule 3)."""
    return not any(code in counts for code, _, _ in lands) and max(counts.values(), default=0) > 1


def _meant(word: str, meant: dict[str, str]) -> str:
    """The code of a country of the registry; for another what its name and that of its people share."""
    for ending in ("", *_ENDINGS):
        if word.endswith(ending) and (code := meant.get(word.removesuffix(ending))):
            return code
    return word if " " in word else meant.get(word[:_ALIKE], word[:_ALIKE])


@cache
def _names(lands: Lands) -> tuple[dict[str, str], re.Pattern[str]]:
    """The names of the registry's countries, each with its code, and what finds those of all countries."""
    meant = {name: code for code, names, _ in lands for name in names}
    countries = phrases("places", "countries")
    begins = {name[:_ALIKE] for name in (*meant, *countries)}
    peoples = [one for one in phrases("places", "demonyms") if one[:_ALIKE] in begins]
    own = "|".join(map(re.escape, sorted(meant, key=lambda name: (-len(name), name))))
    own = rf"(?<!\w)(?:{own})(?:{'|'.join(_ENDINGS)})?(?!\w)"
    pattern = rf"(?:{own}|{any_of((*countries, *peoples))})(?! ?\$| dollars?\b)"
    alike = {name[:_ALIKE]: code for name, code in meant.items() if len(name) > _ALIKE and " " in name}
    return alike | meant, re.compile(pattern)
