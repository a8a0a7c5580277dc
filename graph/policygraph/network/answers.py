"""Every competency question by its name, those that need the network included."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from policygraph.questions import run
from policygraph.questions.catalog import question
from policygraph.questions.entities import find_iri
from policygraph.questions.run import Rows
from policygraph.store.contract import ReadStore

if TYPE_CHECKING:
    from policygraph.network.paths import Hop

__all__ = ["PathHop", "ask", "paths"]


class PathHop(NamedTuple):
    """One hop of one path between two entities; `relation` reads from `start` to `end` where `forward`."""

    path: int
    hop: int
    start: str
    start_name: str
    relation: str
    forward: bool
    end: str
    end_name: str
    since: str
    until: str
    statement: str
    sources: tuple[str, ...]
    quotes: tuple[str, ...]


def ask(store: ReadStore, name: str, **parameters: Any) -> Rows:
    """Answer any question; raises what `policygraph.questions.run.ask` raises."""
    asked = question(name)
    if asked.via != "network":
        return run.ask(store, name, **parameters)
    return Rows(name, PathHop._fields, paths(store, **run.checked(asked, parameters)))


def paths(store: ReadStore, *, start: str, end: str, limit: int = 5) -> list[PathHop]:
    """The shortest paths between two entities, hop by hop, with who says so.

    Raises EntityNotFoundError with the nearest names, UsageError where several fit.
    """
    from policygraph.network.paths import shortest_paths

    first, last = find_iri(store, start).value, find_iri(store, end).value
    return [
        _row(number, place, hop)
        for number, path in enumerate(shortest_paths(store, first, last, limit), start=1)
        for place, hop in enumerate(path.hops, start=1)
    ]


def _row(number: int, place: int, hop: Hop) -> PathHop:
    return PathHop(
        path=number,
        hop=place,
        start=hop.start,
        start_name=hop.start_label,
        relation=hop.label,
        forward=hop.forward,
        end=hop.end,
        end_name=hop.end_label,
        since=hop.since,
        until=hop.until,
        statement=hop.statement,
        sources=tuple(dict.fromkeys(one.source for one in hop.evidence)),
        quotes=tuple(dict.fromkeys(one.quote for one in hop.evidence if one.quote)),
    )
