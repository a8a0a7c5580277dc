"""Days and weeks that are told from the day of publication: `on Monday`, `yesterday`, `earlier this week`.

1. A day of the week is the last such day up to that of publication; of what lies ahead, the next one from
   that day on. `Last Monday` is before the day of publication and `next Monday` after it, whatever is told.
2. It stands after `on` or such a word, or before a stop or a small word (`announced Monday that`); not with
   `every` or `by` before it, in a name (`Black Friday`), or with its own date after it (`Monday, 5 May`).
3. `Yesterday`, `tonight`, `tomorrow` are so many days from the day of publication.
4. A week is from Monday to Sunday; of this one, what has passed by the day of publication, that included, or
   of what lies ahead the rest.
5. Without a day of publication there is none of these.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from policygraph.lexicon import any_of, by_letter, flat, one_of, phrases
from policygraph.periods import Period
from policygraph.reader.reading import Span

__all__ = ["ToldDay", "days_in"]

_WEEK = 7
_BEFORE = 24
"""Characters before a day among which a word stands that makes it none."""


class ToldDay(NamedTuple):
    """A day or week that a run of text tells: `text[start:end]`."""

    start: int
    end: int
    past: Period
    """Where what is told has come about."""
    coming: Period
    """Where it lies ahead."""


def days_in(text: str, fold: str, span: Span, published: date | None) -> tuple[ToldDay, ...]:
    """The days and weeks within a run, in order; `fold` is the folded text.

    >>> text = "It opened on Monday."
    >>> [str(one.past) for one in days_in(text, text.lower(), (0, 20), date(2031, 4, 2))]
    ['2031-03-31']
    """
    if published is None:
        return ()
    found = (_told(match, published) for match in _days().finditer(fold, *span) if _is_day(text, match))
    return tuple(found)


def _told(match: re.Match[str], published: date) -> ToldDay:
    place = match.span()
    if match["near"]:
        day = _day(published + timedelta(int(flat("periods", "days")[match["near"]])))
        return ToldDay(*place, day, day)
    if match["week"]:
        return ToldDay(*place, *_week(published, int(flat("periods", "weeks")[match["week"]])))
    apart = (int(flat("periods", "weekdays")[match["day"]]) - published.weekday()) % _WEEK
    after, before = published + timedelta(apart), published - timedelta(-apart % _WEEK)
    if match["back"]:
        after = before = published - timedelta(-apart % _WEEK or _WEEK)
    elif match["ahead"]:
        after = before = published + timedelta(apart or _WEEK)
    return ToldDay(*place, _day(before), _day(after))


def _week(published: date, which: int) -> tuple[Period, Period]:
    monday = published + timedelta(which * _WEEK - published.weekday())
    whole = Period(monday, monday + timedelta(_WEEK - 1))
    return (whole, whole) if which else (Period(monday, published), Period(published, whole.end))


def _day(day: date) -> Period:
    return Period(day, day)


def _is_day(text: str, match: re.Match[str]) -> bool:
    """Rule 2, for a day of the week."""
    if not match["day"]:
        return True
    start = match.start()
    if not text[match.start("day")].isupper() or _dated().match(match.string, match.end()):
        return False
    if match["on"] or match["back"] or match["ahead"] or match["this"]:
        return _none().search(match.string, max(0, start - _BEFORE), start) is None
    before = text[max(0, start - _BEFORE) : start].split()
    if (before and before[-1][:1].isupper()) or _none().search(match.string, max(0, start - _BEFORE), start):
        return False
    return _followed().match(match.string, match.end()) is not None


@cache
def _days() -> re.Pattern[str]:
    back, ahead = one_of("periods", "day_before"), one_of("periods", "day_after")
    name = any_of(flat("periods", "weekdays"), whole=False)
    weekday = (
        rf"(?P<on>on )?(?:(?:late|early) )?(?:(?P<ahead>{ahead}) |(?P<back>{back}) |(?P<this>this) )?"
        rf"(?P<day>{name})(?: (?:morning|afternoon|evening|night))?"
    )
    near = any_of(flat("periods", "days"), whole=False)
    week = any_of(flat("periods", "weeks"), whole=False)
    return re.compile(rf"(?<![\w-])(?:{weekday}|(?P<near>{near})|(?P<week>{week}))(?![\w'-])")


@cache
def _none() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){one_of('periods', 'no_day')} \Z")


@cache
def _dated() -> re.Pattern[str]:
    """The date of a day of the week, right after it."""
    months = any_of(flat("periods", "months"), whole=False)
    return re.compile(rf",? \(?(?:the )?(?:[0-9]{{1,2}}(?:st|nd|rd|th)? )?(?:of )?{months}\b")


@cache
def _followed() -> re.Pattern[str]:
    return re.compile(rf"[.,;:)]|\Z| {by_letter(phrases('periods', 'after_day'))}\b")
