"""The store that needs no server: pyoxigraph, in memory or in a folder (see `folder`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples, Store, Variable

from policygraph.errors import StoreError, UsageError
from policygraph.rdf import GraphName, Literal, NamedNode, Quad, RdfFormat, Resource, serialized, type_names
from policygraph.store.contract import Answer, Bindings, Solutions
from policygraph.store.faults import syntax_error
from policygraph.store.folder import current_generation
from policygraph.store.guard import check_query
from policygraph.terms import PREFIXES

__all__ = ["EmbeddedStore"]

_CHECKED_MAX = 512
_TRIES = 5
_RESULT_FORMS = {
    "json": QueryResultsFormat.JSON,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "xml": QueryResultsFormat.XML,
}


class EmbeddedStore:
    """A dataset in memory, or read from a folder that `folder.write_folder` made.

    >>> store = EmbeddedStore.of([])
    >>> len(store)
    0
    """

    def __init__(self, engine: Store) -> None:
        self._engine = engine
        self._checked: dict[str, dict[str, str]] = {}

    @classmethod
    def of(cls, quads: Iterable[Quad]) -> Self:
        """A store in memory that holds these quads."""
        engine = Store()
        engine.bulk_extend(quads)
        return cls(engine)

    @classmethod
    def load(cls, path: Path) -> Self:
        """A store in memory that holds an N-Quads file."""
        engine = Store()
        engine.bulk_load(path=str(path), format=RdfFormat.N_QUADS)
        return cls(engine)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open a folder for reading; raises StoreError where it holds no store."""
        for tries_left in reversed(range(_TRIES)):
            try:
                return cls(Store.read_only(str(current_generation(folder))))
            except (OSError, ValueError, RuntimeError) as error:
                # a build may have put a new generation in place since its name was read
                if not tries_left:
                    raise StoreError(str(folder), f"cannot be opened: {error}") from None
        raise AssertionError("the last try returns or raises")

    def query(self, sparql: str, bindings: Bindings | None = None) -> Answer:
        """Answer any SPARQL 1.1 query; see ReadStore.query."""
        with _engine_errors(sparql):
            found = self._run(sparql, bindings)
            if isinstance(found, QuerySolutions):
                return _solutions(found)
            if isinstance(found, QueryBoolean):
                return bool(found)
            return list(found)

    def select(self, sparql: str, bindings: Bindings | None = None) -> Solutions:
        """The rows of a SELECT; see ReadStore.select."""
        with _engine_errors(sparql):
            found = self._run(sparql, bindings)
            if not isinstance(found, QuerySolutions):
                raise UsageError("this query is not a SELECT")
            return _solutions(found)

    def results(self, sparql: str, form: str) -> bytes:
        """The answer in a standard form; see ReadStore.results."""
        with _engine_errors(sparql):
            found = self._run(sparql, None)
            if isinstance(found, QueryTriples):
                return serialized(list(found), _rdf_format(form), PREFIXES)
            if form not in _RESULT_FORMS:
                known = ", ".join(_RESULT_FORMS)
                raise UsageError(f"a SELECT or ASK has no form {form!r}; use one of {known}")
            return _written(found.serialize(format=_RESULT_FORMS[form]))

    def quads(
        self,
        subject: Resource | None = None,
        predicate: NamedNode | None = None,
        object: Resource | Literal | None = None,
        graph: GraphName | None = None,
    ) -> Iterator[Quad]:
        """The quads that fit, of all graphs where `graph` is None."""
        return iter(self._engine.quads_for_pattern(subject, predicate, object, graph))

    def graph_names(self) -> Iterator[Resource]:
        """The names of the named graphs."""
        return iter(self._engine.named_graphs())

    def __len__(self) -> int:
        return len(self._engine)

    def replace(self, quads: Iterable[Quad]) -> None:
        """Put these quads in place of everything."""
        fresh = Store()
        fresh.bulk_extend(quads)
        self._engine = fresh

    def _run(self, sparql: str, bindings: Bindings | None) -> QuerySolutions | QueryBoolean | QueryTriples:
        prefixes = self._checked.get(sparql)
        if prefixes is None:
            check_query(sparql)
            prefixes = _undeclared(sparql)
            if len(self._checked) < _CHECKED_MAX:
                self._checked[sparql] = prefixes
        values = {Variable(name): value for name, value in bindings.items()} if bindings else None
        return self._engine.query(sparql, prefixes=prefixes, substitutions=values)


def _undeclared(sparql: str) -> dict[str, str]:
    """The project's prefixes that a query may use and does not declare: handing over all costs a while."""
    return {
        name: base
        for name, base in PREFIXES.items()
        if f"{name}:" in sparql and f"PREFIX {name}:" not in sparql
    }


@contextmanager
def _engine_errors(sparql: str) -> Iterator[None]:
    """The engine answers while its rows are read, so what it raises may come late."""
    try:
        yield
    except SyntaxError as error:
        raise syntax_error(str(error), sparql) from None
    except UnicodeEncodeError:
        raise UsageError("the query has a half of a surrogate pair, which is no character") from None
    except (OSError, RuntimeError, ValueError) as error:
        raise UsageError(f"the query cannot be answered: {error}") from None


def _rdf_format(form: str) -> RdfFormat:
    if form not in type_names:
        raise UsageError(f"a CONSTRUCT or DESCRIBE has no form {form!r}; use one of {', '.join(type_names)}")
    return type_names[form]


def _written(data: bytes | None) -> bytes:
    return data or b""


def _solutions(found: QuerySolutions) -> Solutions:
    return Solutions(tuple(variable.value for variable in found.variables), [tuple(row) for row in found])
