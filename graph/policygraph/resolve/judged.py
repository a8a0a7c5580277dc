"""What a person has decided of candidates: accepted, corrected, rejected; each under its key.

1. A key is the kind of the fact and its place in the text; of two at one place the second gets `-2`.
2. The last judgement under a key holds. An accepted fact is taken as it was read, a corrected one with the
   fields that were given (an empty one is taken out; see `recast` too), a rejected one is left out.
3. Facts that were taken without a doubt may be judged too.
4. What someone else than the reader read is doubted for that alone: it enters when it is accepted.
5. A judgement is of what was read, and of who read it: where another value is read at the place, or someone
   else reads it, the judgement does not hold, and the fact waits again. What other sources tell is no part
   of that: the id of a fact that they share, the entity that a proposed name means by then.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from policygraph.errors import UsageError
from policygraph.model.own import Judgement, Judgements
from policygraph.resolve.recast import recast
from policygraph.resolve.resolved import NAMES, Candidate

__all__ = ["Decided", "corrected", "digest_of", "judged", "keyed"]

_CHANGED = "judged before, read differently now"
_OF_OTHERS = {NAMES: "entity"}
"""Kind -> the field that rule 5 leaves out; else the id."""


class Decided:
    """The judgements on one text; `reads` is all that they were asked for: key -> what is read under it."""

    def __init__(self, judgements: Judgements | None) -> None:
        self._judgements = judgements
        self.reads: dict[str, Candidate] = {}

    def of(self, one: Candidate) -> Judgement | None:
        """The judgement on this candidate, or None: rule 5."""
        self.reads[one.key] = one
        found = self._judgements.of(one.key) if self._judgements else None
        return found if found and found.read == digest_of(one) else None

    def asked(self, one: Candidate) -> Candidate:
        """A candidate that no judgement settles, with the doubt of rule 5 where there was one."""
        before = self._judgements.of(one.key) if self._judgements else None
        return replace(one, doubts=(_CHANGED, *one.doubts)) if before else one


def digest_of(one: Candidate) -> str:
    """What a judgement is of, as 64 hexadecimal digits; empty fields do not count.

    >>> first = Candidate("figures", (0, 4), {"value": "17", "by": None})
    >>> digest_of(first) == digest_of(replace(first, fact={"id": "x", "value": "17"}))
    True
    >>> digest_of(first) == digest_of(replace(first, origin="llm m"))
    False
    """
    left_out = _OF_OTHERS.get(one.kind, "id")
    fact = {name: value for name, value in one.fact.items() if value not in (None, "") and name != left_out}
    text = json.dumps([one.kind, one.origin, fact], sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def keyed(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates in the order of the text, each with its key, and with the doubt of rule 4."""
    counts: Counter[str] = Counter()
    found = []
    for one in sorted(candidates, key=lambda one: (one.at, one.kind, one.origin)):
        key = one.key or f"{one.kind}-{one.at[0]}-{one.at[1]}"
        counts[key] += 1
        doubts = (f"{one.origin} proposes it", *one.doubts) if one.origin else one.doubts
        found.append(replace(one, key=key if counts[key] == 1 else f"{key}-{counts[key]}", doubts=doubts))
    return found


def judged(candidates: Iterable[Candidate], judgements: Decided) -> tuple[list[Candidate], int]:
    """What is left to take or to ask, and how many were settled by a judgement."""
    left, settled = [], 0
    for one in candidates:
        decided = judgements.of(one)
        settled += decided is not None
        if decided is None:
            left.append(judgements.asked(one))
        elif decided.verdict != "reject":
            left.append(recast(replace(one, fact=corrected(one.fact, decided.fields), doubts=(), left="")))
    return left, settled


def corrected(fact: Mapping[str, Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fact with some fields changed; `growth.rate` is a field within a field.

    Raises UsageError for a field within what has none.

    >>> corrected({"value": "5", "by": "x", "growth": {"rate": "2"}}, {"by": "", "growth.rate": "3"})
    {'value': '5', 'growth': {'rate': '3'}}
    """
    changed = {key: dict(value) if isinstance(value, Mapping) else value for key, value in fact.items()}
    for name, value in fields.items():
        outer, _, inner = name.partition(".")
        if inner and not changed.get(outer):
            changed[outer] = {}
        target = changed[outer] if inner else changed
        if not isinstance(target, dict):
            raise UsageError(f"{name}: {outer} has no fields of its own")
        if value == "" or value is None:
            target.pop(inner or outer, None)
        else:
            target[inner or outer] = value
    return changed
