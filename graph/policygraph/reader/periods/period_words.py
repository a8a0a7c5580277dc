"""The patterns by which text names time; `text_periods` says what each means.

All run over folded text. None repeats without a bound, so that time stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from policygraph.lexicon import any_of, flat, inverted, phrases
from policygraph.reader.text.money_signs import one_mark

__all__ = [
    "BARE",
    "DAY_FIRST",
    "DAY_LAST",
    "FISCAL",
    "MONTHS",
    "OPENINGS",
    "REACH",
    "RELATIVE",
    "SPAN",
    "TRIGGERS",
    "YEARS",
    "pattern",
]

_MONTHS = flat("periods", "months")
_SHORT = {name for name in _MONTHS if len(name) == 3 and name != "may"} | {"sept"}
_MONTH_NAME = any_of(set(_MONTHS) - _SHORT, whole=False)
_MONTH_SHORT = any_of(_SHORT, whole=False)
_MONTH = rf"(?:{_MONTH_NAME}(?![a-z0-9])|{_MONTH_SHORT}\.?(?![a-z0-9]))"
_ORDINAL = any_of(flat("periods", "ordinals"), whole=False)
_COUNT = any_of(flat("periods", "counts"), whole=False)
_RELATIVES = flat("periods", "relative")
_REL = any_of(_RELATIVES, whole=False)
_YEAR = r"(?:19|20)[0-9]{2}(?![0-9])"
_MARKS = one_mark()[1:-1]
_TO = r" ?(?:-|to|through|till|until|and) ?"

# `first half`, `Q1`, `8M`, `first eleven months`, `July-August`: what part of a year.
_PART = (
    rf"(?:(?P<ord>{_ORDINAL})[ -](?:(?P<n>{_COUNT}|[0-9]{{1,2}})[ -])?"
    rf"(?P<unit>half|quarter|months?|month period)"
    rf"|q(?P<q>[1-4])|(?P<h>[12])h|h(?P<h2>[12])|(?P<nm>[0-9]{{1,2}})m|(?P<nq>[1-4])q"
    rf"|(?P<m1>{_MONTH})(?:{_TO}(?P<m2>{_MONTH}))?)"
    r"(?: period(?= of| in))?(?: \([a-z0-9 .,-]{3,40}\))?"
)
_OF = r",? ?(?:(?:of|in|for|during) )?(?:the )?(?:calendar (?:year )?)?"
_STRETCH = any_of(phrases("periods", "stretches"), whole=False)
_FISCAL_NAME = r"(?:fiscal|financial|budget|tax)"
_PLANS = (*phrases("periods", "yearly_plans"), *inverted("countries", "yearly_plans"))
_PLAN = any_of(_PLANS, whole=False)
FISCAL = (
    rf"(?:(?<![a-z0-9])(?:{_PART}|(?P<same>same|corresponding) {_STRETCH}"
    rf"|(?P<count>{_COUNT}|[0-9]{{1,2}})[ -]months?(?: so far(?= this)|(?: so far)?(?= (?:of|in|during) )))"
    rf"{_OF})?"
    rf"(?:fys? ?'?-?(?P<fy>[0-9]{{4}}|[0-9]{{2}})(?:[-/](?P<fy2>[0-9]{{4}}|[0-9]{{2}}))?(?![0-9])"
    rf"|{_FISCAL_NAME} years? (?:that )?(?:ending|ended|to|through|ends|end)(?: in| on)?"
    rf" (?:(?P<em>{_MONTH})(?: [0-9]{{1,2}}(?:st|nd|rd|th)?)?|[0-9]{{1,2}}(?:st|nd|rd|th)? (?P<em2>{_MONTH}))"
    rf",? (?P<ey>{_YEAR})"
    rf"|{_FISCAL_NAME}(?: year)?s?,? \(?(?P<y>{_YEAR})(?:[-/](?P<y2>[0-9]{{4}}|[0-9]{{2}}))?(?![0-9])"
    rf"|(?P<a>{_YEAR})(?:[-/](?P<a2>[0-9]{{4}}|[0-9]{{2}}))? {_FISCAL_NAME} year"
    rf"|(?P<rel>{_REL}) (?:{_FISCAL_NAME}(?: year)?|fy|{_PLAN})(?![a-z0-9])"
    # after a part, or what ends it: `the first half of the fiscal year`
    rf"|(?:(?(unit)(?P<running>{_FISCAL_NAME} year)|(?!))|(?:(?<=end of the )|(?<=close of the ))"
    rf"(?P<closing>{_FISCAL_NAME} year))(?![a-z0-9-]|,? (?:that|end|to |from |of |fy|[0-9(])))"
)
"""A fiscal year, or a part of one."""

YEARS = (
    rf"(?:(?<![a-z0-9]){_PART}{_OF})?"
    rf"(?<![0-9.,{_MARKS}-])(?P<y>{_YEAR})(?:(?:{_TO}|/)(?P<y2>(?:19|20)?[0-9]{{2}})(?![0-9]))?(?![,.]?[0-9%])"
)
"""A calendar year, a run of them, or a part of one."""

_BACK = any_of((word for word, years in _RELATIVES.items() if years == "-1"), whole=False)
_A_YEAR_BACK = (
    rf",? (?:of |in |from |during )?(?:the |a )?"
    rf"(?:{_BACK} (?:{_FISCAL_NAME} )?year"
    rf"|year (?:ago|earlier|before)|{_YEAR}(?:[-/][0-9]{{2}}(?![0-9]))?)"
)
_ALIKE = phrases("periods", "alike")
_ALIKE_OF = (*_ALIKE, *phrases("periods", "alike_of"))
_FLOW = any_of(phrases("periods", "flows"), whole=False)
RELATIVE = (
    rf"(?<![a-z0-9])(?:{_PART}{_OF})?"
    rf"(?:(?P<like>{any_of(_ALIKE_OF, whole=False)} (?:(?:{_COUNT}) (?=months))?(?:{_STRETCH}|time|week)"
    rf"{_A_YEAR_BACK}|{any_of(_ALIKE, whole=False)} {_STRETCH}(?![a-z]))"
    rf"|(?P<ago>(?:an?|one|the) year[ -](?:ago|earlier|before)|year-ago|the year before|year[ -]earlier)"
    rf"|(?:an?|one|the) (?P<step>month|quarter) (?:earlier|before)(?= ?[.,;:)]| and\b|\Z)"
    rf"|(?P<far>{_COUNT}|[0-9]{{1,2}}) (?P<far_unit>years|months|decades) (?:ago|earlier)"
    rf"|(?P<back>{_COUNT}|[0-9]{{1,2}}) years (?:before|previously)(?= ?[.,;:)]| and\b| when\b|\Z)"
    rf"|(?:(?P<run>{_COUNT}|[0-9]{{1,2}})-month(?= (?:[a-z]+ ){{0,2}}{_FLOW}\b)"
    rf"|the (?P<months>{_COUNT}|[0-9]{{1,2}}) months(?= (?:the|it|they)\b| ?[.,;:)]))"
    rf"|(?P<ahead>(?:with)?in) (?P<ahead_n>{_COUNT}|[0-9]{{1,2}}) years(?:' time)?"
    rf"|(?P<month_rel>last|this|previous|next|current|preceding|past) (?P<what>month|quarter)"
    rf"|(?P<full>full-year)(?= [a-z])|year (?:now )?(?:ending|ended|closing) (?P<to_rel>this|last) month"
    rf"|(?P<whole>for the) year(?! (?:to|through|of|from|that|which|before|ended|ending|ago|earlier|[0-9]))"
    rf"|(?P<rel>{_REL}) (?:calendar )?year(?:'s)?)(?![a-z0-9-])"
)
"""A time told from the date of publication, or from another period of the text."""

MONTHS = (
    rf"(?<![a-z0-9])(?P<m1>{_MONTH})(?:(?:,? | of )(?P<y1>{_YEAR}))?"
    rf"(?:{_TO}(?P<m2>{_MONTH})(?:(?:,? | of )(?P<y2>{_YEAR}))?)?"
)
"""A month, or the first and last of a run."""

SPAN = (
    rf"(?<![a-z0-9])(?:(?P<n>[0-9]{{1,2}}|{_COUNT})[ -]months?(?: period)?"
    rf"|(?P<what>year|quarter|half|half[ -]year|week))"
    rf" (?:that |which )?(?:to|ending|ended|ends|closed|closing|closes|through)(?: in| on)?"
    rf"(?: [0-9]{{1,2}}(?:st|nd|rd|th)?)? (?P<m>{_MONTH})"
    rf"(?: [0-9]{{1,2}}(?:st|nd|rd|th)?(?![0-9]))?(?:,? (?P<y>{_YEAR}))?"
)
"""So many months, told by the last."""

BARE = rf"(?<![a-z0-9]){_PART}(?![a-z0-9-])"
"""A part of a year that is not named."""

DAY_LAST = (
    rf"(?<![a-z0-9])(?P<m>{_MONTH}) (?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?(?![0-9%-]|[:.,][0-9])"
    rf"(?:,? (?P<y>{_YEAR}))?"
)
DAY_FIRST = (
    rf"(?<![a-z0-9.,{_MARKS}])(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m>{_MONTH})"
    rf"(?:,? (?P<y>{_YEAR}))?"
)

# Cheap to look for: one of these is in, or next to, whatever the pattern of the same name matches.
_SHORT_FISCAL = [f"{name}{mark}" for name in ("fy", "fys") for mark in " '-0123456789"]
TRIGGERS = {
    FISCAL: (*_SHORT_FISCAL, "fiscal", "financial year", "budget year", "tax year",
             *_PLANS),
    SPAN: ("ending", "ended", "closed", "closing", "closes", "month to", "months to", "month through",
           "months through", "year to", "quarter to", "half to"),
    MONTHS: tuple(sorted({name[:3] for name in _MONTHS})),
    RELATIVE: ("year", "month", "quarter", "decades", *(f"{word} " for word in _ALIKE_OF)),
    YEARS: tuple(f"{century}{decade}" for century in (19, 20) for decade in range(10)),
    BARE: ("quarter", "half", "month", "q1", "q2", "q3", "q4", "h1", "h2", "1h", "2h"),
}  # fmt: skip

REACH = {
    MONTHS: 0,
    DAY_LAST: 0,
    DAY_FIRST: len("12th of "),
    YEARS: 0,
    RELATIVE: max(map(len, _RELATIVES)) + len(" calendar "),
}
"""How many characters before the first trigger in it a pattern may begin, no part of a year before it."""

_PART_OPENINGS = (*flat("periods", "ordinals"), *(name[:3] for name in _MONTHS), *"0123456789",
                  "q1", "q2", "q3", "q4", "h1", "h2")  # fmt: skip
_RELATIVE_OPENINGS = (
    "a year",
    "an year",
    "one year",
    "a month",
    "one month",
    "a quarter",
    "one quarter",
    "the ",
    "year",
    "in ",
    "within ",
    "for the ",
    "full-year",
)


def _opening(words: Iterable[str]) -> re.Pattern[str]:
    """The first letter of a word that one of these begins with, found by that letter."""
    heads: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        heads.setdefault(word[0], []).append(re.escape(word[1:]))
    return re.compile("|".join(rf"{head}(?<![a-z0-9].)(?={'|'.join(rest)})" for head, rest in heads.items()))


OPENINGS = {
    DAY_FIRST: _opening("0123456789"),
    BARE: _opening(_PART_OPENINGS),
    YEARS: _opening(_PART_OPENINGS),
    RELATIVE: _opening(
        (*_PART_OPENINGS, *_RELATIVE_OPENINGS, *_ALIKE_OF, *flat("periods", "counts"), *_RELATIVES)
    ),
}
"""Where a pattern may begin that does not begin with its trigger: all its first words begin so."""


@cache
def pattern(source: str) -> re.Pattern[str]:
    """The compiled pattern, once."""
    return re.compile(source)
