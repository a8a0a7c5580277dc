"""Rules that no single file can break: hierarchies without circles, and sources that restate a fact alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from policygraph.curated.pack import LoadedPack
from policygraph.curated.yaml_lines import Path_
from policygraph.model.facts import Attribution, Fact, Figure
from policygraph.model.sources import Source

__all__ = ["Fault", "across_files", "located_facts"]

_LISTS = ("tenures", "steps", "figures", "targets", "amounts", "attributions", "relations", "rankings")
_OWN_WORDS = ("id", "at", "note", "stated", "printed")


class Fault(NamedTuple):
    """What is wrong, and where it is said."""

    file: Path
    place: Path_
    message: str


class _Edge(NamedTuple):
    """A child and its parent, and where that is said."""

    child: str
    parent: str
    file: Path
    place: Path_


def across_files(pack: LoadedPack) -> Iterator[Fault]:
    """Circles in hierarchies, facts that two sources state under one id but not alike, names of nobody."""
    for field, edges in _hierarchies(pack):
        yield from _cycles(field, edges)
    yield from _unknown_wholes(pack)
    yield from _restated(pack)
    yield from _aliases(pack)


def located_facts(source: Source) -> Iterator[tuple[Path_, Fact]]:
    """Each fact of a source with its place in the file."""
    for name in _LISTS:
        for index, fact in enumerate(getattr(source, name)):
            yield (name, index), fact


def _hierarchies(pack: LoadedPack) -> Iterator[tuple[str, list[_Edge]]]:
    """Each relation that must not run in a circle, with its edges in the order of the files."""
    parts = _registered(pack, "bodies", "parent")
    for name, source in sorted(pack.sources.items()):
        file = pack.files["sources", name]
        for index, relation in enumerate(source.relations):
            if relation.relation == "partOf":
                parts.append(_Edge(relation.subject, relation.object, file, ("relations", index)))
    yield "partOf", parts
    yield "within", _registered(pack, "places", "within")
    yield "broader", _registered(pack, "indicators", "broader")
    yield "part_of", list(_definitions(pack))


def _definitions(pack: LoadedPack) -> Iterator[_Edge]:
    """Each definition that is part of another."""
    for slug, indicator in pack.indicators.items():
        for code, definition in indicator.definitions.items():
            if definition.part_of:
                place = (slug, "definitions", code, "part_of")
                yield _Edge(f"{slug}.{code}", definition.part_of, pack.files["indicators", slug], place)


def _unknown_wholes(pack: LoadedPack) -> Iterator[Fault]:
    known = {
        f"{slug}.{code}" for slug, indicator in pack.indicators.items() for code in indicator.definitions
    }
    for edge in _definitions(pack):
        if edge.parent not in known:
            message = f"{edge.parent!r} is no definition of an indicator; write it as indicator.definition"
            yield Fault(edge.file, edge.place, message)


def _registered(pack: LoadedPack, part: str, field: str) -> list[_Edge]:
    entries: dict[str, Any] = getattr(pack, part)
    parents = {slug: getattr(entry, field) for slug, entry in entries.items()}
    return [
        _Edge(slug, parent, pack.files[part, slug], (slug, field))
        for slug, parent in parents.items()
        if parent
    ]


def _cycles(field: str, edges: list[_Edge]) -> Iterator[Fault]:
    """One fault for each edge that closes a ring with those before it."""
    parents: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        back = _path(parents, edge.parent, edge.child)
        if back:
            yield Fault(edge.file, edge.place, f"a cycle in {field}: {' -> '.join([edge.child, *back])}")
        else:
            parents[edge.child].append(edge.parent)


def _path(parents: Mapping[str, list[str]], start: str, goal: str) -> list[str] | None:
    """The way up from one to the other, both included, or None."""
    ways, seen = [[start]], {start}
    while ways:
        way = ways.pop()
        if way[-1] == goal:
            return way
        for parent in parents.get(way[-1], ()):
            if parent not in seen:
                seen.add(parent)
                ways.append([*way, parent])
    return None


def _restated(pack: LoadedPack) -> Iterator[Fault]:
    """A fact of one id in two sources is one fact: they may add to each other, but not disagree.

    Figures, and claims about them, belong to their source and are not merged.
    """
    first: dict[tuple[type[Fact], str], tuple[str, Fact]] = {}
    for name, source in sorted(pack.sources.items()):
        for path, fact in located_facts(source):
            if isinstance(fact, Figure | Attribution):
                continue
            other, earlier = first.setdefault((type(fact), fact.id), (name, fact))
            for field in _differing(earlier, fact):
                message = f"{other} states {fact.id} with another {field}; give this fact an id of its own"
                yield Fault(pack.files["sources", name], (*path, field), message)


def _differing(one: Fact, other: Fact) -> Iterator[str]:
    """The fields in which both say something, and not the same; lists add up, and wording may differ."""
    for field in type(one).model_fields:
        if field in _OWN_WORDS or field.endswith("_note"):
            continue
        first, second = getattr(one, field), getattr(other, field)
        if first and second and first != second and not isinstance(first, tuple):
            yield field


def _aliases(pack: LoadedPack) -> Iterator[Fault]:
    """A further name belongs to an entry, and was used by a source."""
    for part in type(pack.aliases).model_fields:
        for slug, names in getattr(pack.aliases, part).items():
            file = pack.files["aliases", "aliases"]
            if slug not in getattr(pack, part):
                yield Fault(file, (part, slug), f"no such entry in {part}: {slug!r}")
            for name, sources in names.items():
                unknown = (one for one in sources if one not in pack.sources)
                yield from (Fault(file, (part, slug, name), f"no such source: {one!r}") for one in unknown)
