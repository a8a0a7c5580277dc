"""What a person has decided of candidates: accepted, corrected, rejected; each under its key.

1. A key is the kind of the fact and its place in the text; of two at one place the second gets `-2`.
2. The last judgement under a key holds. An accepted fact is taken as it was read, a corrected one with the
   fields that were given (an empty one is taken out), a rejected one is left out.
3. Facts that were taken without a doubt may be judged too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from policygraph.model.own import Judgements
from policygraph.resolve.resolved import Candidate

__all__ = ["corrected", "judged", "keyed"]


def keyed(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates in the order of the text, each with its key."""
    counts: Counter[str] = Counter()
    found = []
    for one in sorted(candidates, key=lambda one: (one.at, one.kind)):
        key = one.key or f"{one.kind}-{one.at[0]}-{one.at[1]}"
        counts[key] += 1
        found.append(replace(one, key=key if counts[key] == 1 else f"{key}-{counts[key]}"))
    return found


def judged(candidates: Iterable[Candidate], judgements: Judgements | None) -> tuple[list[Candidate], int]:
    """What is left to take or to ask, and how many were settled by a judgement."""
    left, settled = [], 0
    for one in candidates:
        decided = judgements.of(one.key) if judgements else None
        settled += decided is not None
        if decided is None:
            left.append(one)
        elif decided.verdict != "reject":
            left.append(replace(one, fact=corrected(one.fact, decided.fields), doubts=()))
    return left, settled


def corrected(fact: Mapping[str, Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fact with some fields changed; `growth.rate` is a field within a field.

    >>> corrected({"value": "5", "by": "x", "growth": {"rate": "2"}}, {"by": "", "growth.rate": "3"})
    {'value': '5', 'growth': {'rate': '3'}}
    """
    changed = {key: dict(value) if isinstance(value, Mapping) else value for key, value in fact.items()}
    for name, value in fields.items():
        outer, _, inner = name.partition(".")
        target = changed.setdefault(outer, {}) if inner else changed
        if value == "" or value is None:
            target.pop(inner or outer, None)
        else:
            target[inner or outer] = value
    return changed
