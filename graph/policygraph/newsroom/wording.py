"""Facts in words, as one line of a table; what is not known of one that waits is a question mark."""

from __future__ import annotations

from collections.abc import Mapping
from functools import singledispatch
from typing import Any, NamedTuple

from policygraph.curated.pack import LoadedPack
from policygraph.model.facts import Amount, Attribution, Fact, Figure, Growth, Step, Target, Tenure
from policygraph.model.own import PendingFact
from policygraph.periods import Period, PeriodError
from policygraph.resolve.resolved import ALIASES, FACTS, NAMES

__all__ = ["fact_words", "stated_words", "waiting_words"]


class _Known(NamedTuple):
    """What ids are the names of."""

    pack: LoadedPack
    new: Mapping[str, str]
    """Id -> name, of what the registry does not have."""


def fact_words(pack: LoadedPack, fact: Fact) -> str:
    """A fact in words, with the names of the registry."""
    return _words(fact, _Known(pack, {}))


def stated_words(fact: Figure) -> str:
    """The level and the rate of a figure: `USD 303 million, +22.67% yoy`."""
    parts = [] if fact.value is None else [_amount_words(fact.value, fact.unit, fact.bound)]
    if fact.growth:
        sign = "+" if fact.growth.rate[0] != "-" else ""
        parts.append(f"{sign}{fact.growth.rate}% {fact.growth.basis or '?'}")
    return ", ".join(parts)


def waiting_words(pack: LoadedPack, waiting: PendingFact) -> str:
    """A fact that waits, in the same words as far as it is known."""
    fact, named = waiting.fact, _Known(pack, waiting.names)
    if waiting.kind in {ALIASES, NAMES}:
        name, part = fact.get("name"), _PARTS.get(str(fact.get("kind")), "entry")
        return (
            f"“{name}”, for {_name(named, fact['entity'])}"
            if fact.get("entity")
            else f"“{name}”, a new {part}"
        )
    kind = FACTS[waiting.kind]
    unknown: dict[str, Any] = {name: None for name, one in kind.model_fields.items() if one.is_required()}
    known = {name: _typed(pack, name, value) for name, value in fact.items() if name in kind.model_fields}
    return _words(kind.model_construct(**unknown | known), named)


_PARTS = {"people": "person", "bodies": "body", "initiatives": "initiative"}
_PERIODS = frozenset({"period", "due", "date", "start", "end"})


def _typed(pack: LoadedPack, name: str, value: Any) -> Any:
    if name == "growth" and isinstance(value, dict):
        return Growth.model_construct(**{"rate": "?", "basis": None, **value})
    if name not in _PERIODS:
        return value
    try:
        return pack.calendar.parse(str(value))
    except PeriodError:
        return None


@singledispatch
def _words(fact: Fact, _: _Known) -> str:
    return fact.id


@_words.register
def _figure(fact: Figure, known: _Known) -> str:
    subject = f"{_indicator(known.pack, fact)}, {_name(known, fact.area)}, {_label(known.pack, fact.period)}"
    status = f" ({fact.status})" if fact.status != "actual" else ""
    by = f", says {_name(known, fact.by)}" if fact.by else ""
    return f"{subject}: {stated_words(fact)}{status}{by}"


@_words.register
def _target(fact: Target, known: _Known) -> str:
    subject = f"{_indicator(known.pack, fact)}, {_name(known, fact.area)}"
    who = f" ({_name(known, fact.agent)})" if fact.agent else ""
    value, due = _amount_words(fact.value, fact.unit, fact.bound), _label(known.pack, fact.due)
    return f"target: {subject}: {value} by {due}{who}"


@_words.register
def _step(fact: Step, known: _Known) -> str:
    by = f" by {', '.join(_name(known, one) for one in fact.by)}" if fact.by else ""
    planned = "" if fact.modality == "done" else f" ({fact.modality})"
    return f"{_name(known, fact.initiative)}: {fact.stage or '?'}{planned}{by}, {fact.date or 'undated'}"


@_words.register
def _tenure(fact: Tenure, known: _Known) -> str:
    when = f"on {fact.date}" if fact.date else f"{fact.start or '?'} to {fact.end or '?'}"
    return f"{_name(known, fact.person)}: {_name(known, fact.post)}, {when}"


@_words.register
def _amount(fact: Amount, known: _Known) -> str:
    role = fact.role.replace("-", " ")
    return f"{_name(known, fact.initiative)}: {_amount_words(fact.value, fact.unit)} ({role})"


@_words.register
def _attribution(fact: Attribution, known: _Known) -> str:
    who = _name(known, fact.claimant) if fact.claimant else fact.claimant_note or "the source"
    cause = _name(known, fact.cause) if fact.cause else fact.cause_note or fact.cause_group
    effect = fact.effect_note or (_name(known, fact.effect) if fact.effect else "")
    return f"{who} credits “{cause}” with “{effect}”"


def _amount_words(value: str, unit: str, bound: str | None = None) -> str:
    """`USD 303 million`, `at least 12000 persons`."""
    name, _, scale = unit.partition(" ")
    money = len(name) == 3 and name.isupper()
    words = f"{name} {value} {scale}" if money else f"{value} {scale} {'' if name == 'count' else name}"
    return " ".join(f"{(bound or '').replace('-', ' ')} {words}".split())


def _indicator(pack: LoadedPack, fact: Figure | Target) -> str:
    known = pack.indicators.get(fact.indicator)
    return known.name if known else fact.indicator or "indicator ?"


def _label(pack: LoadedPack, period: Period | None) -> str:
    return pack.calendar.label(period) if period else "period ?"


def _name(known: _Known, slug: str | None) -> str:
    for part in ("people", "bodies", "initiatives", "places", "posts"):
        if slug in getattr(known.pack, part):
            return str(getattr(known.pack, part)[slug].name)
    return known.new.get(slug or "", slug or "?")
