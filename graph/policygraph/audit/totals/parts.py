"""Parts against wholes, by the scheme: three services and the head that they make up.

1. Where the data says which definitions add up to which (`Facts.wholes`), the parts of one area and time
   that are known may not be more than the whole; where all are known, their sum must meet it.
2. Where it only says that one indicator is part of another (`Facts.broader`), a part is told when it is, by a
   twentieth, greater than a value of the whole for that area and time, of any definition: worth a look
   where every value of it is.
3. Forecasts and what the editors doubt stay out; values of every publication count (`fitting`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from policygraph.audit.records.facts import Facts
from policygraph.audit.records.findings import Finding
from policygraph.audit.series.levels import Level
from policygraph.audit.totals.fitting import Fit, fitted, hull, total
from policygraph.audit.wording import Wording, amount, joined, span
from policygraph.periods import Period

__all__ = ["Time", "by_time", "check_parts", "parts_of"]

_MARGIN = 1.05
_REVISED = Fraction(1, 100)
_LARGE = Fraction(5, 100)

Time = tuple[str, Period, bool, str]
"""Area, period, whether it is a stock, unit."""


def check_parts(facts: Facts, found: Iterable[Level]) -> list[Finding]:
    """Parts that are more than their whole, or that do not add up to it."""
    words = Wording(facts)
    sure = [level for level in found if not level.doubt and level.series.unit != "percent"]
    own = facts.own(sure)
    by_definition = by_time(own, lambda level: level.series.definition or "")
    by_indicator, known = (by_time(ones, lambda level: level.series.indicator) for ones in (own, sure))
    summed = [
        finding
        for whole, parts in sorted(parts_of(facts.wholes).items())
        for time in sorted(by_definition[whole])
        for finding in _of_time(by_definition, whole, parts, time, words)
    ]
    return [*summed, *_greater(facts, by_indicator, known, words)]


def parts_of(wholes: Mapping[str, str]) -> dict[str, list[str]]:
    """Definition -> the definitions that add up to it, in order."""
    parts: dict[str, list[str]] = defaultdict(list)
    for part, whole in sorted(wholes.items()):
        parts[whole].append(part)
    return parts


def by_time(found: Iterable[Level], key: Callable[[Level], str]) -> dict[str, dict[Time, list[Level]]]:
    """The levels by what they count and by area, time and unit."""
    times: dict[str, dict[Time, list[Level]]] = defaultdict(lambda: defaultdict(list))
    for level in found:
        times[key(level)][level.series.area, level.period, level.point, level.series.unit].append(level)
    return times


def _of_time(
    known: Mapping[str, Mapping[Time, list[Level]]],
    whole: str,
    parts: Sequence[str],
    time: Time,
    words: Wording,
) -> Iterator[Finding]:
    options = [known[part][time] for part in parts if part in known and time in known[part]]
    if not options:
        return
    fit = fitted(known[whole][time], options, at_most=len(options) < max(2, len(parts)))
    if fit.wrong:
        yield _finding(known[whole][time], options, fit, words)


def _finding(whole: list[Level], parts: list[list[Level]], fit: Fit, words: Wording) -> Finding:
    kind = "part-exceeds-whole" if fit.gap > 0 else "parts-differ"
    about = {iri for levels in (whole, *parts) for level in levels for iri in level.iris}
    least = min(abs(Fraction(level.value)) for level in whole)
    severity = "major" if abs(fit.gap) > _LARGE * least else "minor"
    if fit.fits or abs(fit.gap) <= _REVISED * least:
        severity = "info"
    made = total([hull(levels) for levels in parts])
    subject = words.subject(whole[0].series, whole[0].period)
    return Finding(
        kind=kind,
        severity=severity,
        about=tuple(sorted(about)),
        sentence=f"{subject}: {_told(whole, parts, fit, words)}.",
        arithmetic=f"{' + '.join(map(_numbers, parts))} = {span(made)}, stated: {_numbers(whole)}",
    )


def _told(whole: list[Level], parts: list[list[Level]], fit: Fit, words: Wording) -> str:
    if fit.fits and not fit.lone:
        return "the parts add up with some of the values stated, not with all"
    if fit.fits:
        lone = joined(_stated(level, words) for level in fit.lone)
        return f"the parts add up with other values stated, not with {lone}"
    named = joined(words.name(levels[0].series.indicator) for levels in parts)
    verb = "are" if len(parts) > 1 else "is"
    way = "more" if fit.gap > 0 else "less"
    values: list[Decimal | Fraction] = [*(level.value for level in whole), fit.gap]
    size = amount(abs(fit.gap), whole[0].series.unit, values)
    given = joined(_stated(level, words, values) for level in whole)
    return f"{named} {verb} at least {size} {way} than the whole, given as {given}"


def _greater(
    facts: Facts,
    own: Mapping[str, Mapping[Time, list[Level]]],
    known: Mapping[str, Mapping[Time, list[Level]]],
    words: Wording,
) -> Iterator[Finding]:
    for part in sorted(own):
        for whole in sorted(
            {above for above in facts.broader.get(part, ()) if above in known and above != part}
        ):
            for time in sorted(own[part].keys() & known[whole].keys()):
                parts, wholes = own[part][time], known[whole][time]
                linked = any(
                    facts.wholes.get(one.series.definition or "") == other.series.definition
                    for one in parts
                    for other in wholes
                )
                if not linked and _any_greater(parts, wholes):
                    yield _greater_finding(parts, wholes, words)


def _any_greater(parts: Sequence[Level], wholes: Sequence[Level]) -> bool:
    most = min(level.ends[1] for level in wholes)
    return most > 0 and max(level.ends[0] for level in parts) > most * _MARGIN


def _greater_finding(parts: list[Level], wholes: list[Level], words: Wording) -> Finding:
    values = [level.value for level in (*parts, *wholes)]
    given, of = (
        joined(_stated(level, words, values) for level in parts),
        words.name(wholes[0].series.indicator),
    )
    against = joined(_stated(level, words, values) for level in wholes)
    least, most = min(level.ends[0] for level in parts), max(level.ends[1] for level in wholes)
    return Finding(
        kind="part-exceeds-whole",
        severity="minor" if least > most else "info",
        about=tuple(sorted({iri for level in (*parts, *wholes) for iri in level.iris})),
        sentence=(
            f"{words.subject(parts[0].series, parts[0].period)}: {given}, more than {of}, "
            f"which it is part of: {against}. The definitions may not go together."
        ),
        arithmetic=f"{_numbers(parts)} > {_numbers(wholes)}",
    )


def _stated(level: Level, words: Wording, beside: Iterable[Decimal | Fraction] = ()) -> str:
    return f"{amount(level.value, level.series.unit, beside)} ({words.said(level.figures)})"


def _numbers(levels: Sequence[Level]) -> str:
    return " or ".join(f"{level.value:,f}" for level in levels)
