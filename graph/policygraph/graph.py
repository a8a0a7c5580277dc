"""What most users need, in one object: open a graph, ask it, draw it, hand it on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from policygraph.shipped import cached_store, own_folder
from policygraph.store.contract import Answer, ReadStore
from policygraph.store.embedded import EmbeddedStore
from policygraph.store.quotes import without_quotes

if TYPE_CHECKING:
    from datetime import date

    import networkx
    import rdflib
    from pandas import DataFrame

    from policygraph.questions.audits import Found
    from policygraph.questions.entities import Entity
    from policygraph.questions.outcomes import Outcome
    from policygraph.questions.promises import Promise
    from policygraph.questions.run import Rows

__all__ = ["Graph", "open_graph"]


def open_graph(
    data: Path | str | None = None, *, own: Path | str | None = None, store: Path | str | None = None
) -> Graph:
    """Open a graph: the shipped one, that of a folder of YAML (`data`), or a store that was built before.

    The user's own folder lies over the shipped data where there is one; `own` names another, or `"none"`.
    Raises DataInvalidError or ShapesError for data that is wrong, StoreError for a folder with no store.

    >>> len(open_graph(own="none")) > 10_000
    True
    """
    if store is not None:
        return Graph(EmbeddedStore.open(Path(store)))
    folder = Path(data) if data is not None else None
    return Graph(cached_store(folder, own_folder(own, folder)))


class Graph:
    """A graph that can be asked; `store` is what it is kept in."""

    def __init__(self, store: ReadStore) -> None:
        self.store = store

    def __len__(self) -> int:
        """Number of quads."""
        return len(self.store)

    def __repr__(self) -> str:
        """What a notebook shows: no address in memory."""
        return f"<Graph of {len(self):,} quads>"

    def query(self, sparql: str) -> Answer:
        """Answer any SPARQL 1.1 query; raises QuerySyntaxError with the position of the fault."""
        return self.store.query(sparql)

    def ask(self, question: str, **parameters: Any) -> Rows:
        """Answer a competency question by its name; `policygraph ask` lists them.

        Raises QuestionNotFoundError, ParameterError, EntityNotFoundError with the nearest names, or
        CodeNotFoundError with all codes.
        """
        from policygraph.network.answers import ask

        return ask(self.store, question, **parameters)

    def find(self, name: str, *kinds: str) -> Entity:
        """The entity with this id, name, alias or acronym; raises EntityNotFoundError."""
        from policygraph.questions.entities import resolve

        return resolve(self.store, name, kinds)

    def audit(
        self, kind: str | None = None, severity: str | None = None, about: str | None = None
    ) -> list[Found]:
        """What does not fit together, the gravest first: as grave as `severity` or graver, about an entity.

        Raises EntityNotFoundError, with the nearest names, for an entity that there is not, and
        CodeNotFoundError, with all there are, for a kind or severity.

        >>> {one.severity for one in open_graph(own="none").audit(severity="major")}
        {'major'}
        """
        from policygraph.questions.audits import audit

        return audit(self.store, kind, severity, about)

    def promises(
        self, by: str | None = None, status: str | None = None, on: date | None = None
    ) -> list[Promise]:
        """The lives of initiatives by name: whose, at which stage, as known on a day.

        Raises EntityNotFoundError for an unknown person or body, CodeNotFoundError for an unknown stage.

        >>> open_graph(own="none").promises(status="launched")[0].status
        'launched'
        """
        from policygraph.questions.promises import promises

        return promises(self.store, by, status, on)

    def outcomes(self, initiative: str, indicator: str | None = None, months: int = 12) -> list[Outcome]:
        """A series before, during and after the steps of an initiative: an order in time, never a cause.

        Raises EntityNotFoundError; empty where no step is dated or no figure lies within these months.

        >>> {one.side for one in open_graph(own="none").outcomes("erozgaar-centres")} <= {
        ...     "before", "during", "after"}
        True
        """
        from policygraph.questions.outcomes import outcomes

        return outcomes(self.store, initiative, indicator, months)

    def network(self, *kinds: str) -> networkx.MultiDiGraph[str]:
        """The graph as networkx sees it: typed nodes, edges weighted by the number of sources."""
        from policygraph.network.projection import project

        return project(self.store, kinds=kinds or None)

    def central(self, *kinds: str, measure: str = "degree") -> dict[str, float]:
        """A score by node IRI, the highest first, in the network of these kinds.

        `measure` is `degree`, `betweenness` or `pagerank`; raises UsageError for another.
        """
        from policygraph.network.measures import centrality

        return centrality(self.network(*kinds), measure)

    def communities(self, *kinds: str) -> list[list[str]]:
        """Groups of nodes (IRIs) joined more to each other than to the rest, the largest first."""
        from policygraph.network.measures import communities

        return communities(self.network(*kinds))

    def frames(self, *kinds: str) -> tuple[DataFrame, DataFrame]:
        """The network as two pandas tables, its nodes and its edges; `network.frames.from_frames` goes back.

        Raises MissingExtraError where pandas (extra `notebook`) is not installed.
        """
        from policygraph.network.frames import to_frames

        return to_frames(self.network(*kinds))

    def view(
        self, file: Path | str, *, focus: str | None = None, depth: int = 2, quotes: bool = False
    ) -> Path:
        """Write the interactive page, whole or around one entity; gives the file.

        The words of the user's own articles stay out of it unless `quotes`.
        """
        from policygraph.atomic import replace_file
        from policygraph.view.page import render

        target = Path(file)
        store = self.store if quotes else without_quotes(self.store)
        replace_file(target, render(store, focus=focus, depth=depth).encode())
        return target

    def export(self, form: str, target: Path | str, *, quotes: bool = False) -> list[Path]:
        """Write the graph in another format; gives the files written.

        The words of the user's own articles stay out of it unless `quotes`: place and hash are enough for
        who has the text.
        """
        from policygraph.export.write import export_graph

        return export_graph(self.store if quotes else without_quotes(self.store), form, Path(target))

    def to_rdflib(self) -> rdflib.Dataset:
        """The same quads as an rdflib `Dataset`."""
        from policygraph.store.rdflib_bridge import to_dataset

        return to_dataset(self.store.quads())
