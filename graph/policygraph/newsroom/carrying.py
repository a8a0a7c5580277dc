"""What was judged of a text, carried over to a new version of it.

1. A judgement holds for what has the same words in the new text, and is read there as it was: the same kind
   of fact with the same fields, by the same reader. Of several the second is the second.
2. Judgements on names are carried first: facts are read with them.
3. What is left no longer applies, and is told.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from policygraph.model.own import Judgement, Judgements
from policygraph.resolve.article import Article
from policygraph.resolve.judged import digest_of
from policygraph.resolve.known import Known
from policygraph.resolve.resolve import resolve
from policygraph.resolve.resolved import ALIASES, NAMES, Candidate

__all__ = ["Carried", "carried"]

_ELSEWHERE = frozenset({"id", "at"})
_Reads = Mapping[str, Candidate]
_Mark = tuple[str, int]


@dataclass(frozen=True)
class Carried:
    """The judgements that hold for the new text, and the keys of those that do not."""

    judgements: Judgements
    lost: tuple[str, ...] = ()


def carried(known: Known, old: Article, judged: Judgements, new: Article) -> Carried:
    """The judgements on one text as judgements on another."""
    digest = hashlib.sha256(new.text.encode()).hexdigest()
    made, found = Judgements(sha256=digest), dict[str, Judgement]()
    if not judged.judgements:
        return Carried(made)
    before = resolve(known, old, judged).reads
    holding = [one for one in judged.judgements if _holds(one, before)]
    for names in (True, False):
        some = [one for one in holding if (before[one.key].kind in {ALIASES, NAMES}) is names]
        now = resolve(known, new, made).reads
        found |= _moved(some, _marked(before, old), _marked(now, new), now)
        made = Judgements(sha256=digest, judgements=tuple(found.values()))
    return Carried(made, tuple(one.key for one in judged.judgements if one.key not in found))


def _holds(one: Judgement, reads: _Reads) -> bool:
    return one.key in reads and one.read == digest_of(reads[one.key])


def _moved(
    judged: Sequence[Judgement], before: Mapping[str, _Mark], after: Mapping[str, _Mark], now: _Reads
) -> dict[str, Judgement]:
    """Rule 1: old key -> the judgement under its new one."""
    keys = {mark: key for key, mark in after.items()}
    moved = {one.key: keys[before[one.key]] for one in judged if before[one.key] in keys}
    return {
        one.key: one.model_copy(update={"key": moved[one.key], "read": digest_of(now[moved[one.key]])})
        for one in judged
        if one.key in moved
    }


def _marked(reads: _Reads, article: Article) -> dict[str, _Mark]:
    """Key -> what has to be the same, and how often that stood before."""
    counts: Counter[str] = Counter()
    found = {}
    for key, one in sorted(reads.items(), key=lambda item: (item[1].at, item[0])):
        words = " ".join(article.text[slice(*one.at)].split())
        mark = json.dumps([one.kind, one.origin, words, _said(one.fact)], sort_keys=True, default=str)
        counts[mark] += 1
        found[key] = mark, counts[mark]
    return found


def _said(fact: Mapping[str, Any]) -> dict[str, Any]:
    told = {name: _said(one) if isinstance(one, Mapping) else one for name, one in fact.items()}
    return {name: one for name, one in told.items() if name not in _ELSEWHERE and one not in (None, "", {})}
