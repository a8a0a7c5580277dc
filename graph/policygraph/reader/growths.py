"""Growths: the stated relative changes of a text, each with its base and its period.

1. A change (see `changes`) is compared with the same period a year before where the text says so, where
   what it is about is a fiscal year or a run of months, or where the base named is a year earlier; with the
   month before where that is said or the base is the month before its own; with the quarter before
   likewise.
2. What is compared with a period further back has no basis of these.
3. `doubled`, `tripled`, `halved` and their kind are changes of 100, 200 and -50 per cent.
4. What comes about in a stretch (`in six months`), or would have to each year to reach a goal, has no period.
   A change with no base of a quarter is a yearly one where the text has called an earlier one so.
5. One change stated twice is one growth.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from policygraph.periods import Period
from policygraph.reader.amount import Amount
from policygraph.reader.attachment import Attached, attached, is_against, is_compared
from policygraph.reader.changes import change_sign
from policygraph.reader.cues import has_cue
from policygraph.reader.document import Document
from policygraph.reader.indicators import is_it, money_indicator
from policygraph.reader.lexicon import any_of, flat, one_of, phrases
from policygraph.reader.measures import Measures, Place, measures_of
from policygraph.reader.quotes import quote_span
from policygraph.reader.reading import ReadGrowth
from policygraph.reader.sentences import Sentence, sentence_at
from policygraph.reader.text_periods import printed

__all__ = ["read_growths"]


_BEFORE = 40
_MANY = 10_000
"""A number from here on is no small thing: it may say what time the text is on."""
_VERB_BEFORE = re.compile(
    r"\b(?:to|will|would|could|has|have|had|can|[a-z]+ed|[a-z]+s)"
    r" (?:(?:more than|nearly|almost|at least|about|roughly) )?\Z"
)
_STRETCH = re.compile(rf" (?:in|over|within) (?:(?:just|only|under|about|the last|the past) )?(?:[a-z]+|[0-9]+) (?:months|weeks|years)\b")
_SET_AGAINST = re.compile(rf"{one_of('grammar', 'comparing', opening=True)} \Z")
_SINCE = re.compile(r" since\b")
_BACK = 30
"""Characters before `doubled` and its kind among which its verb stands."""
_WISH = re.compile(rf"{one_of('grammar', 'wishing', opening=True)}\b[^.;]{{0,60}}\Z")


def read_growths(document: Document, sentences: tuple[Sentence, ...]) -> tuple[ReadGrowth, ...]:
    """All relative changes of a document in order."""
    measures = measures_of(document, sentences)
    changes = _changes(measures, sentences)
    if not any(pct is not None for _, pct in changes):
        return ()
    current: Period | None = None
    yearly = False
    found: list[ReadGrowth] = []
    for place, pct in sorted(changes, key=lambda pair: pair[0].amount.start):
        if pct is None:
            if place.amount.is_money or place.amount.value >= _MANY:
                told = attached(measures, place, current, growth=False)
                current = current if _is_base(measures, place, told) else told.period or current
            continue
        told = _told(measures, place, current)
        current = told.period or current
        basis = _basis(measures, place, told.period)
        if basis is None and told.period and _is_yearly(measures, place, yearly):
            basis = "yoy"
        yearly = yearly or (basis == "yoy" and has_cue(measures.text, *place.sentence[:2], "changes", "yoy"))
        span = quote_span(measures, place, place.amount.end, told.source)
        found.append(ReadGrowth(span, _indicator(measures, place), pct, basis, printed(told.period)))
    return tuple(_once(found))


def _changes(measures: Measures, sentences: tuple[Sentence, ...]) -> list[tuple[Place, Decimal | None]]:
    """Every amount with the change it states, or None."""
    found: list[tuple[Place, Decimal | None]] = []
    for place in measures.places:
        sign = change_sign(measures, place)
        found.append((place, place.amount.value * sign if sign else None))
    for spot in measures.spots.multiples:
        match = _multiples().match(measures.text, spot)
        sentence = sentence_at(sentences, spot) if match else None
        if match and sentence and _is_change(measures.text, match):
            value = Decimal(flat("changes", "multiples")[match[0]])
            amount = Amount(match.start(), match.end(), value, "multiple")
            found.append((Place(amount, sentence, sentence.start, sentence.end, None, None), value))
    return found


def _is_change(text: str, match: re.Match[str]) -> bool:
    following = re.match(r"[ -]([a-z]+)", text[match.end() : match.end() + 20])
    if not following:
        return True
    word = following[1]
    if word in {"the", "a"}:
        return bool(_VERB_BEFORE.search(text[max(0, match.start() - _BACK) : match.start()]))
    return word not in phrases("changes", "not_multiples")


@cache
def _multiples() -> re.Pattern[str]:
    return re.compile(any_of(flat("changes", "multiples")))


def _basis(measures: Measures, place: Place, period: Period | None) -> str | None:
    text = measures.text
    start, end = place.amount.end, min(place.sentence.end, place.amount.end + 120)
    if place.after:
        end = min(end, max(place.after.end + 60, start))
    near = min(end, start + (60 if place.amount.unit != "multiple" else 24))
    before = text[max(place.start, place.amount.start - _BEFORE) : place.amount.start]
    for key in ("yoy", "mom", "qoq"):
        if has_cue(text, start, near, "changes", key) or _said_of(key).search(before):
            return key
    said = measures.periods_in(place.sentence.start, end)
    bases = [p for p in said if p.shift or is_against(measures, place, p)]
    for base in sorted(bases, key=lambda base: base.start < place.amount.start):
        if base.shift == -12:
            return "yoy"
        if base.period and period:
            return _between(base.period, period)
    if _STRETCH.match(text, place.amount.end):
        return None
    plain = place.amount.unit == "percent" and not bases
    return "yoy" if plain and period and 1 < period.months <= 12 and period.months != 3 else None


@cache
def _said_of(key: str) -> re.Pattern[str]:
    """A basis right before the noun of change that a rate belongs to (`a year-on-year gain of`)."""
    nouns = any_of((*phrases("changes", "nouns_up"), *phrases("changes", "nouns_down")))
    return re.compile(rf"{any_of(phrases('changes', key))} {nouns} of (?:{one_of('numbers', 'about')} )?\Z")


def _is_base(measures: Measures, place: Place, told: Attached) -> bool:
    """Whether an amount is one that others are compared with, by its own words or by those of its time."""
    source = told.source
    if source and _SET_AGAINST.search(measures.text, max(place.sentence.start, source.start - 20), source.start):
        return True
    return is_compared(measures, place, told)


def _told(measures: Measures, place: Place, current: Period | None) -> Attached:
    """The period of a change; none for one that runs over a stretch, or that some goal would take."""
    text, amount = measures.text, place.amount
    wish = has_cue(text, amount.start - 12, min(amount.end + 14, place.sentence.end), "changes", "yoy")
    wished = wish or has_cue(text, max(place.start, amount.start - 40), amount.start, "changes", "yoy")
    if _STRETCH.match(text, amount.end) or (wished and _WISH.search(text, place.start, amount.start)):
        return Attached(None)
    return attached(measures, place, None if _stands_alone(measures, place) else current, growth=True)


def _is_yearly(measures: Measures, place: Place, yearly: bool) -> bool:
    """Whether a change with no base is a yearly one, as the text has said of an earlier one."""
    start, end = place.sentence.start, place.sentence.end
    based = any(p.shift or is_against(measures, place, p) for p in measures.periods_in(start, end))
    return yearly and not based and place.amount.unit == "percent"


def _stands_alone(measures: Measures, place: Place) -> bool:
    """Whether its period cannot be that of what was said before: a yearly rate, a price of the day."""
    if has_cue(measures.text, place.sentence.start, place.amount.start, "grammar", "market"):
        return True
    if _SINCE.match(measures.text, place.amount.end):
        return True
    return bool(
        re.match(r" (?:every|each|per) year\b", measures.text[place.amount.end : place.amount.end + 12])
    )


def _between(base: Period, period: Period) -> str | None:
    apart = (period.start.year - base.start.year) * 12 + period.start.month - base.start.month
    if apart == 12:
        return "yoy"
    if apart == 1 and period.months == 1:
        return "mom"
    if apart == 3 and period.months == 3:
        return "qoq"
    return None


def _indicator(measures: Measures, place: Place) -> str:
    found = money_indicator(measures, place, "")
    if found == "other" and is_it(measures, place.sentence.start, place.sentence.end):
        return (
            "it-exports" if "export" in measures.text[place.sentence.start : place.sentence.end] else "other"
        )
    return found


def _once(found: list[ReadGrowth]) -> list[ReadGrowth]:
    """Each change once (rule 5), in the order of the text; of two the one that says more stays."""
    kept: dict[Decimal, list[ReadGrowth]] = {}
    for growth in found:
        same = kept.setdefault(growth.pct, [])
        for place, other in enumerate(same):
            if not other.period or not growth.period or other.period == growth.period:
                more = (growth.period and not other.period) or (growth.basis and not other.basis)
                same[place] = growth if more else other
                break
        else:
            same.append(growth)
    return sorted((growth for same in kept.values() for growth in same), key=lambda growth: growth.span)
