"""What a country's texts mean by its money and by a fiscal year.

1. The lexicon (`countries.yaml`) says it of many countries; a pack says it of its own country, and what it
   says counts there. A country of which nobody says anything, or none that is named, has no money of its own,
   and what its fiscal year is nobody knows; one with its money alone in the lexicon has the calendar year.
2. `$`, `Rs` and `£` are the country's own money where the lexicon has it so, and else what it gives for a
   text of no such country.
3. The code of a country's money (`RUR 5 million`, `5 million RUR`) is known in its texts, whether the lexicon
   lists it or not; but for a code that is a word, too (`all`, `try`). So is what the pack says that articles
   write for it, before a sum or after it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from policygraph.lexicon import any_of, flat, phrases
from policygraph.periods import FiscalCalendar
from policygraph.reader.text.folding import folded

__all__ = ["Country", "country_named", "known_codes"]

_POUND = "pound"


@dataclass(frozen=True)
class Country:
    """A country by its ISO 3166-1 code; its money by ISO 4217, None where that is not known."""

    code: str = ""
    money: str | None = None
    start_month: int | None = None
    """In which the fiscal year starts; None where that is not known."""
    money_signs: tuple[str, ...] = ()
    """What stands for its money before a sum, beside what the lexicon has."""
    money_names: tuple[str, ...] = ()
    """What stands for it after a sum, likewise."""

    def __reduce__(self) -> tuple[object, ...]:  # what is worked out is worked out once in a process
        return _known, (self.code, self.money, self.start_month, self.money_signs, self.money_names)

    @cached_property
    def calendar(self) -> FiscalCalendar | None:
        """The fiscal calendar; None where it is not known."""
        return FiscalCalendar(self.start_month) if self.start_month else None

    @cached_property
    def signs(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """What stands before a sum, by its last two letters and the longest first, each with its money.

        >>> dict(Country("XR", "RUR", 4).signs["ur"])["rur"], dict(country_named("IN").signs["rs"])["rs"]
        ('RUR', 'INR')
        """
        local = flat("countries", "local_signs").get(self.code.lower(), "")
        signs = self._meant({**flat("countries", "signs"), **self._own(local, *self.money_signs)})
        found: dict[str, list[tuple[str, str]]] = {}
        for sign, money in sorted(signs.items(), key=lambda pair: -len(pair[0])):
            found.setdefault(sign[-2:], []).append((sign, money))
        return {end: tuple(some) for end, some in found.items()}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What stands after a sum -> its money.

        >>> Country("XR", "RUR", 4, money_names=("Crowns",)).names["crowns"]
        'RUR'
        """
        return self._meant({**flat("countries", "names"), **self._own(*self.money_names)})

    @cached_property
    def cents(self) -> Mapping[str, str]:
        """The names of hundredths -> the money; a letter alone (`5p`) where the money is that pound."""
        kinds = flat("countries", "cents")
        sure = self.money == flat("countries", "otherwise")[_POUND]
        return self._meant({one: of for one, of in kinds.items() if sure or len(one) > 1 or of != _POUND})

    @cached_property
    def name_after(self) -> re.Pattern[str]:
        """A name of a money, after a blank or a hyphen."""
        return _after(tuple(self.names))

    @cached_property
    def cents_after(self) -> re.Pattern[str]:
        """A name of hundredths, likewise."""
        return _after(tuple(self.cents))

    def has_money(self, word: str) -> bool:
        """Whether a word is a code, a name or a sign of money.

        >>> Country("XR", "RUR", 4).has_money("RUR"), Country("XR", "RUR", 4).has_money("RBR")
        (True, False)
        """
        low = word.lower()
        return low in self.names or any(low == sign for sign, _ in self.signs.get(low[-2:], ()))

    def _own(self, *words: str) -> dict[str, str]:
        money = self.money
        if money is None:
            return {}
        code = "" if money in phrases("countries", "codes_as_words") else money
        return {" ".join(folded(word).split()): money for word in (*words, code) if word}

    def _meant(self, words: Mapping[str, str]) -> dict[str, str]:
        """Words for a money, or for a kind of money, with the money that is meant (rule 2)."""
        kinds = {
            kind: self.money if self.money and self.code in phrases("countries", f"own_{kind}") else usual
            for kind, usual in flat("countries", "otherwise").items()
        }
        return {word: kinds.get(kind, kind) for word, kind in words.items()}


@cache
def country_named(code: str | None) -> Country:
    """The country of a code, as the lexicon has it.

    >>> country_named("pk").money, country_named("PK").start_month, country_named("FR").start_month
    ('PKR', 7, 1)
    >>> country_named(None).start_month, country_named("XX").calendar
    (None, None)
    """
    low = (code or "").lower()
    start = flat("countries", "fiscal_start").get(low, 1) if low.upper() in known_codes() else None
    return _known(low.upper(), flat("countries", "money").get(low), int(start) if start else None)


@cache
def known_codes() -> frozenset[str]:
    """The codes of all countries of which the lexicon says anything.

    >>> {"PK", "FR"} <= known_codes(), "XX" in known_codes()
    (True, False)
    """
    return frozenset(code.upper() for part in ("fiscal_start", "money") for code in flat("countries", part))


@cache
def _known(
    code: str,
    money: str | None,
    start_month: int | None,
    money_signs: tuple[str, ...] = (),
    money_names: tuple[str, ...] = (),
) -> Country:
    return Country(code, money, start_month, money_signs, money_names)


@cache
def _after(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"[ -]?(?P<name>{any_of(names, whole=False)})(?![a-z0-9])")
