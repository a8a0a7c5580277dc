"""`render_report`: what the audit found as one HTML file without scripts, to be read, printed or sent on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from policygraph.store.contract import ReadStore
from policygraph.terms import PG, SCHEMA, SDMX_ATTRIBUTE, SDMX_MEASURE
from policygraph.view.describe import dataset_of
from policygraph.view.evidence import Evidence, web_address
from policygraph.view.fact import amount_of, caption, currency_of
from policygraph.view.findings import SEVERITIES, support_words
from policygraph.view.network_html import policy_hash
from policygraph.view.number_line import Bar, Range, bars_of
from policygraph.view.snapshot import Snapshot, key_of
from policygraph.view.wording import amount_words, day_words, rate_words

__all__ = ["render_report"]

_HERE: Final = Path(__file__).parent
_HEADINGS: Final = {"major": "Cannot all be right", "minor": "Worth a look", "info": "Worth knowing"}


@dataclass(frozen=True, slots=True)
class _Source:
    publisher: str
    title: str
    date: str
    url: str


@dataclass(frozen=True, slots=True)
class _Named:
    """One of the things a finding sets side by side, and who states it."""

    words: str
    support: str
    sources: list[_Source]


@dataclass(frozen=True, slots=True)
class _Shown:
    """A finding as the report shows it."""

    anchor: str
    kind: str
    severity: str
    sentence: str
    arithmetic: str
    reading: str
    about: list[_Named]
    bars: list[Bar] = field(default_factory=list)


def render_report(store: ReadStore) -> str:
    """The findings of a store by gravity, each with its sum, its ranges drawn and its sources linked.

    >>> from policygraph.store.embedded import EmbeddedStore
    >>> render_report(EmbeddedStore.of([]))[:15]
    '<!DOCTYPE html>'
    """
    see = Snapshot(store)
    title, description, _, version = dataset_of(see)
    shown = [_shown(see, iri) for iri in see.of_class(PG.Finding)]
    verdicts = Counter(see.words(iri, PG.verdict) for iri in see.of_class(PG.Growth))
    style = _style()
    return (
        _environment()
        .get_template("audit_report.html.j2")
        .render(
            title=title or "Knowledge graph",
            description=description,
            version=version,
            style=Markup(style),  # noqa: S704 - our own file, never data
            style_hash=policy_hash(style),
            kinds=sorted(Counter(one.kind for one in shown).items(), key=lambda item: (-item[1], item[0])),
            verdicts=sorted(((name, count) for name, count in verdicts.items() if name), key=_most),
            growths=sum(verdicts.values()),
            groups=[(_HEADINGS[code], _of(shown, code)) for code in SEVERITIES],
        )
    )


def _most(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def _of(shown: list[_Shown], severity: str) -> list[_Shown]:
    return sorted((one for one in shown if one.severity == severity), key=lambda one: (one.kind, one.anchor))


def _shown(see: Snapshot, iri: str) -> _Shown:
    about = see.values(iri, PG.about)
    return _Shown(
        anchor=key_of(iri).replace("/", "-"),
        kind=see.words(iri, PG.findingKind),
        severity=see.value(iri, PG.severity).rpartition("/")[2],
        sentence=see.value(iri, PG.sentence),
        arithmetic=see.value(iri, PG.arithmetic),
        reading=see.words(iri, PG.reading),
        about=[_named(see, one) for one in about],
        bars=bars_of([*_rates(see, about)] or [*_levels(see, about)]),
    )


def _named(see: Snapshot, iri: str) -> _Named:
    source = see.value(iri, PG.source).rpartition("/")[2]
    words = see.label(iri).removesuffix(f" ({source})")
    sources = [_source(see, one) for one in _sources(see, iri)]
    return _Named(words, support_words(see, iri), sources)


def _sources(see: Snapshot, iri: str) -> list[str]:
    """The sources that state it, the project's own articles left out, the oldest first."""
    evidence = Evidence(see)
    found = {graph.partition("#")[0] for graph in see.evidence(iri)}
    kept = [one for one in found if not evidence.is_brief(one)]
    return sorted(kept, key=lambda one: (see.value(one, SCHEMA.datePublished) or "9999", one))


def _source(see: Snapshot, iri: str) -> _Source:
    return _Source(
        publisher=see.value(iri, SCHEMA.publisher),
        title=see.label(iri),
        date=day_words(see.value(iri, SCHEMA.datePublished)),
        url=web_address(see.value(iri, SCHEMA.url)),
    )


def _levels(see: Snapshot, about: list[str]) -> Iterator[Range]:
    """The levels among these nodes, where all of them are in one unit."""
    figures = [one for one in about if see.value(one, SDMX_MEASURE.obsValue)]
    if len({see.value(one, SDMX_ATTRIBUTE.unitMeasure) for one in figures}) != 1:
        return
    for one in figures:
        low, high = _span(see, one)
        publisher = see.value(see.value(one, PG.source), SCHEMA.publisher)
        yield Range(
            f"{publisher}: {caption(see, one)}", amount_of(see, one, SDMX_MEASURE.obsValue), low, high
        )


def _rates(see: Snapshot, about: list[str]) -> Iterator[Range]:
    """A stated rate, and what it comes to from each base that the audit checked it against."""
    rate = next((one for one in about if see.value(one, PG.rate)), "")
    level = see.value(rate, PG.growthOf) if rate else ""
    bases = see.values(rate, PG.checkedAgainst) if level else []
    if not bases:
        return
    value, half = Decimal(see.value(rate, PG.rate)), _half(see, rate)
    publisher = see.value(see.value(rate, PG.source), SCHEMA.publisher)
    yield Range(f"{publisher}: as stated", rate_words(str(value)), value - half, value + half)
    for base in bases:
        least, most = _span(see, base)
        low, high = _span(see, level)
        if least > 0 and low > 0:
            first, last = (low / most - 1) * 100, (high / least - 1) * 100
            yield Range(
                f"from {_base_words(see, base)}",
                f"{_percent(first)} to {_percent(last)}",
                first,
                last,
                stated=False,
            )


def _percent(rate: Decimal) -> str:
    """As many places as show a difference between two that print alike."""
    return f"{rate:.4f}%" if abs(rate) < 1 else f"{rate:.2f}%"


def _base_words(see: Snapshot, base: str) -> str:
    if see.value(base, SDMX_MEASURE.obsValue):
        publisher = see.value(see.value(base, PG.source), SCHEMA.publisher)
        return f"{caption(see, base)} ({publisher})"
    unit = see.value(base, SDMX_ATTRIBUTE.unitMeasure)
    return amount_words(see.value(base, PG.low), see.label(unit) if unit else "", currency_of(see, unit))


def _span(see: Snapshot, iri: str) -> tuple[Decimal, Decimal]:
    """What a stated level may stand for, or what a derived one lies between."""
    if value := see.value(iri, SDMX_MEASURE.obsValue):
        half = _half(see, iri)
        return Decimal(value) - half, Decimal(value) + half
    return Decimal(see.value(iri, PG.low) or 0), Decimal(see.value(iri, PG.high) or 0)


def _half(see: Snapshot, iri: str) -> Decimal:
    return Decimal(see.value(iri, PG.roundingStep) or 0) / 2


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _style() -> str:
    return (_HERE / "static" / "report.css").read_text(encoding="utf-8").replace("\r\n", "\n")
