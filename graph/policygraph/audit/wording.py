"""How findings name things: amounts, periods, entities, and who said what where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache

from policygraph.audit.numbers.intervals import Interval
from policygraph.audit.records.counted import Observation, Series
from policygraph.audit.records.facts import Facts
from policygraph.periods import FiscalCalendar, Period
from policygraph.quantities import plain

__all__ = ["Wording", "amount", "between", "joined", "percent", "span"]

_SCALES = (("trillion", 12, 11), ("billion", 9, 8), ("million", 6, -3))
"""Name, power of ten, and the power of ten that an amount must be a multiple of to be told so: 1.7 billion,
but 1,067 million, to be laid beside other millions."""
_NAMES = {exponent: name for name, exponent, _ in _SCALES}
_FAR = 6
"""Scales so many powers of ten apart are not told in one."""


class Wording:
    """The names and dates of one set of facts.

    >>> Wording(Facts(names={"x": "ICT exports"})).name("x")
    'ICT exports'
    """

    def __init__(self, facts: Facts) -> None:
        self._names = facts.names
        self._publishers = {source.iri: source.publisher for source in facts.sources}
        calendar = FiscalCalendar(facts.fiscal_start)
        self._label, self._kind = cache(calendar.label), cache(calendar.kind)  # few periods, many figures

    def name(self, iri: str) -> str:
        """What it is called; the last part of its IRI where it has no name, words as they are."""
        return self._names.get(iri) or iri.rpartition("/")[2]

    def period(self, period: Period) -> str:
        """As people write it: `Dec 2023`, `FY2020-21`."""
        return self._label(period)

    def kind(self, period: Period) -> str:
        """The code of its kind: month, quarter, half, fiscal-year, calendar-year or another."""
        return self._kind(period)

    def subject(self, series: Series, period: Period) -> str:
        """What was counted, where and when."""
        return f"{self.name(series.indicator)}, {self.name(series.area)}, {self.period(period)}"

    def said(self, figures: Sequence[Observation]) -> str:
        """Who says so: the first source with its date, and how many more there are."""
        first, others = figures[0], len({figure.source for figure in figures[1:]} - {figures[0].source})
        where = self.source(first.source, first.published)
        by = f"{self.name(first.claimant)} in {where}" if first.claimant else where
        return f"{by}; {others} more" if others else by

    def source(self, iri: str, published: date | None = None) -> str:
        """A source as its publisher, or by its name, and its date where that is known."""
        named = self._publishers.get(iri) or self.name(iri)
        return f"{named}, {published}" if published else named


def amount(value: Decimal | Fraction, unit: str, beside: Iterable[Decimal | Fraction] = ()) -> str:
    """A quantity with its unit: `USD 303 million`, `2,320,000 persons`.

    One that is told beside others is told in the finest of their scales, unless they are too far apart.

    >>> amount(Decimal(1530000000), "USD")
    'USD 1,530 million'
    >>> amount(Decimal(2100000000), "USD", [Decimal(2240000000)])
    'USD 2,100 million'
    >>> amount(Decimal(20315), "persons")
    '20,315 persons'
    """
    number = _decimal(value)
    if not (len(unit) == 3 and unit.isupper()):
        return f"{number:,f} {unit}"
    own = _scale(number)
    others = [_scale(_decimal(one)) for one in beside]
    exponent = min([own, *(one for one in others if own - one < _FAR)])
    name = _NAMES.get(exponent, "")
    return f"{unit} {plain(number.scaleb(-exponent)):,f} {name}".rstrip()


def _scale(number: Decimal) -> int:
    """The power of ten that an amount is told in by itself."""
    digits = number.normalize()
    for _, exponent, even in _SCALES:
        if digits.adjusted() >= exponent and int(digits.as_tuple().exponent) >= even:
            return exponent
    return 0


def percent(change: Fraction) -> str:
    """A relative change with its sign, to a hundredth.

    >>> percent(Fraction(-1, 300))
    '-0.33%'
    """
    return f"{float(round(change * 100, 2)):+.2f}%" if abs(change) < 10**6 else "more than a million per cent"


def span(range_: Interval) -> str:
    """What a number lies between: `between 12 and 14`.

    >>> span(Interval.of(Decimal(13), Decimal(2)))
    'between 12 and 14'
    """
    low, high = ("" if end is None else f"{_decimal(end):,f}" for end in (range_.low, range_.high))
    return between(low, high)


def between(low: str, high: str) -> str:
    """Two ends in words, either of them empty where it is open.

    >>> between("12", "14"), between("", "14"), between("12", ""), between("12", "12")
    ('between 12 and 14', '14 or less', '12 or more', '12')
    """
    if low and high:
        return low if low == high else f"between {low} and {high}"
    return f"{low} or more" if low else f"{high} or less" if high else "anything"


def joined(words: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *most, last = list(words) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def _decimal(value: Decimal | Fraction) -> Decimal:
    """To a thousandth where it is a fraction."""
    return plain(value) if isinstance(value, Decimal) else plain(Decimal(round(value * 1000)).scaleb(-3))
