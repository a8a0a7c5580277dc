"""Whether an amount is a relative change, and which way.

1. Percentage points are always a change. A percentage is one where a word that compares follows it (`15%
   higher`, `a 31% increase`), where a noun of change stands before it with `of`, `was`, `at` and the like
   (`growth of 22.67%`, `a rate of growth of 4%`), or where a verb of change stands before it in its clause
   with nothing counted in between (`rose 8.17pc`, `up by nearly 190%`); `or by` goes
   back to any in its sentence. The `up` of `made up 9%` is no such verb.
2. After `to`, `at` or `from` it is a level, not a change (`narrowed to 25 per cent`), unless rule 1's noun
   is the subject.
3. A word of fall makes it negative; where only a basis follows (`14% MoM`), the sign, the verb or the noun
   before it decides (`down 14% MoM and 1% YoY`).
4. A percentage that a change is compared with is one too (`9%, less than the 4% of 2021`).
"""

from __future__ import annotations

import re

from policygraph.lexicon import one_of
from policygraph.reader.figures.amount import Amount
from policygraph.reader.figures.indicators import share_indicator
from policygraph.reader.figures.measures import Measures, Place
from policygraph.reader.text.cues import Cue, cues, first_cue, last_cue
from policygraph.reader.text.money_signs import one_mark

__all__ = ["change_sign", "compared_sign"]

_REACH = 90
"""How far before an amount a verb of change may stand, in characters."""
_JOINT = 7
_ABOUT = one_of("numbers", "about")
_OTHER_WORD = rf"(?!{one_of('grammar', 'no_links')} )[a-z]+"
_BETWEEN = re.compile(
    rf" {_OTHER_WORD}(?: {_OTHER_WORD})?"
    rf" (?:(?P<up>{one_of('grammar', 'between_up')})|{one_of('grammar', 'between_down')})\b"
)
_AFTER = re.compile(rf"[ -](?:{one_of('grammar', 'before_comparing')} )?")
_BASES = "|".join(one_of("changes", key) for key in ("yoy", "mom", "qoq"))
_BASED = re.compile(rf"[ -](?:{_BASES})\b")
_AND_BASED = re.compile(rf"[ -](?:{_BASES}),? and ")
"""Between two changes of one verb, from two bases."""
_OR = re.compile(rf"(?: points)?,? or (?:{_ABOUT} )?")
_LEVEL = re.compile(rf"{one_of('grammar', 'level', opening=True)}(?: {_ABOUT}| a)? ?\Z")
_BY = re.compile(r"\bby(?: [a-z]+){0,3} ?(?:\d[\w.,]*(?: percent| per cent|%)? (?:to|-) )?\Z")
_STRAIGHT = re.compile(
    rf"(?: (?:{one_of('grammar', 'straight')}|[a-z]+ly|-|\d[\w.,]*|{one_mark()}[\d.,]+)){{0,5}} ?"
)
_YEARLY = re.compile(r" (?:every|each|per) year| a year| annually")
_NOUN_LINK = re.compile(
    rf"(?: [\w'/&-]{{1,20}},?){{0,9}}"
    rf"(?: {one_of('grammar', 'noun_links')}(?: {one_of('grammar', 'hence')})?| ?:)(?: {_ABOUT})? ?\Z"
)
_OR_BY = re.compile(rf"\bor by (?:{_ABOUT} )?\Z")
_TO_END = re.compile(rf"(?<!works out )(?<!amounts )(?<!comes )(?<!came )\bto (?:{_ABOUT} |[a-z]+ )?\Z")
_COMPARED = re.compile(
    r"(?: (?:in|during|for|last|this|a year)\b|,)[^.;]{0,70}? (?:than|against|versus|compared (?:to|with))"
    rf"(?: (?:the|a|{_ABOUT})){{0,2}} "
)
_WHEN = re.compile(r"(?: (?:in|of|for|during|seen|recorded|registered|the|it|was))* ")
_UPS = re.compile(rf"{one_of('grammar', 'ups', opening=True)} \Z")
_OTHER_OVER = re.compile(r" (?:a |\d|the next|the past|to |\w+ years)")


def change_sign(measures: Measures, place: Place) -> int:
    """1 for a rise, -1 for a fall, 0 where the amount is no change."""
    if place.amount.unit not in {"percent", "points"}:
        return 0
    if place.amount.start not in measures.signs:
        measures.signs[place.amount.start] = _sign(measures, place)
    return measures.signs[place.amount.start]


def _sign(measures: Measures, place: Place) -> int:
    amount = place.amount
    first, follower = _ends_of_range(place)
    place = place._replace(amount=first, before=None if first is not amount else place.before)
    after = _after(measures.text, follower, place)
    based = after > 0 and _BASED.match(measures.text, follower) is not None
    if based and measures.text.startswith((" -", "(-"), amount.start - 2):
        return -1
    sign = (0 if based else after) or _noun(measures, place) or _verb(measures, place) or after
    sign = sign or compared_sign(measures, place)
    yearly = _YEARLY.match(measures.text, follower) and share_indicator(measures, place) == "other"
    return sign or (1 if amount.unit == "points" or yearly else 0)


def compared_sign(measures: Measures, place: Place) -> int:
    """The sign of the change before it, where a percentage is that of another time (rule 4); else 0."""
    text, before = measures.text, place.before
    if before is None or not before.unit == place.amount.unit == "percent":
        return 0
    if not _COMPARED.fullmatch(text, before.end, place.amount.start):
        return 0
    found = _WHEN.match(text, place.amount.end)
    timed = found is not None and measures.is_time(found.end())
    return measures.signs.get(before.start, 0) if timed else 0


def _ends_of_range(place: Place) -> tuple[Amount, int]:
    """The first end of the range that the amount is in, or itself, and where the last ends."""
    amount = place.amount
    if amount.joined and place.after and place.after.joined and place.after.start - amount.end < _JOINT:
        return amount, place.after.end
    if amount.joined and place.before and place.before.joined and amount.start - place.before.end < _JOINT:
        return place.before, amount.end
    return amount, amount.end


def _after(text: str, end: int, place: Place) -> int:
    if noun := _BETWEEN.match(text, end):
        return 1 if noun["up"] else -1
    found = _AFTER.match(text, end)
    if not found:
        return 0
    for key, sign in (("after_up", 1), ("after_down", -1)):
        cue = first_cue(text, found.end(), min(found.end() + 22, place.sentence.end), "changes", key)
        if cue and cue.start == found.end() and not _plain_over(text, cue, place):
            return sign
    return 0


def _plain_over(text: str, cue: Cue, place: Place) -> bool:
    """`over`, `up`, `in`: they compare only where something to compare with follows."""
    word = text[cue.start : cue.end]
    if word in {"over", "under", "up", "down"}:
        following = text[cue.end : cue.end + 10]
        return bool(_OTHER_OVER.match(following)) or cue.end >= place.sentence.end
    return False


def _noun(measures: Measures, place: Place) -> int:
    text, amount = measures.text, place.amount
    start = max(place.start, amount.start - _REACH)
    if place.before and place.before.end > start:
        start = place.before.end
    for key, sign in (("nouns_up", 1), ("nouns_down", -1)):
        cue = last_cue(text, start, amount.start, "changes", key)
        if cue and _NOUN_LINK.match(text[cue.end : amount.start]):
            level = _TO_END.search(text[max(0, amount.start - 24) : amount.start])
            return 0 if level and not text.startswith("growth", cue.start) else sign
    return 0


def _verb(measures: Measures, place: Place) -> int:
    text, amount = measures.text, place.amount
    if place.before and _AND_BASED.fullmatch(text, place.before.end, amount.start):
        return measures.signs.get(place.before.start, 0)
    if _LEVEL.search(text[max(0, amount.start - 24) : amount.start]):
        return 0
    start = max(place.start, amount.start - _REACH)
    if place.before and _OR.fullmatch(text, place.before.end, amount.start):
        start = max(place.sentence.start, place.before.start - _REACH)
    elif _OR_BY.search(text, place.sentence.start, amount.start):
        start = place.sentence.start
    elif place.before and place.before.end > start and not place.before.joined:
        start = place.before.end
    found = [
        (cue.end, sign)
        for key, sign in (("up", 1), ("down", -1))
        for cue in cues(text, start, amount.start, "changes", key)
        if not (text.startswith("up ", cue.start) and _UPS.search(text, place.sentence.start, cue.start))
    ]
    if not found:
        return 0
    end, sign = max(found)
    between = text[end : amount.start]
    return sign if _BY.search(between) or _STRAIGHT.fullmatch(between) else 0
