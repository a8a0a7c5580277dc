"""What the audit found is in every export, and stands apart from what sources state."""

from __future__ import annotations

import csv
import io
import json

import pytest
import rdflib

from policygraph.export.csv_folder import csv_folder
from policygraph.export.json_file import json_file
from policygraph.export.jsonld_file import jsonld_file
from policygraph.export.neo4j_folder import neo4j_folder
from policygraph.graph import Graph
from policygraph.questions.audits import audit
from policygraph.rdf import DefaultGraph, NamedNode
from policygraph.terms import BASE, PG, RDF


@pytest.fixture(scope="module")
def tables(shipped: Graph) -> dict[str, list[dict[str, str]]]:
    return {
        name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(content.decode())))
        for name, content in csv_folder(shipped.store).items()
        if name.endswith(".csv")
    }


def test_findings_are_a_table(shipped: Graph, tables: dict[str, list[dict[str, str]]]) -> None:
    rows = {row["id"]: row for row in tables["findings"]}
    found = {one.finding.removeprefix(f"{BASE}id/finding/"): one for one in audit(shipped.store)}
    assert rows.keys() == found.keys()
    for name, one in found.items():
        row = rows[name]
        assert (row["kind"], row["severity"], row["sentence"]) == (one.kind, one.severity, one.sentence)
        assert row["about"].split("|") == sorted(iri.removeprefix(f"{BASE}id/") for iri in one.about)


def test_a_rate_carries_its_verdict(tables: dict[str, list[dict[str, str]]]) -> None:
    assert {row["verdict"] for row in tables["growths"]} >= {"consistent", "inconsistent", "no-base"}
    figures = {row["id"] for row in tables["figures"]}
    for row in tables["growths"]:
        checked = set(filter(None, row["checked_against"].split("|")))
        assert set(filter(None, row["fits_with"].split("|"))) <= checked <= figures
        assert bool(row["fits_with"]) <= (row["verdict"] in ("consistent", "one-vintage"))


def test_derived_figures_are_a_table_of_their_own(tables: dict[str, list[dict[str, str]]]) -> None:
    assert tables["derived"]
    assert not {row["id"] for row in tables["derived"]} & {row["id"] for row in tables["figures"]}
    stated = {f"{kind}/{row['id']}" for kind in ("figure", "growth", "target") for row in tables[f"{kind}s"]}
    for row in tables["derived"]:
        assert float(row["low"]) <= float(row["high"])
        assert set(row["derived_from"].split("|")) <= stated


def test_every_fact_says_how_many_stand_behind_it(tables: dict[str, list[dict[str, str]]]) -> None:
    for name in ("figures", "growths", "targets", "amounts", "rankings", "tenures", "steps", "attributions"):
        for row in tables[name]:
            assert 1 <= int(row["origin_count"]) <= int(row["source_count"]), (name, row["id"])


def test_json_has_them_too(shipped: Graph, tables: dict[str, list[dict[str, str]]]) -> None:
    document = json.loads(json_file(shipped.store))
    assert [row["id"] for row in document["findings"]] == [row["id"] for row in tables["findings"]]
    assert isinstance(document["figures"][0]["source_count"], int)
    assert "evidence" not in document["findings"][0]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # by rdflib's own JSON-LD parser
def test_json_ld_says_the_same_of_a_finding(shipped: Graph) -> None:
    document = json.loads(jsonld_file(shipped.store))
    findings = [node for node in document["graph"] if "Finding" in node.get("type", ())]
    assert findings
    read = rdflib.Graph().parse(
        data=json.dumps({"@context": document["@context"], "graph": findings}), format="json-ld"
    )
    for triple in read:
        assert not isinstance(triple[0], rdflib.BNode)
    store = shipped.store
    nodes = [quad.subject for quad in store.quads(None, RDF.type, PG.Finding, DefaultGraph())]
    stated = [
        quad
        for node in nodes
        if isinstance(node, NamedNode)
        for quad in store.quads(node, None, None, DefaultGraph())
    ]
    assert len(read) == len(stated)


def test_neo4j_joins_findings_to_what_they_are_about(shipped: Graph) -> None:
    files = neo4j_folder(shipped.store)
    named = {
        name: list(csv.DictReader(io.StringIO(content.decode())))
        for name, content in files.items()
        if name.endswith(".csv")
    }
    nodes = {row["iri:ID"] for rows in named.values() for row in rows if "iri:ID" in row}
    edges = [row for rows in named.values() for row in rows if ":TYPE" in row and row[":TYPE"] == "ABOUT"]
    findings = {one.finding for one in audit(shipped.store)}
    assert findings <= nodes
    assert {row[":START_ID"] for row in edges} == findings
    assert {row[":END_ID"] for row in edges} <= nodes
    kinds = {row["kind"] for rows in named.values() for row in rows if "kind" in row}
    assert {"finding", "derived"} <= kinds
