"""Numbers, periods and dates in the words of the page."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

__all__ = ["amount_words", "day_words", "number_words", "period_words", "rate_words", "stated_words"]

_SCALES = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))


def number_words(value: str) -> str:
    """A number as people write it; the text itself where it is none.

    >>> number_words("1440000000"), number_words("25000"), number_words("0.50")
    ('1.44 billion', '25,000', '0.5')
    """
    try:
        number = Decimal(value)
    except InvalidOperation:
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
        found = date.fromisoformat(day)
        return f"{found.day} {found:%b %Y}"
    except ValueError:
        return day


def stated_words(text: str) -> str:
    """A day, month, year or run of them, as exact as it is stated.

    >>> stated_words("2014-04"), stated_words("2021-07/2021-09-02")
    ('Apr 2014', 'Jul 2021 to 2 Sep 2021')
    """
    if "/" in text:
        return " to ".join(stated_words(part) for part in text.split("/"))
    try:
        return f"{date.fromisoformat(f'{text}-01'):%b %Y}"
    except ValueError:
        return day_words(text)


def period_words(start: str, end: str, label: str = "") -> str:
    """A period in words; a label that is more than digits (a fiscal year) stands as it is.

    >>> period_words("2021-07-01", "2021-08-31"), period_words("2023-12-01", "2023-12-31")
    ('Jul-Aug 2021', 'Dec 2023')
    """
    if any(letter.isalpha() for letter in label):
        return label
    try:
        first, last = date.fromisoformat(start), date.fromisoformat(end)
    except ValueError:
        return label or " to ".join(filter(None, (day_words(start), day_words(end))))
    if first == last:
        return day_words(start)
    if first.day != 1 or (last + timedelta(days=1)).day != 1:
        return f"{day_words(start)} to {day_words(end)}"
    return _months(first, last)


def _months(first: date, last: date) -> str:
    if first.year != last.year:
        return f"{first:%b %Y} to {last:%b %Y}"
    if first.month == last.month:
        return f"{first:%b %Y}"
    return f"{first:%Y}" if (first.month, last.month) == (1, 12) else f"{first:%b}-{last:%b %Y}"


def _plain(number: Decimal) -> str:
    text = f"{number.quantize(Decimal('0.001')):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
