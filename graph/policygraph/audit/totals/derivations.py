"""Ways in which stated levels and rates give a level: by a rate, by sums over time, by parts and wholes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from policygraph.audit.numbers.intervals import Interval
from policygraph.audit.records.counted import Rate, Series
from policygraph.audit.records.facts import Facts
from policygraph.audit.series.levels import Level
from policygraph.audit.totals.fitting import hull, total
from policygraph.audit.totals.parts import by_time, parts_of
from policygraph.audit.totals.sums import Known, Sum
from policygraph.audit.wording import Wording, amount
from policygraph.periods import Period

__all__ = ["Derivation", "Wanted", "by_parts", "by_rates", "by_sums"]

_NAMED = ("month", "quarter", "half", "fiscal-year", "calendar-year")
"""Kinds of periods that are worth knowing; runs of other months are not derived."""
POINT = "point"

Wanted = Callable[[Series, Period, bool], bool]
"""Whether a level of this series and period, a stock or not, is worth deriving."""


@dataclass(frozen=True, slots=True)
class Derivation:
    """A level that follows, and from what."""

    series: Series
    period: Period
    kind: str
    interval: Interval
    given: tuple[Sequence[Level], ...]
    """The levels that it follows from, by what they are for."""
    tell: Callable[[], str]
    """Writes the sum, for the few that are told."""

    rate: str = ""
    """IRI of the rate that it follows from."""

    @property
    def sources(self) -> tuple[str, ...]:
        """IRIs of all that it follows from, sorted."""
        figures = {iri for levels in self.given for level in levels for iri in level.iris}
        return tuple(sorted(figures | {self.rate} - {""}))

    @property
    def point(self) -> bool:
        """Whether it is a stock."""
        return self.kind == POINT


def by_rates(facts: Facts, found: Iterable[Level], wanted: Wanted, words: Wording) -> Iterator[Derivation]:
    """Bases from levels, and levels from bases, as far as they are wanted."""
    figures = {(iri, *level.series.key): level for level in found for iri in level.iris}
    for rate in sorted(facts.own(facts.rates), key=lambda one: one.iri):
        if rate.status == "forecast" or rate.doubt or not rate.rate.is_finite() or rate.base_period is None:
            continue
        point = rate.kind == POINT
        own = rate.series.key
        level, base = (figures.get((iri or "", *own)) for iri in (rate.figure, rate.base_figure))
        if level is not None and wanted(level.series, rate.base_period, point):
            yield from _base(rate, level, words)
        elif level is None and base is not None and wanted(base.series, rate.period, point):
            yield from _level(rate, base, words)


def by_sums(found: Iterable[Level], wanted: Wanted, words: Wording) -> Iterator[Derivation]:
    """What is left of a longer period, and what shorter ones make up, as far as it is wanted."""
    series: dict[Series, dict[Period, list[Level]]] = defaultdict(lambda: defaultdict(list))
    for level in found:
        if not level.point and level.series.unit != "percent":
            series[level.series][level.period].append(level)
    for one, stated in series.items():
        known = Known(stated)
        for way in known.rests():
            if words.kind(way.parts[0]) in _NAMED and wanted(one, way.parts[0], False):
                yield _rest(one, way, stated, words)
        for whole in known.spans():
            if words.kind(whole) in _NAMED and whole not in known and wanted(one, whole, False):
                yield from (_whole(one, way, stated, words) for way in known.ways(whole))


def by_parts(facts: Facts, found: Iterable[Level], wanted: Wanted, words: Wording) -> Iterator[Derivation]:
    """The whole of all its parts, and the one part that is not stated, as far as they are wanted."""
    known = by_time(found, lambda level: level.series.definition or "")
    indicators = {(one.series.definition or "", one.series.area): one.series.indicator for one in found}
    for whole, parts in sorted(parts_of(facts.wholes).items()):
        for time in sorted({time for name in (whole, *parts) for time in known[name]}):
            missing = [name for name in (whole, *parts) if time not in known[name]]
            counted = indicators.get((missing[0], time[0])) if len(parts) > 1 and len(missing) == 1 else None
            if counted:
                series = Series(counted, time[0], missing[0], time[3])
                given = {name: known[name][time] for name in (whole, *parts) if name not in missing}
                if wanted(series, time[1], time[2]):
                    yield _solved(series, whole, given, words)


def _base(rate: Rate, level: Level, words: Wording) -> Iterator[Derivation]:
    factor, period = _factor(rate), rate.base_period
    if factor is None or period is None:
        return
    interval = _scaled(level.loose, 1 / factor[1], 1 / factor[0])
    yield Derivation(
        level.series,
        period,
        rate.kind,
        interval,
        ([level],),
        lambda: f"{_text(level, words)} / (1 {rate.rate:+f}%)",
        rate.iri,
    )


def _level(rate: Rate, base: Level, words: Wording) -> Iterator[Derivation]:
    factor = _factor(rate)
    if factor is None:
        return
    interval = _scaled(base.loose, *factor)
    yield Derivation(
        base.series,
        rate.period,
        rate.kind,
        interval,
        ([base],),
        lambda: f"{_text(base, words)} x (1 {rate.rate:+f}%)",
        rate.iri,
    )


def _factor(rate: Rate) -> tuple[Fraction, Fraction] | None:
    """What a base may be multiplied by; None where that may be nought or less."""
    rates = Interval.of(rate.rate, abs(rate.step))
    if rates.low is None or rates.high is None or rates.low <= -100:
        return None
    return 1 + rates.low / 100, 1 + rates.high / 100


def _scaled(level: Interval, low: Fraction, high: Fraction) -> Interval:
    if level.low is None or level.high is None:
        return Interval(None, None)
    return Interval(
        level.low * (low if level.low >= 0 else high), level.high * (high if level.high >= 0 else low)
    )


def _rest(series: Series, way: Sum, stated: Mapping[Period, Sequence[Level]], words: Wording) -> Derivation:
    whole, part = stated[way.whole], stated[way.parts[1]]
    rest = way.parts[0]

    def tell() -> str:
        return f"{_texts(whole, words)} - {_texts(part, words)}"

    return Derivation(series, rest, words.kind(rest), hull(whole) - hull(part), (whole, part), tell)


def _whole(series: Series, way: Sum, stated: Mapping[Period, Sequence[Level]], words: Wording) -> Derivation:
    parts = [stated[part] for part in way.parts]

    def tell() -> str:
        return " + ".join(_texts(part, words) for part in parts)

    interval = total([hull(part) for part in parts])
    return Derivation(series, way.whole, words.kind(way.whole), interval, tuple(parts), tell)


def _solved(series: Series, whole: str, given: Mapping[str, Sequence[Level]], words: Wording) -> Derivation:
    """The one that is missing of a whole and its parts."""
    first = next(iter(given.values()))[0]
    kind = first.figures[0].kind
    parts = [levels for name, levels in given.items() if name != whole]
    named = [f"{words.name(levels[0].series.indicator)}, {_texts(levels, words)}" for levels in parts]
    interval = total([hull(levels) for levels in parts])
    if whole not in given:
        return Derivation(series, first.period, kind, interval, tuple(parts), lambda: " + ".join(named))
    left = hull(given[whole]) - interval
    return Derivation(
        series,
        first.period,
        kind,
        left,
        tuple(given.values()),
        lambda: " - ".join([_texts(given[whole], words), *named]),
    )


def _texts(levels: Sequence[Level], words: Wording) -> str:
    values = " or ".join(amount(level.value, level.series.unit) for level in levels)
    return f"{words.period(levels[0].period)} {values}"


def _text(level: Level, words: Wording) -> str:
    return _texts([level], words)
