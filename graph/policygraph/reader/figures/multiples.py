"""Changes told as a multiple: by one word, or as so many times what it was.

1. `Doubled`, `tripled`, `halved` and their kind are changes of 100, 200 and -50 per cent, where no word
   follows that makes them no verb of change (`double standards`).
2. `Three times as much as in April` is a change of 200 per cent, as a time follows: what is three times as
   large as something else has not changed.
3. So is the `2.2x` of `grew 2.2x`, 120 per cent, after a verb of rise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from policygraph.lexicon import any_of, flat, one_of, phrases
from policygraph.quantities import plain
from policygraph.reader.figures.amount import Amount
from policygraph.reader.figures.measures import Measures, Place
from policygraph.reader.text.cues import last_cue
from policygraph.reader.text.sentences import Sentence, sentence_at

__all__ = ["multiples_in", "times_changed"]

_VERB_BEFORE = re.compile(
    r"\b(?:to|will|would|could|has|have|had|can|[a-z]+ed|[a-z]+s)"
    r" (?:(?:more than|nearly|almost|at least|about|roughly) )?\Z"
)
_SUM = len(" the x")
_BACK = 30
"""Characters before `doubled` and its kind, or before `2.2x`, among which its verb stands."""
_AS_MUCH = re.compile(
    r" as (?:much|many|large|big|high|great) (?:[a-z]+ ){0,3}?as"
    r"(?: (?:in|during|for|at|it was|they were|the|that of|those of|of|what was|[a-z]+ed))* "
)
_ROSE = re.compile(rf"(?: (?:by|to|up|{one_of('numbers', 'about')}))* \Z")
_WORD = " times"


def multiples_in(measures: Measures, sentences: tuple[Sentence, ...]) -> Iterator[tuple[Place, Decimal]]:
    """Where one word tells a whole change, and the change in per cent (rule 1)."""
    for spot in measures.spots.multiples:
        match = _multiples().match(measures.text, spot)
        sentence = sentence_at(sentences, spot) if match else None
        if match and sentence and _is_change(measures, match):
            value = Decimal(flat("changes", "multiples")[match[0]])
            amount = Amount(match.start(), match.end(), value, "multiple")
            yield Place(amount, sentence, sentence.start, sentence.end, None, None), value


def times_changed(measures: Measures, place: Place) -> tuple[Place, Decimal] | None:
    """The place of a multiple and its change in per cent, or None where it tells none (rules 2 and 3)."""
    amount, text = place.amount, measures.text
    if amount.unit != "times" or amount.value <= 1:
        return None
    end = amount.end
    if text.endswith(_WORD, amount.start, end):
        found = _AS_MUCH.match(text, end, place.sentence.end)
        if not found or not measures.is_time(found.end()):
            return None
        end = text.index(" as", found.start() + len(" as"), found.end())
    elif not _has_risen(text, place):
        return None
    change = plain((amount.value - 1) * 100)
    return place._replace(amount=amount._replace(end=end, unit="multiple", value=change)), change


def _has_risen(text: str, place: Place) -> bool:
    start = place.amount.start
    cue = last_cue(text, max(place.start, start - _BACK), start, "changes", "up")
    return cue is not None and _ROSE.fullmatch(text, cue.end, start) is not None


def _is_change(measures: Measures, match: re.Match[str]) -> bool:
    text = measures.text
    following = re.match(r"[ -]([a-z]+)", text[match.end() : match.end() + 20])
    if not following:
        return True
    word = following[1]
    if word == "the" and any(one.is_money for one in measures.amounts_in(match.end(), match.end() + _SUM)):
        return True
    if word in {"the", "a"}:
        return bool(_VERB_BEFORE.search(text[max(0, match.start() - _BACK) : match.start()]))
    return word not in phrases("changes", "not_multiples")


@cache
def _multiples() -> re.Pattern[str]:
    return re.compile(any_of(flat("changes", "multiples")))
