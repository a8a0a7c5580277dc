"""Facts in words, as one line of a table."""

from __future__ import annotations

from functools import singledispatch

from policygraph.curated.pack import LoadedPack
from policygraph.model.facts import Amount, Attribution, Fact, Figure, Step, Target, Tenure

__all__ = ["fact_words"]


def fact_words(pack: LoadedPack, fact: Fact) -> str:
    """A fact in words, with the names of the registry."""
    return _words(fact, pack)


@singledispatch
def _words(fact: Fact, _: LoadedPack) -> str:
    return fact.id


@_words.register
def _figure(fact: Figure, pack: LoadedPack) -> str:
    period = pack.calendar.label(fact.period)
    subject = f"{pack.indicators[fact.indicator].name}, {_name(pack, fact.area)}, {period}"
    parts = []
    if fact.value is not None:
        parts.append(_amount_words(fact.value, fact.unit, fact.bound))
    if fact.growth:
        parts.append(f"{'+' if fact.growth.rate[0] != '-' else ''}{fact.growth.rate}% {fact.growth.basis}")
    status = f" ({fact.status})" if fact.status != "actual" else ""
    by = f", says {_name(pack, fact.by)}" if fact.by else ""
    return f"{subject}: {', '.join(parts)}{status}{by}"


@_words.register
def _target(fact: Target, pack: LoadedPack) -> str:
    subject = f"{pack.indicators[fact.indicator].name}, {_name(pack, fact.area)}"
    who = f" ({_name(pack, fact.agent)})" if fact.agent else ""
    value, due = _amount_words(fact.value, fact.unit, fact.bound), pack.calendar.label(fact.due)
    return f"target: {subject}: {value} by {due}{who}"


@_words.register
def _step(fact: Step, pack: LoadedPack) -> str:
    by = f" by {', '.join(_name(pack, one) for one in fact.by)}" if fact.by else ""
    planned = "" if fact.modality == "done" else f" ({fact.modality})"
    return f"{_name(pack, fact.initiative)}: {fact.stage}{planned}{by}, {fact.date or 'undated'}"


@_words.register
def _tenure(fact: Tenure, pack: LoadedPack) -> str:
    when = f"on {fact.date}" if fact.date else f"{fact.start or '?'} to {fact.end or '?'}"
    return f"{_name(pack, fact.person)}: {pack.posts[fact.post].name}, {when}"


@_words.register
def _amount(fact: Amount, pack: LoadedPack) -> str:
    role = fact.role.replace("-", " ")
    return f"{_name(pack, fact.initiative)}: {_amount_words(fact.value, fact.unit)} ({role})"


@_words.register
def _attribution(fact: Attribution, pack: LoadedPack) -> str:
    who = _name(pack, fact.claimant) if fact.claimant else fact.claimant_note or "the source"
    cause = _name(pack, fact.cause) if fact.cause else fact.cause_note or fact.cause_group
    effect = fact.effect_note or (_name(pack, fact.effect) if fact.effect else "")
    return f"{who} credits “{cause}” with “{effect}”"


def _amount_words(value: str, unit: str, bound: str | None = None) -> str:
    """`USD 303 million`, `at least 12000 persons`."""
    name, _, scale = unit.partition(" ")
    money = len(name) == 3 and name.isupper()
    words = f"{name} {value} {scale}" if money else f"{value} {scale} {name}"
    return " ".join(f"{(bound or '').replace('-', ' ')} {words}".split())


def _name(pack: LoadedPack, slug: str) -> str:
    for part in ("people", "bodies", "initiatives", "places", "posts"):
        if slug in getattr(pack, part):
            return str(getattr(pack, part)[slug].name)
    return slug
