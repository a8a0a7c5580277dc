"""Every export read by software that this project did not write; it must find what the store holds."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
import rdflib

from interop import (
    ALL_GRAPHS,
    DEFAULT_GRAPH,
    fetch,
    node,
    oxigraph_server,
    rapper,
    select,
    statements,
    statements_of,
)
from policygraph.export.csvw import SEPARATOR
from policygraph.export.formats import FORMATS
from policygraph.export.graph_files import NETWORK_KINDS
from policygraph.export.write import export_graph
from policygraph.graph import Graph
from policygraph.network.projection import Network, project
from policygraph.rdf import DefaultGraph, NamedNode
from policygraph.store.embedded import EmbeddedStore

BASE = "https://w3id.org/policygraph/"


@pytest.fixture(scope="session")
def exports(shipped: Graph, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Format -> the file or folder that the shipped graph was exported to."""
    folder = tmp_path_factory.mktemp("exports")
    for form in FORMATS.values():
        export_graph(shipped.store, form.name, folder / form.file_name)
    return {form.name: folder / form.file_name for form in FORMATS.values()}


@pytest.fixture(scope="session")
def known(shipped: Graph) -> frozenset[str]:
    """The default graph's statements."""
    return statements(shipped.store.quads(graph=DefaultGraph()))


@pytest.fixture(scope="session")
def everything(shipped: Graph) -> frozenset[str]:
    """All statements of all graphs."""
    return statements(shipped.store.quads())


@pytest.mark.parametrize(("form", "syntax"), [("ttl", "turtle"), ("nt", "ntriples"), ("rdfxml", "rdfxml")])
def test_rapper_reads_it(exports: dict[str, Path], known: frozenset[str], form: str, syntax: str) -> None:
    read = rapper("-i", syntax, "-o", "ntriples", exports[form], BASE)
    assert re.search(r"returned (\d+) triples", read.stderr)[1] == str(len(known))  # type: ignore[index]
    assert statements_of(read.stdout) == known


@pytest.mark.parametrize("form", ["ttl", "nt", "trig", "nq"])
def test_n3_reads_it(
    exports: dict[str, Path], known: frozenset[str], everything: frozenset[str], form: str
) -> None:
    read = node("statements.mjs", "n3", FORMATS[form].media_type, exports[form])
    assert len(read.splitlines()) == len(everything if form in ALL_GRAPHS else known)
    assert statements_of(read) == (everything if form in ALL_GRAPHS else known)


def test_jsonld_reads_it_and_fetches_nothing(exports: dict[str, Path], known: frozenset[str]) -> None:
    assert statements_of(node("statements.mjs", "jsonld", "-", exports["jsonld"])) == known


# rdflib's own readers and writers use what rdflib has deprecated.
rdflib_of_its_own = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@rdflib_of_its_own
@pytest.mark.parametrize("form", DEFAULT_GRAPH)
def test_rdflib_reads_triples(exports: dict[str, Path], known: frozenset[str], form: str) -> None:
    graph = rdflib.Graph()
    _parse(graph, exports[form], {"jsonld": "json-ld", "rdfxml": "xml"}.get(form, form))
    assert len(graph) == len(known)
    assert statements_of(graph.serialize(format="nt")) == known


@rdflib_of_its_own
@pytest.mark.parametrize("form", ALL_GRAPHS)
def test_rdflib_reads_quads(exports: dict[str, Path], everything: frozenset[str], form: str) -> None:
    dataset = rdflib.Dataset()
    _parse(dataset, exports[form], {"nq": "nquads"}.get(form, form))
    assert statements_of(dataset.serialize(format="nquads")) == everything


def _parse(graph: rdflib.Graph, file: Path, form: str) -> None:
    with file.open("rb") as content:
        graph.parse(content, format=form)


@pytest.mark.parametrize(("form", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_networkx_reads_it(
    shipped: Graph, exports: dict[str, Path], form: str, read: Callable[[Path], Network]
) -> None:
    expected, found = project(shipped.store, kinds=NETWORK_KINDS), read(exports[form])
    assert set(found) == set(expected)
    for iri, data in expected.nodes(data=True):
        assert found.nodes[iri]["label"] == data["label"]
    assert _edges(found, str.split) == _edges(expected, list)


def _edges(network: Network, listed: Callable[[Any], list[str]]) -> Counter[tuple[object, ...]]:
    return Counter(
        (
            one,
            other,
            data["relation"],
            data.get("start", ""),
            float(data["weight"]),
            *listed(data.get("sources", "")),
        )
        for one, other, data in network.edges(data=True)
    )


def test_an_oxigraph_server_holds_the_same(shipped: Graph, exports: dict[str, Path], tmp_path: Path) -> None:
    by_graph = Counter(
        "" if isinstance(quad.graph_name, DefaultGraph) else quad.graph_name.value
        for quad in shipped.store.quads()
    )
    with oxigraph_server(tmp_path) as server:
        fetch(f"{server}/store", exports["nq"].read_bytes(), content_type="application/n-quads")
        default = select(server, "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")
        named = select(server, "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
    counts = {row.get("g", ""): int(row["n"]) for row in [*default, *named]}
    assert counts == by_graph


def test_a_round_trip_in_another_process_gives_the_same_bytes(
    exports: dict[str, Path], tmp_path: Path
) -> None:
    script = (
        "import sys; from pathlib import Path; from policygraph.store.embedded import EmbeddedStore;"
        "from policygraph.export.write import export_graph; from policygraph.export.formats import FORMATS;"
        "store = EmbeddedStore.load(Path(sys.argv[1]));"
        "[export_graph(store, form.name, Path(sys.argv[2]) / form.file_name) for form in FORMATS.values()]"
    )
    subprocess.run(
        [sys.executable, "-c", script, exports["nq"], tmp_path],
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "12345"},
    )
    first, second = _files(exports["nq"].parent), _files(tmp_path)
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def _files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_what_is_loaded_is_what_was_exported(exports: dict[str, Path], everything: frozenset[str]) -> None:
    assert statements(EmbeddedStore.load(exports["nq"]).quads()) == everything


def read_csv(file: Path) -> tuple[list[str], list[dict[str, str]]]:
    with file.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        return list(rows.fieldnames or ()), list(rows)


def tables_of(folder: Path) -> dict[str, dict[str, Any]]:
    metadata = json.loads((folder / "csv-metadata.json").read_text(encoding="utf-8"))
    return {table["url"]: table["tableSchema"] for table in metadata["tables"]}


VALID: dict[str, Callable[[str], object]] = {
    "string": str,
    "decimal": Decimal,
    "integer": int,
    "gYear": int,
    "date": date.fromisoformat,
}


@pytest.mark.parametrize("form", ["csv", "csv-raw"])
def test_csv_is_what_its_metadata_says(exports: dict[str, Path], form: str) -> None:
    schemas = tables_of(exports[form])
    assert {file.name for file in exports[form].glob("*.csv")} == set(schemas)
    for name, schema in schemas.items():
        header, rows = read_csv(exports[form] / name)
        assert header == [column["name"] for column in schema["columns"]]
        for column in schema["columns"]:
            values = [row[column["name"]] for row in rows]
            assert not column.get("required") or all(values)
            for value in filter(None, values):
                VALID[column["datatype"]](value)
        if "primaryKey" in schema:
            assert len({row[schema["primaryKey"]] for row in rows}) == len(rows)


def test_csv_references_lead_to_rows(exports: dict[str, Path]) -> None:
    schemas = tables_of(exports["csv-raw"])
    ids = {name: {row.get("id", "") for row in read_csv(exports["csv-raw"] / name)[1]} for name in schemas}
    checked = 0
    for name, schema in schemas.items():
        for key in schema.get("foreignKeys", ()):
            column, target = key["columnReference"], key["reference"]["resource"]
            found = {row[column] for row in read_csv(exports["csv-raw"] / name)[1]} - {""}
            assert found <= ids[target], (name, column)
            checked += len(found)
    assert checked > 500
    for row in read_csv(exports["csv-raw"] / "evidence.csv")[1]:
        assert row["row"] in ids[f"{row['table']}.csv"]


def test_csv_names_every_instance(shipped: Graph, exports: dict[str, Path]) -> None:
    for name, schema in tables_of(exports["csv-raw"]).items():
        if "aboutUrl" in schema:
            iris = [
                schema["aboutUrl"].replace("{+id}", row["id"])
                for row in read_csv(exports["csv-raw"] / name)[1]
            ]
            assert iris
            assert all(any(shipped.store.quads(subject=NamedNode(iri))) for iri in iris)


def test_lists_in_cells_come_apart_again(exports: dict[str, Path]) -> None:
    _, rows = read_csv(exports["csv-raw"] / "initiatives.csv")
    _, places = read_csv(exports["csv-raw"] / "places.csv")
    named = {name for row in rows for name in row["places"].split(SEPARATOR) if name}
    assert named <= {row["id"] for row in places}


def test_json_holds_the_same_rows_as_csv(exports: dict[str, Path]) -> None:
    document = json.loads(exports["json"].read_text(encoding="utf-8"))
    for name in tables_of(exports["csv-raw"]):
        if name != "evidence.csv":
            _, rows = read_csv(exports["csv-raw"] / name)
            assert [record["id"] for record in document[name.removesuffix(".csv")]] == [
                row["id"] for row in rows
            ]
    figures = {row["id"]: row for row in read_csv(exports["csv-raw"] / "figures.csv")[1]}
    for record in document["figures"]:
        assert Decimal(repr(record["value"])) == Decimal(figures[record["id"]]["value"])
        assert record["evidence"]


def test_neo4j_relationships_join_nodes(shipped: Graph, exports: dict[str, Path]) -> None:
    nodes: list[str] = []
    for file in sorted(exports["neo4j"].glob("nodes-*.csv")):
        header, rows = read_csv(file)
        assert header[0] == "iri:ID"
        assert header[-1] == ":LABEL"
        assert {row[":LABEL"] for row in rows} == {f"Entity\x1f{file.stem.removeprefix('nodes-')}"}
        nodes += (row["iri:ID"] for row in rows)
    assert len(set(nodes)) == len(nodes)
    _, edges = read_csv(exports["neo4j"] / "relationships.csv")
    assert {edge[end] for edge in edges for end in (":START_ID", ":END_ID")} <= set(nodes)
    network = project(shipped.store, kinds=[*NETWORK_KINDS, "source"])
    audited = [edge for edge in edges if edge[":TYPE"] in ("ABOUT", "DERIVED_FROM")]
    assert len(edges) - len(audited) == network.number_of_edges()
    assert len(nodes) - len({edge[":START_ID"] for edge in audited}) == network.number_of_nodes()


def test_the_cypher_loads_every_file_column_and_type(exports: dict[str, Path]) -> None:
    script = (exports["neo4j"] / "import.cypher").read_text(encoding="utf-8")
    for file in sorted(exports["neo4j"].glob("*.csv")):
        assert f"'file:///{file.name}'" in script
        assert file.name in script.split("CREATE CONSTRAINT")[0]
        for column in read_csv(file)[0]:
            assert column == ":LABEL" or f"row.`{column}`" in script
    types = {row[":TYPE"] for row in read_csv(exports["neo4j"] / "relationships.csv")[1]}
    assert types == set(re.findall(r"row\.`:TYPE` = '(\w+)'", script))
    assert all(re.fullmatch(r"[A-Z][A-Z_]*", name) for name in types)


def test_the_description_counts_what_rdflib_finds(exports: dict[str, Path], known: frozenset[str]) -> None:
    described = rdflib.Graph().parse(exports["void"], format="turtle")
    void, dcat = rdflib.Namespace("http://rdfs.org/ns/void#"), rdflib.Namespace("http://www.w3.org/ns/dcat#")
    dataset = next(described.subjects(dcat.distribution))
    assert int(str(described.value(dataset, void.triples))) == len(known)
    assert len(list(described.objects(dataset, dcat.distribution))) == len(FORMATS)
    graph = rdflib.Graph().parse(exports["nt"], format="nt")
    assert int(str(described.value(dataset, void.entities))) == len(set(graph.subjects()))
    classes = Counter(str(cls) for cls in graph.objects(predicate=rdflib.RDF.type))
    for part in described.objects(dataset, void.classPartition):
        cls = str(described.value(part, void["class"]))
        assert int(str(described.value(part, void.entities))) == classes.pop(cls)
    assert not classes


def test_every_fact_in_the_tables_has_evidence(exports: dict[str, Path]) -> None:
    folder = exports["csv-raw"]
    stated = {(row["table"], row["row"]) for row in read_csv(folder / "evidence.csv")[1]}
    kinds = (
        "tenures",
        "steps",
        "figures",
        "growths",
        "targets",
        "amounts",
        "attributions",
        "rankings",
        "relations",
    )
    for kind in kinds:
        missing = [
            row["id"] for row in read_csv(folder / f"{kind}.csv")[1] if (kind, row["id"]) not in stated
        ]
        assert missing == [], kind
