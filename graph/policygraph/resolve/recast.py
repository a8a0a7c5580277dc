"""Money that a person says is something else than was read: a measure's sum, or an indicator's figure.

1. A figure that is given an `initiative` is a sum of that measure, and needs a `role`.
2. A sum that is given an `indicator` is a figure of it, and needs an `area` and a `period`.
3. What only the other has is taken out. The key stays, so that the judgement finds what it was of.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from policygraph.resolve.resolved import FACTS, Candidate

__all__ = ["GAINED", "recast"]

GAINED: Mapping[str, Mapping[str, str]] = {
    "figures": {"initiative": "amounts", "role": "amounts"},
    "amounts": dict.fromkeys(
        ("indicator", "area", "period", "definition", "by", "bound", "status"), "figures"
    ),
}
"""Kind -> the further fields that it may be given -> the kind that has them; the first makes it that kind."""


def recast(one: Candidate) -> Candidate:
    """The candidate as what its fields say it is.

    >>> sum_ = Candidate("figures", (0, 4), {"value": "2", "area": "x", "initiative": "fund", "role": "loan"})
    >>> recast(sum_).kind, recast(sum_).fact
    ('amounts', {'value': '2', 'initiative': 'fund', 'role': 'loan'})
    """
    gained = GAINED.get(one.kind, {})
    turning = next(iter(gained), "")
    if not turning or not one.fact.get(turning):
        return one
    kind = gained[turning]
    fields = FACTS[kind].model_fields
    return replace(one, kind=kind, fact={name: value for name, value in one.fact.items() if name in fields})
