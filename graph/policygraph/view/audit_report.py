"""`render_report`: what the audit found as one HTML file without scripts, to be read, printed or sent on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from policygraph.severities import HEADINGS
from policygraph.store.contract import ReadStore
from policygraph.terms import PG, SCHEMA
from policygraph.view.describe import dataset_of
from policygraph.view.evidence import Evidence, web_address
from policygraph.view.finding_chart import chart_of_finding
from policygraph.view.findings import support_words
from policygraph.view.network_html import policy_hash
from policygraph.view.number_line import Chart
from policygraph.view.snapshot import Snapshot, key_of
from policygraph.view.wording import day_words

__all__ = ["render_report"]

_HERE: Final = Path(__file__).parent


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
    chart: Chart | None


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
            kinds=[(name, count, _first(shown, name)) for name, count in _counts(shown)],
            verdicts=sorted(((name, count) for name, count in verdicts.items() if name), key=_most),
            growths=sum(verdicts.values()),
            groups=[(heading, _of(shown, code)) for code, heading in HEADINGS.items()],
        )
    )


def _most(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def _counts(shown: list[_Shown]) -> list[tuple[str, int]]:
    return sorted(Counter(one.kind for one in shown).items(), key=_most)


def _first(shown: list[_Shown], kind: str) -> str:
    """The anchor of the first finding of a kind, in the order of the report."""
    return next(one.anchor for code in HEADINGS for one in _of(shown, code) if one.kind == kind)


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
        about=_merged([_named(see, one) for one in about]),
        chart=chart_of_finding(see, about),
    )


def _named(see: Snapshot, iri: str) -> _Named:
    source = see.value(iri, PG.source).rpartition("/")[2]
    words = see.label(iri).removesuffix(f" ({source})")
    sources = [_source(see, one) for one in _sources(see, iri)]
    return _Named(words, support_words(see, iri), sources)


def _merged(named: list[_Named]) -> list[_Named]:
    """What several sources state alike, once with all of them."""
    found: dict[tuple[str, str], list[_Source]] = {}
    for one in named:
        found.setdefault((one.words, one.support), []).extend(one.sources)
    return [_Named(*key, list(dict.fromkeys(sources))) for key, sources in found.items()]


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
