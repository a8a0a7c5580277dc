"""Growths: the stated relative changes of a text, each with its base and its period.

1. What is a change is told by `changes`, what has changed by `changed`, what it is compared with by
   `growth_bases`.
2. `doubled`, `2.2x` and `three times as much as in May` are changes too (see `multiples`).
3. A change between two times is that of the later one over the earlier where they follow each other
   (`between FY24 and FY25`), and else one of all the time from one to the other.
4. A change of a rate has no period but its own. What comes about in a stretch (`in six months`), or would
   have to each year to reach a goal, has no period.
5. One change stated twice is one growth.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from policygraph.lexicon import one_of
from policygraph.periods import Period
from policygraph.reader.document import Document
from policygraph.reader.figures.attachment import Attached, attached, carried
from policygraph.reader.figures.changed import Changed
from policygraph.reader.figures.changes import change_sign, compared_sign
from policygraph.reader.figures.compared import is_compared
from policygraph.reader.figures.figures import levels_of
from policygraph.reader.figures.growth_bases import basis_between, basis_of, is_over_stretch, is_said_yearly
from policygraph.reader.figures.measures import Measures, Place, measures_of
from policygraph.reader.figures.multiples import multiples_in, times_changed
from policygraph.reader.figures.quotes import quote_span
from policygraph.reader.periods.text_periods import printed
from policygraph.reader.reading import ReadGrowth
from policygraph.reader.text.cues import has_cue
from policygraph.reader.text.sentences import Sentence

__all__ = ["read_growths"]


_MANY = 10_000
"""A number from here on is no small thing: it may say what time the text is on."""
_SET_AGAINST = re.compile(rf"{one_of('grammar', 'comparing', opening=True)} \Z")
_SINCE = re.compile(r" since\b")
_AROUND = 40
"""Characters before a rate among which words of its basis stand."""
_WISH = re.compile(rf"{one_of('grammar', 'wishing', opening=True)}\b[^.;]{{0,60}}\Z")


def read_growths(document: Document, sentences: tuple[Sentence, ...]) -> tuple[ReadGrowth, ...]:
    """All relative changes of a document in order."""
    measures = measures_of(document, sentences)
    changes = _changes(measures, sentences)
    if not any(pct is not None for _, pct in changes):
        return ()
    levels = levels_of(document, sentences)
    aims = {level.start for level in levels if level.figure.status == "target"}
    changed = Changed(measures, levels)
    current: Period | None = None
    yearly = False
    found: list[ReadGrowth] = []
    for place, pct in sorted(changes, key=lambda pair: pair[0].amount.start):
        if pct is None:
            if place.amount.is_money or place.amount.value >= _MANY:
                told = attached(measures, place, current, growth=False)
                lent = place.amount.start not in aims and not _is_base(measures, place, told)
                current = carried(measures, told, current) if lent else current
            continue
        indicator = changed.indicator(place)
        told = _told(measures, place, None if indicator == "rate" else current)
        current = carried(measures, told, current)
        basis = basis_of(measures, place, told, yearly=yearly)
        yearly = yearly or (basis == "yoy" and is_said_yearly(measures, place))
        span = quote_span(measures, place, place.amount.end, told.source)
        unit = "points" if place.amount.unit == "points" else ""
        found.append(ReadGrowth(span, indicator, pct, basis, printed(told.period), unit))
    return tuple(_once(found))


def _changes(measures: Measures, sentences: tuple[Sentence, ...]) -> list[tuple[Place, Decimal | None]]:
    """Every amount with the change it states, or None."""
    found: list[tuple[Place, Decimal | None]] = []
    for place in measures.places:
        sign = change_sign(measures, place)
        found.append(times_changed(measures, place) or (place, place.amount.value * sign if sign else None))
    found += multiples_in(measures, sentences)
    return found


def _is_base(measures: Measures, place: Place, told: Attached) -> bool:
    """Whether an amount is one that others are compared with, by its own words or by those of its time."""
    source = told.source
    if source and _SET_AGAINST.search(
        measures.text, max(place.sentence.start, source.start - 20), source.start
    ):
        return True
    return is_compared(measures, place, source)


def _told(measures: Measures, place: Place, current: Period | None) -> Attached:
    """The period of a change; none for one that runs over a stretch, or that some goal would take."""
    text, amount = measures.text, place.amount
    around = max(place.start, amount.start - _AROUND), min(amount.end + _AROUND // 2, place.sentence.end)
    wished = has_cue(text, *around, "changes", "yoy") and _WISH.search(text, place.start, amount.start)
    if wished or is_over_stretch(measures, place):
        return Attached(None)
    if compared_sign(measures, place):
        return attached(measures, place, None, growth=False)
    told = attached(measures, place, None if _stands_alone(measures, place) else current, growth=True)
    ends = told.source.ends if told.source else None
    return replace(told, period=ends[1]) if ends and basis_between(*ends) else told


def _stands_alone(measures: Measures, place: Place) -> bool:
    """Whether its period cannot be that of what was said before: a yearly rate, a price of the day."""
    if has_cue(measures.text, place.sentence.start, place.amount.start, "grammar", "market"):
        return True
    if _SINCE.match(measures.text, place.amount.end):
        return True
    return bool(
        re.match(r" (?:every|each|per) year\b", measures.text[place.amount.end : place.amount.end + 12])
    )


def _once(found: list[ReadGrowth]) -> list[ReadGrowth]:
    """Each change once (rule 5), in the order of the text; of two the one that says more stays."""
    kept: dict[tuple[Decimal, str], list[ReadGrowth]] = {}
    for growth in found:
        same = kept.setdefault((growth.pct, growth.unit), [])
        for place, other in enumerate(same):
            if not other.period or not growth.period or other.period == growth.period:
                more = (growth.period and not other.period) or (growth.basis and not other.basis)
                same[place] = growth if more else other
                break
        else:
            same.append(growth)
    return sorted((growth for same in kept.values() for growth in same), key=lambda growth: growth.span)
