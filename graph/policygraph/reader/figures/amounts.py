"""Amounts: numbers with what they measure, as printed: money, a percentage, points, or a bare count.

1. Money is a number with a sign or code before it (`US$ 2.1bn`, `Rs. 5 crore`, `CAD2.2 billion`) or a name
   after it (`5 billion dollars`, `30 cents`); see `currencies`.
2. A percentage is a number with `%`, `per cent`, `pc` and the like after it; points are `percentage
   points`, and a hundred basis points are one; `5.2 points above` are such after a percentage, and `2 points
   to 13 per cent` before one. `half of`, `a third of` and other parts of a whole are percentages too.
3. Two numbers joined by a hyphen, `to` or (after `between`) `and` are a range: what one end lacks of
   currency, scale or percent sign it has from the other (`Rs3-4 billion`, `between 5 and 10 per cent`). A
   scale crosses only from the second end to a first that has no scale (`$18 to $25 million`). There, and
   after a number with a decimal point (`10.3m jobs`), one letter is a scale without a sign too; so is that
   of `600k workers`. A smaller plain number after a sum is no end of a range (`Rs2 billion to 120 firms`);
   see `ranges`.
4. `2.2x`, `2.2-fold` and `2.2 times` are multiples; `2nd` and the `second` of `second-largest` are ordinals.
5. A number that is within a date or a period is none of these, nor is one that touches a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from policygraph.lexicon import any_of, by_letter, flat, one_of, phrases
from policygraph.quantities import plain
from policygraph.reader.countries import Country
from policygraph.reader.figures.amount import Amount
from policygraph.reader.figures.currencies import cents_at, currency_after, currency_before
from policygraph.reader.figures.number_words import Numbers, numbers_of
from policygraph.reader.figures.numbers import Numeral, scale_at
from policygraph.reader.figures.ranges import ranged

__all__ = ["Amount", "amounts_of"]

_ORDINAL = re.compile(r" ?(?:st|nd|rd|th)(?![a-z0-9])")
_PLUS = re.compile(r"(?:[ -]plus\b|\+)")
_RANGED = re.compile(r"[^\s\d,.] ?[0-9][0-9.,]* ?(?:-|to) ?\Z")
_THOUSANDS = re.compile(rf"k(?: (?!{one_of('numbers', 'not_thousand')}\b)[a-z]{{3,}}|[.,;:)]|\Z)")
_MEASURE = re.compile(rf"[kmb](?![ .,;:)'\"]|\Z)|m {one_of('numbers', 'metres')}\b")
"""A letter within a word, or that of a length."""
_POINTS = re.compile(
    r"(?P<points> points?) (?:(?:above|below|more|less|higher|lower|up|down)\b"
    r"|to (?:[a-z]+ )?[0-9][0-9.]* ?(?:%|pc\b|per ?cent\b))"
)
_TIMES = re.compile(r" times\b| ?x(?![a-z0-9-])|-?fold\b")
_PERCENT = re.compile(r"[0-9](?: ?%|pc| per ?cent)")
_SHARED = 60
"""Characters before `points` among which the share stands that they are of."""


def amounts_of(
    text: str,
    country: Country,
    masked: Iterable[tuple[int, int]] = (),
    numbers: Numbers | None = None,
) -> list[Amount]:
    """All amounts of a folded text in order; what lies in a masked run (of a date or period) is left out.

    `numbers` are those of the text, where the caller has them.

    >>> from policygraph.reader.countries import country_named
    >>> [(str(a.value), a.unit) for a in amounts_of("rs3-4 billion, or 2.5 per cent", country_named("PK"))]
    [('3000000000', 'PKR'), ('4000000000', 'PKR'), ('2.5', 'percent')]
    """
    hidden = bytearray(len(text))
    for start, end in masked:
        hidden[start:end] = b"\1" * (end - start)
    named, numerals = numbers or numbers_of(text)
    unit = _unit(country)
    found = [amount for amount in named if hidden.find(1, amount.start, amount.end) < 0]
    taken = {amount.start for amount in found}
    found += [
        amount
        for numeral in numerals
        if numeral.start not in taken
        and hidden.find(1, numeral.start, numeral.end) < 0
        and (amount := _amount(text, numeral, country, unit))
    ]
    if named:
        found.sort(key=lambda amount: (amount.start, -amount.end))
    return ranged(text, _apart(found))


def _apart(ordered: list[Amount]) -> list[Amount]:
    kept: list[Amount] = []
    for amount in ordered:
        if not kept or amount.start >= kept[-1].end:
            kept.append(amount)
    return kept


def _amount(text: str, numeral: Numeral, country: Country, unit: re.Pattern[str]) -> Amount | None:
    start, place = numeral.start, numeral.end
    sign = currency_before(text, start, country)
    if sign:
        start = sign[0]
    elif not numeral.in_words and start and text[start - 1].isalpha():
        return None
    if not unit.match(text, place):
        return _unmeasured(text, numeral, start, sign)
    if not numeral.in_words and (found := _ORDINAL.match(text, place)):
        return Amount(start, found.end(), numeral.value, "ordinal")
    place, exponent = scale_at(text, place, money=bool(sign) or _is_scaled(text, numeral))
    if plus := _PLUS.match(text, place):
        place = plus.end()
    value = plain(numeral.value.scaleb(exponent))
    if sign:
        return Amount(start, place, value, sign[1], exponent, numeral.in_words)
    return _suffixed(text, Amount(start, place, value, "count", exponent, numeral.in_words), country)


def _is_scaled(text: str, numeral: Numeral) -> bool:
    """Whether a letter after a bare number is its scale: after the sign of a range, or a decimal point."""
    if not text.startswith(("k", "m", "b"), numeral.end):
        return False
    if _RANGED.search(text, max(0, numeral.start - 16), numeral.start):
        return True
    if text.startswith("k", numeral.end) and numeral.end - numeral.start > 1:
        return _THOUSANDS.match(text, numeral.end) is not None
    return "." in text[numeral.start : numeral.end] and not _MEASURE.match(text, numeral.end)


def _unmeasured(text: str, numeral: Numeral, start: int, sign: tuple[int, str] | None) -> Amount | None:
    """A number that nothing follows of what may: a sum where a sign stands before it, else a bare count."""
    if sign is None and text[numeral.end : numeral.end + 1].isalpha():
        return None
    return Amount(start, numeral.end, numeral.value, sign[1] if sign else "count", 0, numeral.in_words)


def _suffixed(text: str, bare: Amount, country: Country) -> Amount | None:
    if found := _share().match(text, bare.end):
        kind = "percent" if found["percent"] else "points"
        value = plain(bare.value / 100) if found["basis"] else bare.value
        return bare._replace(end=found.end(), unit=kind, value=value)
    found = _POINTS.match(text, bare.end)
    if found and _PERCENT.search(text, max(0, bare.start - _SHARED), found.end()):
        return bare._replace(end=found.end("points"), unit="points")
    if named := currency_after(text, bare.end, country):
        return bare._replace(end=named[0], unit=named[1])
    if named := cents_at(text, bare.end, country):
        return bare._replace(end=named[0], unit=named[1], value=plain(bare.value / 100))
    multiple = _TIMES.match(text, bare.end)
    if multiple is None and text[bare.end : bare.end + 1].isalpha():
        # `3-3.5m` and `1.5m users` are scaled; `5G` is a name.
        return None
    return bare._replace(end=multiple.end(), unit="times") if multiple else bare


@cache
def _unit(country: Country) -> re.Pattern[str]:
    """What may begin where a number ends that is more than a bare count: looked for before each by itself."""
    scales = [flat("numbers", "scales"), flat("numbers", "letters"), country.names, country.cents]
    shares = [phrases("numbers", key) for key in ("percent", "points", "basis_points")]
    words = {
        word
        for words in (*scales, *shares, ("st", "nd", "rd", "th", "plus", "+", "point", "times", "x", "fold"))
        for word in words
    }
    firsts = by_letter({word.split()[0] for word in words})
    return re.compile(rf"[ -]?{firsts}")


@cache
def _share() -> re.Pattern[str]:
    words = {
        "percent": phrases("numbers", "percent"),
        "points": phrases("numbers", "points"),
        "basis": phrases("numbers", "basis_points"),
    }
    order = ("points", "basis", "percent")
    inner = "|".join(f"(?P<{kind}>{any_of(words[kind], whole=False)})" for kind in order)
    return re.compile(rf"[ -]?(?:{inner})(?![a-z0-9])")
