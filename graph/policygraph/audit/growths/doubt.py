"""Which of the numbers in a misfitting rate is the one to doubt: those that other rates fit are not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from policygraph.audit.growths.bases import Pair
from policygraph.audit.growths.growth_words import signed
from policygraph.audit.growths.judging import Judgement
from policygraph.audit.records.counted import Rate, Series
from policygraph.audit.series.ledger import Amount
from policygraph.audit.wording import Wording
from policygraph.periods import Period

__all__ = ["Doubt"]

_Number = tuple[Series, Period, Decimal]


class Doubt:
    """What the rates that fit say for the numbers that others use.

    1. Another rate fits the same two amounts: the rate is to be doubted.
    2. Both amounts fit other rates: again the rate.
    3. One of them does: the other, or the rate.
    4. Neither does: nothing can be said.
    """

    def __init__(self, judged: Iterable[Judgement]) -> None:
        self._same: dict[tuple[_Number, _Number], Rate] = {}
        self._used: dict[_Number, set[tuple[_Number, _Number]]] = defaultdict(set)
        judged = list(judged)
        wrong = [one for one in judged if one.code == "inconsistent"]
        asked = {series for one in wrong for series in _counted(one.misses[:1])}
        able = [one for one in judged if not asked.isdisjoint(_counted(one.hits))]
        for one in sorted(able, key=lambda one: (one.rate.published or date.max, one.rate.iri)):
            for pair in one.hits:
                ends = _number(pair.level), _number(pair.base)
                self._same.setdefault(ends, one.rate)
                for end in ends:
                    self._used[end].add(ends)

    def sure(self, judgement: Judgement) -> dict[str, Decimal]:
        """The numbers of an inconsistent rate's two amounts that other rates fit, by IRI."""
        near = judgement.misses[0]
        ends = near.level, near.base
        same = tuple(map(_number, ends)) in self._same
        return {end.iri: end.value for end in ends if same or _number(end) in self._used}

    def about(self, judgement: Judgement, words: Wording) -> Iterator[str]:
        """A sentence that names the number to doubt in an inconsistent rate, if one can be named."""
        near = judgement.misses[0]
        level, base = _number(near.level), _number(near.base)
        other = self._same.get((level, base))
        if other:
            where = words.source(other.source, other.published)
            also = f"For the same two amounts {signed(other)} is stated ({where})"
            yield f"{also}: the rate is the number to doubt."
        elif level in self._used and base in self._used:
            yield "Both amounts fit other stated rates: the rate is the number to doubt."
        elif base in self._used:
            yield f"The base fits {_times(self._used[base])}: the level or the rate is the number to doubt."
        elif level in self._used:
            yield f"The level fits {_times(self._used[level])}: the base or the rate is the number to doubt."


def _number(amount: Amount) -> _Number:
    return amount.series, amount.period, amount.value


def _counted(pairs: Iterable[Pair]) -> Iterator[Series]:
    return (end.series for pair in pairs for end in (pair.level, pair.base))


def _times(rates: set[tuple[_Number, _Number]]) -> str:
    return "another stated rate" if len(rates) == 1 else f"{len(rates)} other stated rates"
