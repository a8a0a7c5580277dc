"""What the exports promise besides being readable: whole files, safe cells, exact numbers."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.cells import guarded, guarded_csv, guarded_tsv, listed
from policygraph.errors import UsageError
from policygraph.export import write
from policygraph.export.csv_folder import csv_folder, csv_text, raw_csv_folder
from policygraph.export.formats import FORMATS, format_named
from policygraph.export.json_file import json_file
from policygraph.export.jsonld_context import Context
from policygraph.export.jsonld_file import compacted, jsonld_file
from policygraph.export.known import Known
from policygraph.export.neo4j_folder import neo4j_folder, relationship_type
from policygraph.export.rdf_files import nquads, rdfxml, trig, turtle
from policygraph.export.tables import TABLES
from policygraph.export.write import export_bytes, export_graph
from policygraph.graph import Graph
from policygraph.rdf import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse_text
from policygraph.store.embedded import EmbeddedStore
from policygraph.terms import FOAF, PG, RDF, RDFS, SCHEMA, SKOS, XSD
from small_graph import ID, SOURCE, small_store

EXAMPLE = NamedNode("https://example.org/x")


@pytest.fixture(scope="module")
def store() -> EmbeddedStore:
    return small_store()


def known_of(*triples: tuple[Any, Any, Any]) -> Known:
    return Known(EmbeddedStore.of(Quad(*triple, DefaultGraph()) for triple in triples))


def only_object(*triples: tuple[Any, Any, Any], **definitions: Any) -> dict[str, Any]:
    """The one object that these triples about EXAMPLE make."""
    [found] = compacted(known_of(*triples), definitions)["@graph"]
    assert found.pop("@id") == EXAMPLE.value
    return dict(found)


def test_every_format_has_an_exporter() -> None:
    assert set(FORMATS) == write.FILES.keys() | write.FOLDERS.keys()
    assert {name for name, form in FORMATS.items() if form.folder} == write.FOLDERS.keys()
    assert len({form.file_name for form in FORMATS.values()}) == len(FORMATS)


def test_an_unknown_format_is_refused_with_the_names(store: EmbeddedStore, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="unknown export format 'owl'; known: ttl, nt"):
        export_graph(store, "owl", tmp_path / "x")
    assert list(tmp_path.iterdir()) == []
    assert format_named("ttl").file_name == "policygraph.ttl"


def test_a_file_goes_where_it_is_told(store: EmbeddedStore, tmp_path: Path) -> None:
    assert export_graph(store, "ttl", tmp_path / "new" / "a.ttl") == [tmp_path / "new" / "a.ttl"]
    assert export_graph(store, "nt", tmp_path) == [tmp_path / "policygraph.nt"]
    assert (tmp_path / "new" / "a.ttl").read_bytes() == export_bytes(store, "ttl")
    assert sorted(found.name for found in tmp_path.iterdir()) == ["new", "policygraph.nt"]


def test_a_folder_format_is_no_stream(store: EmbeddedStore) -> None:
    with pytest.raises(UsageError, match="'csv' is a folder"):
        export_bytes(store, "csv")


def test_a_folder_is_replaced_only_by_its_like(store: EmbeddedStore, tmp_path: Path) -> None:
    target = tmp_path / "tables"
    first = export_graph(store, "csv", target)
    (target / "people.csv").write_text("stale", encoding="utf-8")
    assert export_graph(store, "csv", target) == first
    assert (target / "people.csv").read_text(encoding="utf-8") != "stale"
    (target / "thesis.docx").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match=r"holds 'thesis\.docx'"):
        export_graph(store, "csv", target)
    assert (target / "thesis.docx").exists()
    assert [found.name for found in tmp_path.iterdir()] == ["tables"]


def test_a_folder_format_does_not_replace_a_file(store: EmbeddedStore, tmp_path: Path) -> None:
    (tmp_path / "f").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="is a file"):
        export_graph(store, "neo4j", tmp_path / "f")
    assert (tmp_path / "f").read_text(encoding="utf-8") == "mine"


def test_a_failed_folder_leaves_the_old_one(
    store: EmbeddedStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "tables"
    export_graph(store, "csv", target)
    before = {file.name: file.read_bytes() for file in target.iterdir()}
    rename = Path.rename

    def failing(self: Path, to: Path) -> Path:
        if self.name == "new":
            raise OSError("disk says no")
        return rename(self, to)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(OSError, match="disk says no"):
        export_graph(store, "csv", target)
    assert {file.name: file.read_bytes() for file in target.iterdir()} == before
    assert [found.name for found in tmp_path.iterdir()] == ["tables"]


@pytest.mark.parametrize("form", sorted(write.FILES))
def test_an_empty_graph_can_be_exported(form: str) -> None:
    assert isinstance(export_bytes(EmbeddedStore.of([]), form), bytes)


def test_turtle_has_sorted_prefixes_and_classes_first(store: EmbeddedStore) -> None:
    lines = turtle(store).decode().splitlines()
    prefixes = [line for line in lines if line.startswith("@prefix")]
    assert prefixes == sorted(prefixes)
    assert lines[: len(prefixes)] == prefixes
    assert f"<{ID}body/board> a org:FormalOrganization ;" in lines
    head = rdfxml(store).decode().split(">")[1].split()
    assert head[1:] == sorted(head[1:])


def test_trig_keeps_who_says_so(store: EmbeddedStore) -> None:
    assert f"<{SOURCE}one#char=10,20> {{" in trig(store).decode()


def test_blank_nodes_have_one_name_whatever_the_store_calls_them() -> None:
    written = {
        nquads(
            EmbeddedStore.of(
                [Quad(EXAMPLE, RDFS.range, BlankNode(name)), Quad(BlankNode(name), PG.code, Literal("1"))]
            )
        )
        for name in ("a", "b7", "zz")
    }
    assert len(written) == 1


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+a", "-x", "@SUM(A1)", "\tx", "\r=1", "\n=1", "-13%", "--1", "+1+1", "-1-1", "-1e", "+٣"],
)
def test_formulas_are_defused(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "cell", ["-4.5", "+3", "12", "", "a=b", "'=1", "P@SHA", "2021-02-03", "0.5", "-1.5E10", "+.5"]
)
def test_harmless_cells_stay(cell: str) -> None:
    assert guarded(cell) == cell


@given(st.lists(st.text(alphabet=st.characters(codec="utf-8")), min_size=1))
def test_no_cell_of_a_guarded_file_starts_a_formula(cells: list[str]) -> None:
    [_, row] = csv.reader(io.StringIO(csv_text(["h"] * len(cells), [cells], guard=True).decode(), newline=""))
    for cell in row:
        assert cell[:1] not in ("=", "+", "-", "@", "\t", "\r", "\n") or Decimal(cell).is_finite()


@given(st.lists(st.text(alphabet=st.characters(codec="utf-8")), min_size=2))
def test_a_raw_file_holds_cells_as_they_are(cells: list[str]) -> None:
    [_, row] = csv.reader(io.StringIO(csv_text(cells, [cells], guard=False).decode(), newline=""))
    assert row == cells


def test_only_the_raw_folder_keeps_a_formula(store: EmbeddedStore) -> None:
    assert b"'=HYPERLINK(1)|" in csv_folder(store)["people.csv"]
    assert b",=HYPERLINK(1)|" in raw_csv_folder(store)["people.csv"]
    assert b"csv-raw" in csv_folder(store)["csv-metadata.json"]
    assert b"csv-raw" not in raw_csv_folder(store)["csv-metadata.json"]
    assert b",-4.5," in csv_folder(store)["growths.csv"]


def test_json_has_numbers_and_evidence(store: EmbeddedStore) -> None:
    document = json.loads(json_file(store))
    [figure], [growth], step = document["figures"], document["growths"], document["steps"][1]
    assert (figure["value"], growth["rate"], growth["growth_of"]) == (1440000000, -4.5, "exports-2020")
    assert step["evidence"] == [
        {"source": "brief-a", "start": 0, "end": 9, "quote": "Ada did it"},
        {"source": "one", "start": 10, "end": 20},
    ]
    relation = document["relations"][0]
    assert (relation["relation"], relation["dates"]) == ("funds", ["2020-03-01"])
    assert document["people"][0]["names"] == ["=HYPERLINK(1)", "آدا@ur"]


def test_a_number_that_json_would_bend_stays_text() -> None:
    figure = NamedNode(ID + "figure/f")
    for value, written in (("12345678901234567890", "12345678901234567890"), ("0.1", 0.1), ("2.0", 2)):
        known = (
            Quad(figure, predicate, term)
            for predicate, term in (
                (NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), PG.Figure),
                (
                    NamedNode("http://purl.org/linked-data/sdmx/2009/measure#obsValue"),
                    Literal(value, datatype=XSD.decimal),
                ),
            )
        )
        assert json.loads(json_file(EmbeddedStore.of(known)))["figures"][0]["value"] == written


def test_jsonld_is_compacted_by_the_shipped_context(store: EmbeddedStore) -> None:
    document = json.loads(jsonld_file(store))
    objects = {entity["id"]: entity for entity in document["graph"]}
    assert [*objects] == sorted(
        objects, key=lambda iri: next(i for i, e in enumerate(document["graph"]) if e["id"] == iri)
    )
    person = objects["entity:person/ada"]
    assert (person["type"], person["label"]) == (["Person", "SchemaPerson"], {"en": "Ada Example"})
    assert person["altLabel"] == {"en": "=HYPERLINK(1)", "ur": "آدا"}
    figure = objects["entity:figure/exports-2020"]
    assert (figure["value"], figure["unit"]) == ("1440000000", "concept:unit/USD")
    assert objects["entity:selector/one-10-20"]["startPosition"] == 10


def test_jsonld_without_a_fitting_term_says_what_a_value_is() -> None:
    typed = {"code": {"@id": PG.code.value, "@type": "@id"}}
    found = only_object(
        (EXAMPLE, PG.code, EXAMPLE),
        (EXAMPLE, PG.code, Literal("text")),
        (EXAMPLE, PG.code, Literal("mot", language="fr")),
        (EXAMPLE, PG.code, Literal("1", datatype=XSD.integer)),
        **typed,
    )
    assert sorted(found["code"], key=str) == [
        EXAMPLE.value,
        {"@value": "1", "@type": XSD.integer.value},
        {"@value": "mot", "@language": "fr"},
        {"@value": "text"},
    ]


def test_jsonld_language_maps_hold_only_words_with_a_language() -> None:
    label = {"label": {"@id": SKOS.prefLabel.value, "@container": "@language"}}
    found = only_object(
        (EXAMPLE, SKOS.prefLabel, Literal("one", language="en")),
        (EXAMPLE, SKOS.prefLabel, Literal("two", language="en")),
        (EXAMPLE, SKOS.prefLabel, Literal("plain")),
        **label,
    )
    assert found == {"label": {"en": ["one", "two"]}, SKOS.prefLabel.value: "plain"}


def test_jsonld_shortens_only_what_reads_back() -> None:
    context = Context(
        {"e": "https://example.org/", "x": "https://example.org/x/", "e:trap": "https://other.org/"}
    )
    assert context.short("https://example.org/x/y") == "x:y"
    assert context.short("https://example.org///y") == "https://example.org///y"
    assert context.short("https://example.org/trap") == "https://example.org/trap"
    assert context.short("urn:z") == "urn:z"


def test_jsonld_ignores_terms_that_it_cannot_write_with() -> None:
    found = only_object(
        (EXAMPLE, SCHEMA.url, Literal("u")),
        listed={"@id": SCHEMA.url.value, "@container": "@list"},
        back={"@reverse": SCHEMA.url.value},
    )
    assert found == {SCHEMA.url.value: "u"}


def test_neo4j_headers_carry_types(store: EmbeddedStore) -> None:
    files = neo4j_folder(store)
    assert files["nodes-Figure.csv"].decode().splitlines()[0].startswith("iri:ID,kind,id,label,value:double,")
    assert ",-4.5," not in files["nodes-Figure.csv"].decode()
    assert "=HYPERLINK(1)\x1fآدا@ur" in files["nodes-Person.csv"].decode()
    assert relationship_type("creditedWith") == "CREDITED_WITH"


def test_no_value_is_dropped_for_want_of_a_list(shipped: Graph) -> None:
    known = Known(shipped.store)
    crowded = {
        (table.name, column.name)
        for table in TABLES
        for column in table.columns
        for subject in known.of_class(table.cls)
        if not column.many and len(set(known.values(subject, column.path))) > 1
    }
    assert crowded == set()


ELSEWHERE = {
    "instanceClass": "which class the instances of a concept belong to: the ontology says it, not the data",
    "relatedTo": "a relation: relations.csv has them all",
}
"""Properties of the project's own that are no column, and why."""


def test_every_property_of_a_fact_is_a_column(shipped: Graph, second_pack: Graph) -> None:
    dropped, own = set(), PG.note.value.removesuffix("note")
    for graph in (shipped, second_pack):
        known = Known(graph.store)
        relations = {
            predicate.value
            for predicate in map(NamedNode, {p for found in known.subjects.values() for p in found})
            if PG.relatedTo in known.values(predicate, [RDFS.subPropertyOf])
        }
        columns = {table.name: {column.path[0].value for column in table.columns} for table in TABLES}
        dropped |= {
            (table.name, predicate)
            for table in TABLES
            for subject in known.of_class(table.cls)
            if str(getattr(subject, "value", "")).startswith(table.base)
            for predicate in set(known.subjects[subject]) - columns[table.name] - relations
            if predicate.startswith(own) and predicate.removeprefix(own) not in ELSEWHERE
        }
    assert dropped == set()


def test_notes_are_handed_on(shipped: Graph) -> None:
    [(count,)] = shipped.store.select(
        "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s pg:note ?note FILTER NOT EXISTS { ?s a pg:DatedRelation } }"
    )
    document = json.loads(json_file(shipped.store))
    noted = [row for rows in document.values() if isinstance(rows, list) for row in rows if row.get("note")]
    posts = [row for row in document["posts"] if row.get("note")]
    assert len(noted) - len(posts) == int(str(getattr(count, "value", 0))) > 0


def test_results_of_queries_are_guarded() -> None:
    assert guarded_csv(b'a,b\r\n=1+1,-4.5\r\n"-x, y",http://e/\r\n') == (
        b"a,b\r\n'=1+1,-4.5\r\n\"'-x, y\",http://e/\r\n"
    )
    given_ = b'?a\t?b\n"=1"@en\t"@x"^^<urn:d>\n<=u>\t-4.5\n"-3"\t"\\t=1"\n\t"a=b"\n'
    assert guarded_tsv(given_) == (
        b'?a\t?b\n"\'=1"@en\t"\'@x"^^<urn:d>\n<=u>\t-4.5\n"-3"\t"\'\\t=1"\n\t"a=b"\n'
    )


@given(st.lists(st.text(), min_size=1))
def test_a_list_in_one_cell_comes_apart_again(items: list[str]) -> None:
    parts, rest = [""], listed(items)
    while rest:
        if rest.startswith("\\"):
            parts[-1], rest = parts[-1] + rest[1], rest[2:]
        elif rest.startswith("; "):
            parts, rest = [*parts, ""], rest[2:]
        else:
            parts[-1], rest = parts[-1] + rest[0], rest[1:]
    assert parts == items


@pytest.mark.parametrize(
    ("exporter", "separator", "file"), [(csv_folder, "|", "people.csv"), (neo4j_folder, "\x1f", "U+001F")]
)
def test_a_separator_in_a_value_is_refused(exporter: Any, separator: str, file: str) -> None:
    person = NamedNode(ID + "person/p")
    name = Literal(f"one{separator}two")
    store = EmbeddedStore.of(
        Quad(person, predicate, value, DefaultGraph())
        for predicate, value in ((RDF.type, FOAF.Person), (SKOS.altLabel, name))
    )
    with pytest.raises(UsageError, match=file.replace("+", r"\+")):
        exporter(store)


@pytest.mark.parametrize(
    ("predicate", "value", "words"),
    [
        (NamedNode("https://example.org/p/"), Literal("a"), "does not end in a name"),
        (NamedNode("https://example.org/12"), Literal("a"), "does not end in a name"),
        (RDF.type, NamedNode("https://example.org/C/"), "does not end in a name"),
        (RDF.li, Literal("a"), "reserved"),
        (PG.code, Literal("a\x01"), r"U\+0001"),
        (PG.code, Literal("\ufffe"), r"U\+FFFE"),
    ],
)
def test_what_rdf_xml_cannot_hold_is_refused(predicate: NamedNode, value: Any, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        rdfxml(EmbeddedStore.of([Quad(EXAMPLE, predicate, value, DefaultGraph())]))


@pytest.mark.parametrize("name", ["p1a", "é·x", "a-b.c", "1a"])
def test_what_rdf_xml_can_hold_is_read_back(name: str) -> None:
    triple = (EXAMPLE, NamedNode(f"https://example.org/{name}"), Literal(" a\r\n\t<&> "))
    written = rdfxml(EmbeddedStore.of([Quad(*triple, DefaultGraph())]))
    [read] = parse_text(written, RdfFormat.RDF_XML)
    assert (read.subject, read.predicate, read.object) == triple
