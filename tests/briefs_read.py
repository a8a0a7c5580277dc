"""What the reader takes from each brief, against the facts that its author meant: one row a fact.

A row says whether the fact was found and what was read. Facts are looked up by their own fields, never by
what the reader found: figures by value and period, growth by rate, basis and period, steps by initiative,
kind of deed and whether it is done, tenures by person and post, attributions by where they stand.
`python tests/briefs_read.py` prints the rows; `tests/golden/briefs.json` adds why each miss is one.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

from policygraph.cli.names_known import gazetteer_of
from policygraph.curated.load import load_pack
from policygraph.curated.pack import BriefArticle, LoadedPack
from policygraph.graph import Graph
from policygraph.model.facts import (
    Amount,
    Attribution,
    Fact,
    Figure,
    Ranking,
    Relation,
    Step,
    Target,
    Tenure,
)
from policygraph.reader.document import Document
from policygraph.reader.names.gazetteer import Gazetteer
from policygraph.reader.read import read
from policygraph.reader.reading import Reading, Span

__all__ = ["Row", "golden_text", "rows_of"]

Row = dict[str, str | bool]
DEEDS = {
    "announced": {"announce"},
    "approved": {"approve"},
    "enacted": {"approve"},
    "notified": {"approve"},
    "agreed": {"approve"},
    "launched": {"launch"},
    "in-force": {"launch", "other"},
    "drafted": {"establish", "other"},
}
"""How a reading names the stages; any other stage is `other`."""


@cache
def _pack(folder: Path) -> LoadedPack:
    return load_pack(folder)


def rows_of(folder: Path, graph: Graph) -> Iterator[Row]:
    """All rows, in the order of the briefs' heads; relations are no part of a reading."""
    pack, names = _pack(folder), gazetteer_of(graph.store)
    for name, brief in sorted(pack.briefs.items()):
        reading = _reading(pack, name, brief, names)
        for restated in brief.head.facts:
            fact = pack.fact(restated.source, restated.fact)
            assert fact is not None
            if not isinstance(fact, Relation):
                start = brief.text.index(restated.quote)
                span = (start, start + len(restated.quote))
                read_as = _read_as(pack, fact, reading, span)
                yield {
                    "brief": name,
                    "source": restated.source,
                    "fact": restated.fact,
                    "kind": type(fact).__name__.lower(),
                    "found": bool(read_as),
                    "read": read_as,
                }


def _reading(pack: LoadedPack, name: str, brief: BriefArticle, names: Gazetteer) -> Reading:
    day = brief.head.date.start
    return read(Document(name, brief.text, title=brief.head.title, date=day, country="PK"), names)


def _read_as(pack: LoadedPack, fact: Fact, reading: Reading, span: Span) -> str:
    """What was read for the fact; empty where it was not found."""
    match fact:
        case Figure():
            return _figure(pack, fact, reading)
        case Target() | Amount() | Ranking():
            return _number(pack, fact, reading)
        case Step():
            return _step(fact, reading, span)
        case Tenure():
            held = (one for one in reading.people if _is(one.entity, fact.person) and one.post)
            return next((f"{one.mentions[0]}, {one.post}" for one in held), "")
        case Attribution():
            about = _words_about(pack, fact)
            said = (one for one in reading.attributions if _meet(one.span, span) and about & _long(one.cause))
            return next((f"{one.claimant}: {one.cause} -> {one.effect}" for one in said), "")
    raise AssertionError(f"no rule for {fact}")


def _number(pack: LoadedPack, fact: Target | Amount | Ranking, reading: Reading) -> str:
    if isinstance(fact, Ranking):
        return _level(Decimal(fact.rank), None, None, reading, "rank")
    value = _value(pack, str(fact.value), fact.unit)
    if isinstance(fact, Amount):
        return _level(value, None, None, reading)
    due = f"{fact.due.start:%Y-%m}/{fact.due.end:%Y-%m}"
    return _level(value, due, {"target", "forecast"}, reading)


def _figure(pack: LoadedPack, fact: Figure, reading: Reading) -> str:
    """Level and rate, each where the fact has it; a day's or a month's figure may have no period."""
    months = f"{fact.period.start:%Y-%m}/{fact.period.end:%Y-%m}"
    day = fact.period.start == fact.period.end
    level = rate = "-"
    if fact.value is not None:
        value = _value(pack, str(fact.value), fact.unit)
        level = _level(value, None if day else months, None, reading)
    if fact.growth:
        wanted = (Decimal(fact.growth.rate), fact.growth.basis, months)
        rates = (one for one in reading.growths if (one.pct, one.basis, one.period) == wanted)
        rate = next((f"{one.pct}% {one.basis} {one.period}" for one in rates), "")
    return "; ".join(part for part in (level, rate) if part != "-") if level and rate else ""


def _level(
    value: Decimal, months: str | None, statuses: set[str] | None, reading: Reading, indicator: str = ""
) -> str:
    for one in reading.figures:
        fits = one.value == value and (months is None or one.period == months)
        fits = fits and (statuses is None or one.status in statuses)
        if fits and (not indicator or one.indicator == indicator):
            return f"{one.value} {one.unit} {one.period or 'undated'} {one.status}"
    return ""


def _step(fact: Step, reading: Reading, span: Span) -> str:
    """A deed at the place of the fact, on a mention of the initiative."""
    mentions = {
        said for one in reading.initiatives if _is(one.entity, fact.initiative) for said in one.mentions
    }
    planned = fact.modality == "planned"
    for one in reading.actions:
        kind = one.action == "plan" if planned else one.action in DEEDS.get(fact.stage, {"other"})
        if _meet(one.span, span) and one.object in mentions and kind and (one.status == "planned") is planned:
            return f"{one.actor}: {one.action} {one.object}"
    return ""


def _words_about(pack: LoadedPack, fact: Attribution) -> set[str]:
    """Words that the cause goes by: its names and kind in the registry, or the fact's own words."""
    words = _long(f"{fact.cause_note} {fact.cause_group or ''} {(fact.cause or '').replace('-', ' ')}")
    if fact.cause and (entity := pack.bodies.get(fact.cause)):
        words |= _long(entity.name)
    if fact.cause and (measure := pack.initiatives.get(fact.cause)):
        words |= _long(f"{measure.name} {measure.kind}")
    return words


def _long(text: str) -> set[str]:
    return {word.strip("(),.").lower() for word in text.split() if len(word) > 3}


def _value(pack: LoadedPack, value: str, unit: str) -> Decimal:
    scales = pack.about.country.scales
    return Decimal(value).scaleb(scales.get(unit.partition(" ")[2], 0))


def _is(iri: str | None, slug: str) -> bool:
    return bool(iri) and str(iri).rpartition("/")[2] == slug


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def golden_text(rows: Iterator[Row]) -> str:
    """The rows as JSON, one a line."""
    return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n"


if __name__ == "__main__":
    from policygraph.build.pipeline import build
    from policygraph.paths import data_dir
    from policygraph.store.embedded import EmbeddedStore

    sys.stdout.write(golden_text(rows_of(data_dir(), Graph(EmbeddedStore.of(build(data_dir()))))))
