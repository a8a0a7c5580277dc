"""Which money a sign or a word beside a number means in a country (see `countries`)."""

from __future__ import annotations

from policygraph.reader.countries import Country

__all__ = ["cents_at", "currency_after", "currency_before"]


def currency_before(text: str, place: int, country: Country) -> tuple[int, str] | None:
    """The sign that ends where a number starts: where it starts, and the ISO 4217 code.

    >>> currency_before("some us$ 5", 9, Country())
    (5, 'USD')
    """
    end = place - 1 if text[place - 1 : place] == " " else place
    signs = country.signs
    for ending in (text[end - 2 : end], text[end - 1 : end]):
        for sign, money in signs.get(ending, ()):
            start = end - len(sign)
            if text.endswith(sign, 0, end) and not text[max(0, start - 1) : start].isalpha():
                return start, money
    return None


def currency_after(text: str, place: int, country: Country) -> tuple[int, str] | None:
    """The name that starts at the place, after a blank or a hyphen: where it ends, and the code.

    >>> currency_after("5 billion us dollars", 9, Country())
    (20, 'USD')
    """
    found = country.name_after.match(text, place)
    return (found.end(), country.names[" ".join(found["name"].split())]) if found else None


def cents_at(text: str, place: int, country: Country) -> tuple[int, str] | None:
    """The same for hundredths of a money, such as `cents`."""
    found = country.cents_after.match(text, place)
    return (found.end(), country.cents[found["name"]]) if found else None
