"""Which money a sign or a word means in a country; the signs are data.

`$`, `Rs` and `£` are the country's own where its money is a dollar, a rupee or a pound, and else what the
lexicon gives for a text of no such country.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from policygraph.reader.lexicon import any_of, flat, phrases

__all__ = ["cents_at", "currency_after", "currency_before", "own_currency"]


def own_currency(country: str | None) -> str | None:
    """The country's own money, where the lexicon has it."""
    return flat("countries", "money").get((country or "").lower())


def currency_before(text: str, place: int, country: str | None) -> tuple[int, str] | None:
    """The sign that ends where a number starts: where it starts, and the ISO 4217 code.

    >>> currency_before("some us$ 5", 9, None)
    (5, 'USD')
    """
    end = place - 1 if text[place - 1 : place] == " " else place
    for sign, kind in _signs(country).get(text[end - 1 : end], ()):
        start = end - len(sign)
        if text.endswith(sign, 0, end) and not text[max(0, start - 1) : start].isalpha():
            return start, _resolved(kind, country)
    return None


def currency_after(text: str, place: int, country: str | None) -> tuple[int, str] | None:
    """The name that starts at the place, after a blank or a hyphen: where it ends, and the code.

    >>> currency_after("5 billion us dollars", 9, "IN")
    (20, 'USD')
    """
    found = _after().match(text, place)
    if not found:
        return None
    return found.end(), _resolved(flat("countries", "names")[" ".join(found["name"].split())], country)


def cents_at(text: str, place: int, country: str | None) -> tuple[int, str] | None:
    """The same for hundredths of a money, such as `cents`."""
    found = _cents().match(text, place)
    if not found:
        return None
    kind = flat("countries", "cents")[found["name"]]
    if len(found["name"]) == 1 and kind == "pound" and own_currency(country) != "GBP":
        return None
    return found.end(), _resolved(kind, country)


def _resolved(kind: str, country: str | None) -> str:
    if kind not in flat("countries", "otherwise"):
        return kind
    code = (country or "").upper()
    if code in phrases("countries", f"own_{kind}"):
        return own_currency(country) or flat("countries", "otherwise")[kind]
    return flat("countries", "otherwise")[kind]


@cache
def _signs(country: str | None) -> Mapping[str, Sequence[tuple[str, str]]]:
    """All signs, and the one that is money in that country alone: by their last letter, the longest first."""
    local = flat("countries", "local_signs").get((country or "").lower())
    own = own_currency(country)
    signs = {**flat("countries", "signs"), **({local: own} if local and own else {})}
    by_end: dict[str, list[tuple[str, str]]] = {}
    for sign, kind in sorted(signs.items(), key=lambda pair: -len(pair[0])):
        by_end.setdefault(sign[-1], []).append((sign, kind))
    return by_end


@cache
def _after() -> re.Pattern[str]:
    names = any_of(flat("countries", "names"), whole=False)
    return re.compile(rf"[ -]?(?P<name>{names})(?![a-z0-9])")


@cache
def _cents() -> re.Pattern[str]:
    return re.compile(rf"[ -]?(?P<name>{any_of(flat('countries', 'cents'), whole=False)})(?![a-z0-9])")
