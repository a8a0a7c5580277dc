"""The scheme of indicators: what is related to one, the same however it is found."""

from __future__ import annotations

from random import Random

import pytest

from policygraph.audit.series.scheme import Scheme

MOST = 20


def related(broader: dict[str, tuple[str, ...]], indicator: str) -> list[str]:
    """Those above; those below it or below one of these, sorted, as far as there is room."""
    above = {*broader.get(indicator, ())} - {indicator}
    lower = {one for one, others in broader.items() if {indicator, *above} & {*others}}
    return sorted([*sorted(above), *sorted(lower - above - {indicator})][:MOST])


@pytest.mark.parametrize("seed", range(40))
def test_related_are_those_above_and_the_first_of_those_beside(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - not for secrets
    names = [f"n{number:02}" for number in range(random.choice((3, 8, 60)))]
    parts = random.sample(names, len(names) * 9 // 10)
    broader = {one: tuple(random.choices(names, k=random.choice((0, 1, 1, 2, 3, 25)))) for one in parts}
    scheme = Scheme(broader)
    assert [scheme.related(one) for one in names] == [related(broader, one) for one in names]


def test_a_thousand_beside_one_are_no_more_than_the_first() -> None:
    scheme = Scheme({f"part {number:03}": ("whole",) for number in range(1000)})
    assert scheme.related("part 007") == [
        *(f"part {number:03}" for number in range(20) if number != 7),
        "whole",
    ]
    assert scheme.related("whole") == [f"part {number:03}" for number in range(MOST)]


class Counted(str):
    """A text that counts how often it is compared."""

    times = 0
    __slots__ = ()

    def __lt__(self, other: str) -> bool:
        Counted.times += 1
        return super().__lt__(other)


def test_each_indicator_costs_as_much_among_many_as_among_few() -> None:
    def compared(count: int) -> float:
        names = [Counted(f"part {number:05}") for number in range(count)]
        scheme = Scheme(dict.fromkeys(names, ("whole",)))
        Counted.times = 0
        for name in names:
            scheme.related(name)
        return Counted.times / count

    assert compared(3000) < 2 * compared(300)
