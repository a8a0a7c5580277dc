"""Readings that other statements show: another level, base, period or rate, stated somewhere, that fits."""

from __future__ import annotations

from collections.abc import Iterator

from policygraph.audit.growths.bases import defined, may_be_base
from policygraph.audit.growths.growth_words import signed
from policygraph.audit.growths.judging import Judgement
from policygraph.audit.growths.tries import Tell, Try, over
from policygraph.audit.numbers.intervals import Interval
from policygraph.audit.records.counted import Rate
from policygraph.audit.series.ledger import Amount, Ledger
from policygraph.audit.wording import Wording, amount
from policygraph.periods import Period, PeriodError

__all__ = ["changes", "other_base", "other_basis", "other_level", "other_period", "other_rate", "rate_before"]

YEAR = 12
_COUNTED = (1, 3, 6)
"""Months of the periods that are compared with the one just before."""


def other_level(ledger: Ledger, judgement: Judgement) -> list[Try]:
    """Another level that is stated for the period, over the same bases."""
    tries, rate = [], judgement.rate
    levels = {pair.level.iri for pair in judgement.misses}
    for level in _known(ledger, rate, rate.period):
        if level.iri not in levels:
            for base in _bases(judgement):
                tries += over("other-level", level, base, judgement, _with(level))
    return tries


def other_base(ledger: Ledger, judgement: Judgement) -> list[Try]:
    """A base of another definition, or one that may not speak for itself: doubted, derived, a forecast."""
    rate, tried = judgement.rate, {id(pair.base) for pair in judgement.misses}
    found = [] if rate.base_period is None else ledger.levels(rate, rate.base_period)
    tries = []
    for level in _levels(judgement):
        for base in found:
            if id(base) not in tried:
                tries += over("other-base", level, base, judgement, _from(base))
    return tries


def rate_before(ledger: Ledger, judgement: Judgement) -> list[Try]:
    """The rate that is stated for a year before, or for the period that this one is counted from."""
    rate = judgement.rate
    tries: list[Try] = []
    for earlier in _periods(rate.period, -YEAR, -_months(rate)):
        for other in filter(rate.printed_as, ledger.rates(rate, earlier)):
            printed = Interval.of(other.rate, other.step)
            tries.append(Try("last-years-rate", printed, judgement.stated, _copied(rate, other)))
    return tries


def changes(ledger: Ledger, judgement: Judgement) -> list[Try]:
    """The same as reckoned from levels."""
    months = _months(judgement.rate)
    return [
        found
        for earlier in _periods(judgement.rate.period, -YEAR, -months)
        for found in _change(ledger, judgement, "last-years-rate", earlier, months)
    ]


def other_basis(ledger: Ledger, judgement: Judgement) -> list[Try]:
    """The change over the period just before for one over the year before, or the reverse."""
    rate, months = judgement.rate, _months(judgement.rate)
    length = rate.period.months
    if length not in _COUNTED or months not in (YEAR, length):
        return []
    code, shift = ("month-on-month", length) if months == YEAR else ("year-on-year", YEAR)
    return _counted_from(ledger, judgement, code, -shift)


def other_period(ledger: Ledger, judgement: Judgement) -> list[Try]:
    """The change of another run to the same month, of the month beside, or over a base that is one off."""
    rate, months = judgement.rate, _months(judgement.rate)
    tries: list[Try] = []
    if not months:
        return tries
    for period in (*ledger.runs_to(rate), *_periods(rate.period, -1, 1)):
        tries += _change(ledger, judgement, "other-period", period, months)
    beside = {-months - 1, -months + 1, -months - YEAR, *_calendar_years(rate, ledger, months)}
    for shift in sorted(beside - {0, -months}):
        tries += _counted_from(ledger, judgement, "other-period", shift)
    return tries


def other_rate(ledger: Ledger, judgement: Judgement) -> list[Try]:
    """The rate that the same source states for a related indicator and the same period."""
    return [
        Try("other-rate", Interval.of(other.rate, other.step), judgement.stated, _of_another(other))
        for other in ledger.said_with(judgement.rate)
        if judgement.rate.printed_as(other)
    ]


def _counted_from(ledger: Ledger, judgement: Judgement, code: str, shift: int) -> list[Try]:
    """The same level over the bases of another period."""
    tries: list[Try] = []
    for period in _periods(judgement.rate.period, shift):
        for level in _levels(judgement):
            for base in _known(ledger, judgement.rate, period):
                tries += over(code, level, base, judgement, _from(base))
    return tries


def _change(ledger: Ledger, judgement: Judgement, code: str, period: Period, months: int) -> list[Try]:
    """The change over so many months to another period."""
    rate = judgement.rate
    tries: list[Try] = []
    for before in _periods(period, -months) if months else ():
        for level in _known(ledger, rate, period):
            for base in _known(ledger, rate, before):
                if level.series == base.series:
                    tries += over(code, level, base, judgement, _change_of(rate, level, base))
    return tries


def _calendar_years(rate: Rate, ledger: Ledger, months: int) -> Iterator[int]:
    """Shifts to the calendar and fiscal years around the base of a year that begins otherwise."""
    if rate.period.months != YEAR:
        return
    for start in {1, ledger.facts.fiscal_start} - {rate.period.start.month}:
        ahead = (start - rate.period.start.month) % YEAR
        yield from (ahead - months, ahead - YEAR - months)


def _known(ledger: Ledger, rate: Rate, period: Period) -> list[Amount]:
    """What is stated for the series in a period, and nobody doubts."""
    found = ledger.levels(rate, period)
    sure = [one for one in found if one.source and not one.doubted and may_be_base(rate, one)]
    return [one for one in sure if defined(one.series) or not defined(rate.series)]


def _levels(judgement: Judgement) -> list[Amount]:
    return list({(pair.level.value, pair.level.step): pair.level for pair in judgement.misses}.values())


def _bases(judgement: Judgement) -> list[Amount]:
    return list({(pair.base.value, pair.base.step): pair.base for pair in judgement.misses}.values())


def _months(rate: Rate) -> int:
    """How many months before the period its base lies; 0 where that is not known."""
    if rate.base_period is None:
        return 0
    one, other = rate.period.start, rate.base_period.start
    return (one.year - other.year) * YEAR + one.month - other.month


def _periods(period: Period, *shifts: int) -> Iterator[Period]:
    """The period so many months away, each once; none outside the calendar."""
    for shift in dict.fromkeys(shift for shift in shifts if shift):
        try:
            yield period.shifted(shift)
        except PeriodError:
            continue


def _with(level: Amount) -> Tell:
    return lambda words: f"It fits {amount(level.value, level.series.unit)} ({_where(level, words)})."


def _from(base: Amount) -> Tell:
    def told(words: Wording) -> str:
        value, period = amount(base.value, base.series.unit), words.period(base.period)
        return f"It fits if counted from {value} in {period} ({_where(base, words)})."

    return told


def _change_of(rate: Rate, level: Amount, base: Amount) -> Tell:
    return lambda words: (
        f"{signed(rate)} fits the change from {words.period(base.period)} to {words.period(level.period)}"
        f" ({_where(level, words)})."
    )


def _copied(rate: Rate, other: Rate) -> Tell:
    return lambda words: (
        f"{signed(rate)} is the rate stated for {words.period(other.period)}"
        f" ({words.source(other.source, other.published)})."
    )


def _of_another(other: Rate) -> Tell:
    return lambda words: (
        f"The same source states {signed(other)} for {words.subject(other.series, other.period)}."
    )


def _where(one: Amount, words: Wording) -> str:
    """Who states it, by which definition."""
    said = words.source(one.source, one.published) if one.source else "follows from other figures"
    return f"{words.name(one.series.definition)}; {said}" if one.series.definition else said
