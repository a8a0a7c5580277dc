"""Sums that belong to initiatives, where sources do not agree on them.

1. Sums are compared within one initiative, role and unit.
2. Those that one source states side by side are parts or options, not rivals.
3. A sum that is another one rounded does not differ from it: at its last digit that is not nought, but not
   coarser than its second digit (10 billion may be 9.8 billion, and is not 5.2 billion).
4. Where every source of one sum is older than every source of the next, the later replaced the earlier.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations, pairwise

from policygraph.audit.lives.spans import grouped, named
from policygraph.audit.numbers.intervals import Interval
from policygraph.audit.records.facts import Facts
from policygraph.audit.records.findings import Finding
from policygraph.audit.records.life_records import Money
from policygraph.audit.wording import amount, joined

__all__ = ["check_amounts"]


def check_amounts(facts: Facts) -> list[Finding]:
    """Different sums of one initiative in one role and unit: `amounts-differ`."""
    money = sorted(facts.money, key=lambda one: (one.value, one.iri))
    return [
        _different(facts, sums)
        for sums in grouped(money, lambda one: (one.initiative, one.role, one.unit)).values()
        if _differ(sums) and not _side_by_side(sums)
    ]


def _differ(sums: list[Money]) -> bool:
    """Whether two of them cannot be one sum, rounded."""
    return any(not _reach(one).meets(_reach(other)) for one, other in combinations(_distinct(sums), 2))


def _distinct(sums: list[Money]) -> list[Money]:
    return list({(one.value, one.step): one for one in sums}.values())


def _reach(money: Money) -> Interval:
    """What a sum may be rounded from."""
    if not money.value:
        return Interval.of(money.value, money.step)
    digit = int(money.value.normalize().as_tuple().exponent)
    place = Decimal(1).scaleb(min(digit, money.value.adjusted() - 1))
    return Interval.of(money.value, max(place, money.step))


def _side_by_side(sums: list[Money]) -> bool:
    """Whether one source states all the different sums."""
    values = {one.value for one in sums}
    return any({one.value for one in own} == values for own in grouped(sums, lambda one: one.source).values())


def _different(facts: Facts, sums: list[Money]) -> Finding:
    by_value = grouped(sums, lambda one: one.value)
    revised = _one_after_another(list(by_value.values()))
    values = joined(
        f"{amount(value, sums[0].unit, by_value)} ({_seen(own)})" for value, own in by_value.items()
    )
    why = "; the later replaced the earlier, as far as the dates tell" if revised else ""
    return Finding(
        kind="amounts-differ",
        severity="info" if revised else "minor",
        about=tuple(sorted({one.iri for one in sums})),
        sentence=(
            f"The {sums[0].role.replace('-', ' ')} of {named(facts, sums[0].initiative)} is stated as "
            f"{values}{why}."
        ),
        arithmetic=_spread(min(by_value), max(by_value)),
    )


def _one_after_another(groups: list[list[Money]]) -> bool:
    """Whether the sums follow each other in time; not where a source has no date."""
    days = sorted(sorted(one.published for one in own if one.published) for own in groups)
    dated = all(one.published for own in groups for one in own)
    return dated and all(before[-1] < after[0] for before, after in pairwise(days))


def _seen(sums: list[Money]) -> str:
    days = sorted(str(one.published) for one in sums if one.published)
    count = len({one.source for one in sums})
    return ", ".join([f"{count} source{'s' if count != 1 else ''}", *([f"first {days[0]}"] if days else [])])


def _spread(low: Decimal, high: Decimal) -> str:
    return f"the largest is {high / low:.2f} times the smallest" if low > 0 else ""
