"""Changes told as a multiple: by one word, or as so many times what it was.

1. `Doubled`, `tripled`, `halved` and their kind are changes of 100, 200 and -50 per cent, where no word
   follows that makes them no verb of change (`double standards`).
2. `Three times as much as in April` is a change of 200 per cent, as a time follows: what is three times as
   large as something else has not changed.
3. So is the `2.2x` of `grew 2.2x`, 120 per cent, after a verb of rise, and the `2.2-fold` of that or of `a
   2.2-fold rise`. `Grew 1.5 times` is one where the number is no whole one, or where a level follows: what
   rose three times rose on three occasions.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from policygraph.lexicon import any_of, flat, one_of, phrases
from policygraph.quantities import plain
from policygraph.reader.figures.amount import Amount
from policygraph.reader.figures.measures import Measures, Place
from policygraph.reader.text.cues import is_listed, last_cue
from policygraph.reader.text.sentences import Sentence, sentence_at

__all__ = ["multiple_at", "multiples_in", "times_changed"]

_VERB_BEFORE = re.compile(
    r"\b(?:to|will|would|could|has|have|had|can|[a-z]+ed|[a-z]+s)"
    r" (?:(?:more than|nearly|almost|at least|about|roughly) )?\Z"
)
_ARTICLE = re.compile(r"\b(?:an?|the|this|that|its|their|his|her|our|no) \Z")
_SUM = len(" the x")
_BACK = 30
"""Characters before `doubled` and its kind, or before `2.2x`, among which its verb stands."""
_AS_MUCH = re.compile(
    r" as (?:much|many|large|big|high|great) (?:[a-z]+ ){0,3}?as"
    r"(?: (?:in|during|for|at|it was|they were|the|that of|those of|of|what was|[a-z]+ed))* "
)
_ROSE = re.compile(rf"(?: (?:by|to|up|{one_of('numbers', 'about')}))* \Z")
_FOLD_RISE = re.compile(rf"(?<=fold) {one_of('changes', 'nouns_up')}\b")
_WORD = " times"


def multiples_in(measures: Measures, sentences: tuple[Sentence, ...]) -> Iterator[tuple[Place, Decimal]]:
    """Where one word tells a whole change, and the change in per cent (rule 1)."""
    for spot in measures.spots.multiples:
        amount = multiple_at(measures.text, spot)
        sentence = sentence_at(sentences, spot) if amount else None
        if amount and sentence and _is_change(measures, amount):
            yield Place(amount, sentence, sentence.start, sentence.end, None, None), amount.value


def multiple_at(text: str, start: int, end: int = sys.maxsize) -> Amount | None:
    """The word that starts there and tells a whole change, with that in per cent, or None.

    >>> str(multiple_at("it doubled", 3).value)
    '100'
    """
    found = _multiples().match(text, start, end)
    if not found:
        return None
    change = Decimal(flat("changes", "multiples")[found[0]])
    return Amount(start, found.end(), change, "multiple", in_words=True)


def times_changed(measures: Measures, place: Place) -> tuple[Place, Decimal] | None:
    """The place of a multiple and its change in per cent, or None where it tells none (rules 2 and 3)."""
    amount, text = place.amount, measures.text
    if amount.unit != "times" or amount.value <= 1:
        return None
    end = amount.end
    if as_much := _AS_MUCH.match(text, end, place.sentence.end):
        if not text.endswith(_WORD, amount.start, end) or not measures.is_time(as_much.end()):
            return None
        end = text.index(" as", as_much.start() + len(" as"), as_much.end())
    elif not _has_risen(measures, place) and not _FOLD_RISE.match(text, end):
        return None
    change = plain((amount.value - 1) * 100)
    return place._replace(amount=amount._replace(end=end, unit="multiple", value=change)), change


def _has_risen(measures: Measures, place: Place) -> bool:
    """Whether a verb of rise stands right before a multiple, which does not tell how often (rule 3)."""
    text, (start, end, value, *_) = measures.text, place.amount
    cue = last_cue(text, max(place.start, start - _BACK), start, "changes", "up")
    if cue is None or not _ROSE.fullmatch(text, cue.end, start):
        return False
    if not text.endswith(_WORD, start, end) or value != value.to_integral_value():
        return True
    if is_listed(text[cue.start : cue.end], "changes", "raising"):
        return False
    level = place.after if place.after and place.after.unit not in {"percent", "points"} else None
    return level is not None and measures.leads_to(place.amount, level)


def _is_change(measures: Measures, amount: Amount) -> bool:
    text = measures.text
    if text[amount.end - 1] == "e" and _ARTICLE.search(text, max(0, amount.start - _BACK), amount.start):
        return False
    following = re.match(r"[ -]([a-z]+)", text[amount.end : amount.end + 20])
    if not following:
        return True
    word = following[1]
    if word == "the" and any(one.is_money for one in measures.amounts_in(amount.end, amount.end + _SUM)):
        return True
    if word in {"the", "a"}:
        return bool(_VERB_BEFORE.search(text[max(0, amount.start - _BACK) : amount.start]))
    return word not in phrases("changes", "not_multiples")


@cache
def _multiples() -> re.Pattern[str]:
    return re.compile(any_of(flat("changes", "multiples")))
