"""Ids of facts: what makes two statements the same fact makes their id.

A figure and a claim belong to their source, and are numbered within it. A step, tenure, target or amount is
the same fact whoever states it: where the pack has it under an id, that id is taken; else the id is made of
what identifies it. An id that would be too long is cut, and ends in a hash of the whole.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from policygraph.model.facts import Amount, Fact, Step, Target, Tenure
from policygraph.terms import slugged

__all__ = ["Ids", "identity"]

_Maker = Callable[[Mapping[str, Any]], str]
_LONGEST = 110


class Ids:
    """Gives the ids of one source's facts."""

    def __init__(self, source: str, known: Mapping[tuple[object, ...], str]) -> None:
        self._source, self._known = source, known
        self._used: Counter[str] = Counter()

    def of(self, kind: str, fact: Mapping[str, Any]) -> str:
        """The id of a fact of this kind that is still without one."""
        if kind in _SHARED:
            return _cut(slugged(_SHARED[kind](fact)))
        stem = _cut(slugged(_OWN[kind](fact, self._source)))
        self._used[stem] += 1
        return f"{stem}_{self._used[stem]:02d}"

    def shared(self, fact: Fact) -> Fact:
        """The fact under the id that the pack has it under, if it has it."""
        key = identity(fact)
        known = self._known.get(key) if key else None
        return fact.model_copy(update={"id": known}) if known else fact


def identity(fact: Fact) -> tuple[object, ...] | None:
    """What makes a fact the same in another source; None for one that belongs to its source."""
    match fact:
        case Step():
            return Step, fact.initiative, fact.stage, fact.date, fact.modality
        case Tenure():
            return Tenure, fact.person, fact.post, fact.date, fact.start, fact.end, fact.capacity
        case Target():
            what = fact.indicator, fact.definition, fact.area, fact.value, fact.unit, fact.bound
            return Target, fact.agent, *what, fact.due, fact.kind, fact.initiative
        case Amount():
            return Amount, fact.initiative, fact.role, fact.value, fact.unit
    return None


_SHARED: dict[str, _Maker] = {
    "steps": lambda f: f"{f['initiative']}--{_planned(f)}{f['stage']}--{f.get('date') or 'undated'}",
    "tenures": lambda f: f"{f['person']}--{f['post']}--{_planned(f)}on-{f['date']}",
    "targets": lambda f: (
        f"{f['indicator']}_{f['area']}_{f['due']}_{f.get('bound') or 'is'}-{f['value']}-{f['unit']}"
        f"_{f.get('agent') or 'unnamed'}"
    ),
    "amounts": lambda f: f"{f['initiative']}--{f['role']}--{f['value']}-{f['unit']}",
}
_OWN: dict[str, Callable[[Mapping[str, Any], str], str]] = {
    "figures": lambda f, _: f"{f['indicator']}_{f['area']}_{f['period']}",
    "attributions": lambda f, source: f"{source}--{f.get('claimant') or 'article'}--credits",
}


def _cut(whole: str) -> str:
    """Not longer than an id may be; what is cut off is often all that tells two facts apart."""
    if len(whole) <= _LONGEST:
        return whole.strip("._-")
    mark = hashlib.sha256(whole.encode()).hexdigest()[:8]
    return f"{whole[: _LONGEST - len(mark) - 1].strip('._-')}-{mark}"


def _planned(fact: Mapping[str, Any]) -> str:
    own = fact.get("modality") or fact.get("capacity") or ""
    return f"{own}--" if own not in {"", "done", "substantive"} else ""
