"""When a step was taken, or is to be: the one time of its sentence that is that of the deed.

1. Times are days told from the article's (`on Monday`, `yesterday`; see `reader.periods.days`), other days
   and months, and whatever names its year.
2. A day with a verb of telling beside it, or between it and the deed (`said on Monday that it had opened`),
   is that on which it was told; but what announces is told and done at once.
3. The time that follows the deed counts first, then the only one of the sentence; of several, the only day.
4. A day of the week before what lies ahead is of something else, unless the verb is about to come (`will on
   Monday open`).
5. A time counts where it has come when the article appears, or, of what is planned, has not passed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from policygraph.lexicon import any_of, one_of, phrases
from policygraph.periods import Period
from policygraph.reader.periods.days import days_in
from policygraph.reader.reading import ReadAction
from policygraph.resolve.article import Article

__all__ = ["time_of"]

_DONE, _ANNOUNCE = "done", "announce"
_FOLLOWS = re.compile(
    r",? ?(?:(?:here|there|also|in|at|on|for|during|late|early|earlier|later|back|the) ?){0,4}"
)


class _Time(NamedTuple):
    start: int
    end: int
    period: Period
    told: bool
    """Whether it is told from the article's day."""


def time_of(article: Article, read: ReadAction) -> str | None:
    """The day, month, week or year of a step; None where the sentence gives none that is sure."""
    day = article.document.date
    if day is None:
        return None
    times = [one for one in _times(article, read) if not _is_of_telling(article, read, one)]
    if (found := _chosen(article.low, read, times)) is None:
        return None
    period = found.period
    fits = period.start <= day if read.status == _DONE else period.end >= day
    return str(period) if fits else None


def _times(article: Article, read: ReadAction) -> Iterator[_Time]:
    """Rule 1, and rule 4."""
    done, sentence = read.status == _DONE, article.sentence(read.span[0])
    for one in article.times(read.span[0]):
        if one.period and (one.period.months <= 1 or one.named):
            yield _Time(one.start, one.end, one.period, False)
    for told in days_in(article.text, article.low, sentence, article.document.date):
        bare = told.past != told.coming
        if done or not bare or _lies_ahead(article.low, read, told.start):
            yield _Time(told.start, told.end, told.past if done else told.coming, True)


def _lies_ahead(text: str, read: ReadAction, start: int) -> bool:
    """Whether what is done at a day lies ahead of it: the deed came before, or its auxiliary."""
    return start >= read.span[1] or _ahead().search(text, read.span[0], start) is not None


def _chosen(text: str, read: ReadAction, times: list[_Time]) -> _Time | None:
    """Rule 3."""
    for one in times:
        if _FOLLOWS.fullmatch(text, read.span[1], one.start):
            return one
    if len(times) == 1:
        return times[0]
    days = [one for one in times if one.told]
    return days[0] if len(days) == 1 else None


def _is_of_telling(article: Article, read: ReadAction, one: _Time) -> bool:
    """Rule 2."""
    text, (start, end), (first, last) = article.low, article.sentence(read.span[0]), read.span
    if one.period.months > 1 or (read.action == _ANNOUNCE and first <= one.start < last):
        return False
    begun = last if one.start >= last else start
    if _telling_before().search(text, begun, one.start) or _telling_after().match(text, one.end, end):
        return True
    between = (one.end, first) if one.end <= first else (last, one.start)
    return _telling().search(text, *between) is not None


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){one_of('periods', 'day_ahead')} \Z")


@cache
def _telling() -> re.Pattern[str]:
    return re.compile(any_of(phrases("people", "speech")))


@cache
def _telling_before() -> re.Pattern[str]:
    """A verb of telling, with whom it is told, right before a day."""
    return re.compile(rf"{any_of(phrases('people', 'speech'))}(?: [a-z]+){{0,2}} (?:in |on |late |early )?\Z")


@cache
def _telling_after() -> re.Pattern[str]:
    return re.compile(rf" {any_of(phrases('people', 'speech'))}")
