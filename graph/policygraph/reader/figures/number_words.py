"""The numbers of a text before it is known what is a date: numerals, parts of a whole, and ranks.

1. `half of`, `a third of`, `three-quarters are` and their kind are percentages; so is one after `by` (`cut by
   half`), one that is compared (`a fifth less`), and one right after a verb of change with nothing after it
   that it may be of (`fell a third to $5`; not `won a third term`). `half a per cent` and `a quarter of a
   percentage point` are parts of one.
2. `one in ten` and `three out of four` are percentages too, where no time follows.
3. The `second` of `second-largest` is an ordinal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from policygraph.lexicon import any_of, flat, one_of, phrases
from policygraph.quantities import plain
from policygraph.reader.figures.amount import Amount
from policygraph.reader.figures.numbers import Numeral, numerals
from policygraph.reader.periods.spots import Spots, spots_of
from policygraph.reader.text.cues import last_cue

__all__ = ["Numbers", "numbers_of"]

_LAST = re.compile(r"half|thirds?|quarters?|(?:fif|six|seven|eigh|nin|ten)ths?")
_OF_ONE = re.compile(r" (?:of )?an? per ?cent(?P<point>age[ -]point)?\b")
_RIGHT_BEFORE = re.compile(rf" (?:{one_of('numbers', 'about')} )?")
_VERB = 30
"""Characters before a part among which the verb of change stands."""
_BEFORE_LAST = 8
"""Characters of the name of a part before its last word."""
_AFTER_LAST = 16
"""Characters after it that tell whether it is one."""


class Numbers(NamedTuple):
    """What the words alone say, and numerals, whose unit is still to be found."""

    named: list[Amount]
    numerals: list[Numeral]


def numbers_of(text: str, spots: Spots | None = None) -> Numbers:
    """The numbers of a folded text; `spots` are those of the text, where the caller has them.

    >>> [(str(a.value), a.unit) for a in numbers_of("half of the second-largest").named]
    [('50', 'percent'), ('2', 'ordinal')]
    """
    spots = spots or spots_of(text)
    counted = numerals(text, spots)
    return Numbers([*_parts(text, spots), *_ratios(text, counted), *_ranks(text, spots)], counted)


def _parts(text: str, spots: Spots) -> Iterator[Amount]:
    worth = flat("numbers", "fractions")
    for spot in spots.parts:
        last = _LAST.match(text, spot)
        run = max(0, spot - _BEFORE_LAST), last.end() + _AFTER_LAST if last else spot
        found = last and (_fraction().search(text, *run) or _changed(text, *run))
        if found and not _within_word(text, found.start()):
            value = Decimal(worth[" ".join(found["part"].split())])
            yield _of_one(text, Amount(found.start(), found.end("part"), value, "percent", in_words=True))


def _changed(text: str, start: int, end: int) -> re.Match[str] | None:
    """A part that a verb of change stands right before."""
    found = _alone().search(text, start, end)
    if not found:
        return None
    before = max(0, found.start() - _VERB)
    told = (last_cue(text, before, found.start(), "changes", key) for key in ("up", "down"))
    right = (_RIGHT_BEFORE.fullmatch(text, cue.end, found.start()) for cue in told if cue)
    return found if any(right) else None


def _of_one(text: str, part: Amount) -> Amount:
    """The part of one per cent or percentage point, where it is of that."""
    if not (found := _OF_ONE.match(text, part.end)):
        return part
    unit = "points" if found["point"] else "percent"
    return part._replace(end=found.end(), value=plain(part.value / 100), unit=unit)


def _ratios(text: str, numbers: Iterable[Numeral]) -> Iterator[Amount]:
    for number in numbers:
        if number.in_words and (found := _ratio().match(text, number.end)):
            known = flat("numbers", "words").get(found["whole"]) or found["whole"]
            if number.value < (whole := Decimal(known)):
                value = (number.value * 100 / whole).quantize(Decimal("0.1"))
                yield Amount(number.start, found.end("whole"), plain(value), "percent", in_words=True)


def _ranks(text: str, spots: Spots) -> Iterator[Amount]:
    for spot in spots.ranks:
        found = _rank().match(text, spot)
        if found and not _within_word(text, spot):
            value = Decimal(flat("numbers", "ordinals")[found[0]])
            yield Amount(spot, found.end(), value, "ordinal", in_words=True)


def _within_word(text: str, place: int) -> bool:
    return place > 0 and (text[place - 1].isalnum() or text[place - 1] in "-_")


@cache
def _ratio() -> re.Pattern[str]:
    words = any_of(flat("numbers", "words"), whole=False)
    times = any_of(phrases("words", "stretches"), whole=False)
    whole = rf"(?P<whole>{words}|[125]?[05]0?)(?![\w.,-]*\w)(?! {times}\b)"
    return re.compile(rf" (?:in|out of) (?:every )?{whole}")


@cache
def _rank() -> re.Pattern[str]:
    words = any_of((word for word in flat("numbers", "ordinals") if word != "first"), whole=False)
    best = any_of(phrases("numbers", "superlatives"), whole=False)
    return re.compile(rf"{words}(?=[ -]{best}\b)")


@cache
def _fraction() -> re.Pattern[str]:
    part = any_of(flat("numbers", "fractions"), whole=False)
    following = any_of(
        [*phrases("numbers", "after_part"), "a percent", "a per cent", "a percentage"], whole=False
    )
    of_a_whole = rf"(?= {following}\b(?! an? (?:[a-z]+illion|lakh|crore)))"
    compared = rf"(?= {any_of(phrases('numbers', 'than_part'), whole=False)}\b)"
    return re.compile(rf"(?P<part>(?:{part}){of_a_whole}|(?:{part}){compared}|(?<= by ){part}(?![\w-]))")


@cache
def _alone() -> re.Pattern[str]:
    """A part that no noun follows."""
    part = any_of(flat("numbers", "fractions"), whole=False)
    return re.compile(
        rf"(?P<part>{part})(?=[.,;:)|]|\Z| {any_of(phrases('numbers', 'after_alone'), whole=False)}\b)"
    )
