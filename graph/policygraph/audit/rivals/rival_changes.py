"""Small differences between two values of one series: rounding and revision (rules 5, 6 of `rival_kinds`)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from policygraph.audit.series.levels import Level, worth_of_last
from policygraph.audit.wording import amount, percent

__all__ = ["Rivalry", "revised", "rounded", "stated_text"]

_REVISED = Fraction(3, 100)
_REVISED_PROVISIONAL = Fraction(1, 10)
_LARGE = Fraction(5, 100)
_DAYS = 20


@dataclass(frozen=True, slots=True)
class Rivalry:
    """Why two values differ."""

    kind: str
    severity: str
    reason: str
    """The end of a sentence that names the values, or a sentence of its own."""
    arithmetic: str = ""
    fits: str = ""


def rounded(first: Level, second: Level) -> Rivalry | None:
    """Whether two values differ by rounding only."""
    pair = f"{stated_text(first, second)} and {stated_text(second, first)}"
    if first.loose.meets(second.loose):
        why = "the difference is no more than rounding"
        return Rivalry("rival-rounding", "info", why, f"{pair}: noughts at the end", "rounded-inputs")
    if first.bound or second.bound or not (_cut(first, second) or _cut(second, first)):
        return None
    return Rivalry("rival-rounding", "info", "one is the other cut short, not rounded", pair, "truncated")


def _cut(fine: Level, coarse: Level) -> bool:
    """Whether the coarse value is the fine one without its last digits."""
    place = max(coarse.step, min(worth_of_last(coarse.value), abs(coarse.value) / 100))
    same_side = fine.value * coarse.value > 0
    return place > fine.step and same_side and 0 <= abs(fine.value) - abs(coarse.value) < place


def revised(first: Level, second: Level) -> Rivalry | None:
    """Whether the second, published later, may be a revision of the first."""
    if not first.value or first.bound or second.bound:
        return None
    if second.provisional and not first.provisional and None in (first.published, second.published):
        first, second = second, first
    change = Fraction(second.value) / Fraction(first.value) - 1
    share = abs(change)
    days = _days(first, second)
    told = first.provisional and (days is None or days > 0)
    apart = days is None or days >= _DAYS
    if not (told and share <= _REVISED_PROVISIONAL) and not (apart and share <= _REVISED):
        return None
    sum_ = f"{stated_text(first, second)} to {stated_text(second, first)}: {percent(change)}"
    severity = "minor" if share > _LARGE else "info"
    why = "the earlier was provisional" if told else "a small change between publications, as revisions are"
    return Rivalry("rival-revision", severity, why, sum_)


def _days(first: Level, second: Level) -> int | None:
    if first.published is None or second.published is None:
        return None
    return (second.published - first.published).days


def stated_text(level: Level, *beside: Level) -> str:
    """The value with its unit and bound, in the scale of those beside it."""
    sign = {"at-least": "at least ", "at-most": "at most ", "about": "about "}.get(level.bound or "", "")
    return sign + amount(level.value, level.series.unit, [one.value for one in beside])
