"""Numbers, periods and dates in the words of the page."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

from policygraph.periods import FiscalCalendar, Period, PeriodError
from policygraph.quantities import plain

__all__ = ["amount_words", "day_words", "number_words", "period_words", "rate_words", "stated_words"]

_MONTHS: Final = FiscalCalendar(start_month=1)
"""For the names of months only: a fiscal year comes with its name, given by its country's calendar."""
_SCALES: Final = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))


def number_words(value: str) -> str:
    """A number as people write it; the text itself where it is none.

    >>> number_words("1440000000"), number_words("25000"), number_words("0.50")
    ('1.44 billion', '25,000', '0.5')
    """
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    if not number.is_finite():
        return value
    for size, word in _SCALES:
        if abs(number) >= size:
            return f"{_plain(number / size)} {word}"
    return _plain(number)


def amount_words(value: str, unit: str, currency: str) -> str:
    """A number with its unit: the currency's code before it, another unit after it.

    >>> amount_words("303000000", "US dollar", "USD"), amount_words("15", "percent", "")
    ('USD 303 million', '15%')
    """
    words = number_words(value)
    if currency:
        return f"{currency} {words}"
    if unit.lower() in {"percent", "per cent"}:
        return f"{words}%"
    return f"{words} {unit}".strip()


def rate_words(value: str) -> str:
    """A relative change with its sign.

    >>> rate_words("22.67"), rate_words("-3")
    ('+22.67%', '−3%')
    """
    words = number_words(value)
    return f"−{words[1:]}%" if words.startswith("-") else f"+{words}%"


def day_words(day: str) -> str:
    """An ISO date in words; another text as it is.

    >>> day_words("2014-04-23")
    '23 Apr 2014'
    """
    try:
        found = Period.parse(day)
    except PeriodError:
        return day
    return _words(found) if found.start == found.end else day


def stated_words(text: str) -> str:
    """A day, month, year or run of them, as exact as it is stated.

    >>> stated_words("2014-04"), stated_words("2021-07/2021-09-02")
    ('Apr 2014', 'Jul 2021 to 2 Sep 2021')
    """
    if "/" in text:
        return " to ".join(stated_words(part) for part in text.split("/"))
    try:
        return _words(Period.parse(text))
    except PeriodError:
        return text


def period_words(start: str, end: str, label: str = "") -> str:
    """A period in words; a label that is more than digits (a fiscal year) stands as it is.

    >>> period_words("2021-07-01", "2021-08-31"), period_words("2023-12-01", "2023-12-31")
    ('Jul-Aug 2021', 'Dec 2023')
    """
    if any(letter.isalpha() for letter in label):
        return label
    try:
        return _words(Period(Period.parse(start).start, Period.parse(end).end))
    except PeriodError:
        return label or " to ".join(filter(None, (day_words(start), day_words(end))))


def _words(period: Period) -> str:
    if period.start == period.end:
        return f"{period.start.day} {_month(period.start)}"
    if not period.whole_months:
        return f"{_words(_one(period.start))} to {_words(_one(period.end))}"
    if period.months % 12 == 0 and period.start.month == 1:
        years = period.start.year, period.end.year
        return " to ".join(map(str, dict.fromkeys(years)))
    return _MONTHS.label(period)


def _one(day: date) -> Period:
    return Period(day, day)


def _month(day: date) -> str:
    return _MONTHS.label(Period.parse(day.isoformat()[:7]))


def _plain(number: Decimal) -> str:
    """To three places at most, thousands apart."""
    return f"{plain(Decimal(f'{number:.3f}')):,f}"
