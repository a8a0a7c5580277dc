"""What makes two values for one indicator, area and time differ: the first of these rules that holds.

1. They are in other units: no rate is known, so they are not compared.
2. They may stand for one number, as 1.44 billion and 1,439 million do: no rivals. The same holds for two
   that are one apart in the last place.
3. The editors doubt one: a misprint, for the reason they give.
4. They are counted by other definitions, or only one has a definition, or neither has and what is said about
   them differs: another scope. No rivals where they would meet by rule 5, where the data says that one is a
   part of the other, or where whoever states the one states the other as well, and so tells them apart.
5. They would meet if noughts at the end were rounding, or the coarser is the finer cut short: rounding.
   Noughts count as cut digits up to a hundredth of the value.
6. The later one differs little: a revision. Little is a tenth where the earlier was called provisional; else
   three hundredths, with twenty days at least between the two, or without a date. Copies of one day are no
   revision.
7. The same figures with other noughts: another unit, which is grave from a thousand times as much.
8. One is the value of a period that overlaps this one, or of a year before or after: another period.
9. One, or their difference, is the value of an indicator that the scheme puts beside, above or below this,
   for the same area and time: another scope.
10. Their digits differ as a slip of the pen makes them: a misprint.
11. Else both cannot be right: a conflict, where the definition is known.
"""

from __future__ import annotations

from fractions import Fraction

from policygraph.audit.numbers.digits import power_of_ten, slip
from policygraph.audit.rivals.rival_changes import Rivalry, revised, rounded, stated_text
from policygraph.audit.series.levels import Level
from policygraph.audit.series.neighbours import Neighbours
from policygraph.audit.wording import Wording, amount, percent

__all__ = ["ALL", "BOTH", "rivalry"]

BOTH, ALL = "both cannot be right", "they cannot all be right"
"""The reason of a conflict: for two values, and where one finding tells more."""

_GRAVE = 3
"""Powers of ten."""
_SLIPS = {
    "digits-swapped": "two neighbouring digits changed places",
    "dropped-digit": "a digit is missing",
    "changed": "one digit is another",
    "sign": "the sign is the other",
}


def rivalry(one: Level, other: Level, known: Neighbours, words: Wording) -> Rivalry | None:
    """Why two values for one indicator, area and time differ; None where they are no rivals.

    The order of the two means nothing.
    """
    first, second = sorted((one, other), key=lambda level: level.place)
    if first.series.unit != second.series.unit:
        return _units(first, second)
    if first.meets(second):
        return None
    if first.series.definition != second.series.definition:
        return _doubted(first, second) or _scope(first, second, known, words)
    return (
        _doubted(first, second)
        or _unsaid_scope(first, second)
        or rounded(first, second)
        or revised(first, second)
        or _noughts(first, second)
        or _elsewhen(first, second, known, words)
        or _elsewhat(first, second, known, words)
        or _slipped(first, second)
        or _conflict(first, second)
    )


def _units(first: Level, second: Level) -> Rivalry | None:
    if first.series.definition != second.series.definition:
        return None
    units = " and ".join(sorted((first.series.unit, second.series.unit)))
    return Rivalry(
        "currency-not-comparable", "info", f"they are in {units}, and without a rate they are not compared"
    )


def _doubted(first: Level, second: Level) -> Rivalry | None:
    doubt = first.doubt or second.doubt
    return Rivalry("rival-misprint", "minor", f"one is doubted: {doubt.rstrip('.')}") if doubt else None


def _scope(first: Level, second: Level, known: Neighbours, words: Wording) -> Rivalry | None:
    one, other = first.series.definition, second.series.definition
    if first.loose.meets(second.loose) or known.part_of(one, other) or _told_apart(first, second):
        return None
    if one is None or other is None:
        counted = words.name(one or other or "")
        return Rivalry("rival-scope", "info", f"only one says what it counts: {counted}")
    return Rivalry("rival-scope", "info", "each goes by its own definition")


def _told_apart(first: Level, second: Level) -> bool:
    one, other = ({figure.source for figure in level.figures} for level in (first, second))
    return one <= other or other <= one


def _unsaid_scope(first: Level, second: Level) -> Rivalry | None:
    notes = [level.figures[0].definition_note for level in (first, second)]
    if first.series.definition is not None or not all(notes) or notes[0] == notes[1]:
        return None
    return Rivalry("rival-scope", "info", f"they count different things: {notes[0]}; {notes[1]}")


def _noughts(first: Level, second: Level) -> Rivalry | None:
    power = power_of_ten(first.value, second.value, first.step, second.step)
    if not power:
        return None
    large, small = (first, second) if power > 0 else (second, first)
    sum_ = f"{stated_text(large, small)} / {stated_text(small, large)} = 10^{abs(power)}"
    reason = f"the same figures, {10 ** abs(power):,} times as much: a slip of the unit"
    severity = "major" if abs(power) >= _GRAVE else "minor"
    return Rivalry("rival-unit", severity, reason, sum_, "unit-slip")


def _elsewhen(first: Level, second: Level, known: Neighbours, words: Wording) -> Rivalry | None:
    for level in (first, second):
        other = known.elsewhen(level)
        if other:
            when = words.period(other.period)
            reason = f"{stated_text(level)} is the value of {when}: the period may be another"
            sum_ = f"{when}: {stated_text(other)} ({words.said(other.figures)})"
            return Rivalry("rival-period", "minor", reason, sum_, "other-period")
    return None


def _elsewhat(first: Level, second: Level, known: Neighbours, words: Wording) -> Rivalry | None:
    for level in (first, second):
        if other := known.same_value(level):
            reason = (
                f"{stated_text(level)} is the value of {words.name(other.series.indicator)} for the same time"
            )
            return Rivalry("rival-scope", "minor", reason, f"{stated_text(level)} = {stated_text(other)}")
    if other := known.same_difference(first, second):
        reason = f"they differ by the value of {words.name(other.series.indicator)} for the same time"
        apart = amount(abs(Fraction(first.value) - Fraction(second.value)), first.series.unit)
        return Rivalry(
            "rival-scope", "minor", reason, f"the difference of {apart} meets {stated_text(other)}"
        )
    return None


def _slipped(first: Level, second: Level) -> Rivalry | None:
    how = slip(first.value, second.value, max(first.step, second.step))
    if not how or first.bound or second.bound:
        return None
    fits = "" if how == "changed" else how
    return Rivalry("rival-misprint", "minor", f"{_SLIPS[how]}, as in a misprint", fits=fits)


def _conflict(first: Level, second: Level) -> Rivalry:
    if first.series.definition is None:
        return Rivalry("rival-conflict", "minor", "nothing says what either counts")
    if not first.value:
        return Rivalry("rival-conflict", "major", BOTH)
    share = percent(Fraction(second.value) / Fraction(first.value) - 1)
    return Rivalry(
        "rival-conflict",
        "major",
        BOTH,
        f"{stated_text(first, second)} to {stated_text(second, first)}: {share}",
    )
