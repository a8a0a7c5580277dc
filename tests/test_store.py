"""One contract over the stores: in memory, and in a folder that is replaced whole or not at all."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from policygraph.errors import QuerySyntaxError, StoreError, UsageError
from policygraph.rdf import DefaultGraph, GraphName, Literal, NamedNode, Quad, RdfFormat, Triple, parse_text
from policygraph.store.contract import ReadStore, Solutions, WriteStore
from policygraph.store.embedded import EmbeddedStore
from policygraph.store.folder import write_folder
from policygraph.terms import PG, SKOS, entity_iri, source_iri

ANNA, BODO = entity_iri("person", "anna"), entity_iri("person", "bodo")
ONE, TWO = source_iri("one"), source_iri("two")
LABEL, KNOWS = SKOS.prefLabel, PG.supports


def _stated(
    subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal, *graphs: NamedNode
) -> list[Quad]:
    everywhere: list[GraphName] = [DefaultGraph(), *graphs]
    return [Quad(subject, predicate, value, graph) for graph in everywhere]


QUADS = [
    *_stated(ANNA, LABEL, Literal("Anna", language="en"), ONE, TWO),
    *_stated(BODO, LABEL, Literal("Bodo", language="en"), ONE),
    *_stated(ANNA, KNOWS, BODO, TWO),
    *_stated(ANNA, PG.rank, Literal(2), ONE, TWO),
]

Maker = Callable[[list[Quad], Path], ReadStore]


def _in_memory(quads: list[Quad], _: Path) -> ReadStore:
    return EmbeddedStore.of(quads)


def _in_folder(quads: list[Quad], folder: Path) -> ReadStore:
    write_folder(folder, quads)
    return EmbeddedStore.open(folder)


def _from_file(quads: list[Quad], folder: Path) -> ReadStore:
    folder.mkdir()
    (folder / "all.nq").write_text("".join(f"{quad} .\n" for quad in quads), encoding="utf-8")
    return EmbeddedStore.load(folder / "all.nq")


@pytest.fixture(params=[_in_memory, _in_folder, _from_file], ids=["memory", "folder", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> ReadStore:
    make: Maker = request.param
    return make(QUADS, tmp_path / "store")


def test_it_keeps_the_contract(store: ReadStore) -> None:
    assert isinstance(store, ReadStore)
    assert isinstance(store, WriteStore)
    assert len(store) == len(QUADS)


def test_select(store: ReadStore) -> None:
    found = store.select("SELECT ?s ?o ?none { ?s skos:prefLabel ?o } ORDER BY ?o")
    assert found == Solutions(
        ("s", "o", "none"),
        [(ANNA, Literal("Anna", language="en"), None), (BODO, Literal("Bodo", language="en"), None)],
    )
    assert (len(found), [row[0] for row in found]) == (2, [ANNA, BODO])


def test_a_statement_of_two_sources_is_one_in_the_default_graph(store: ReadStore) -> None:
    [(total,)] = store.select("SELECT (SUM(?n) AS ?total) { ?s pg:rank ?n }")
    assert total == Literal(2)
    [(graphs,)] = store.select("SELECT (COUNT(?g) AS ?m) { GRAPH ?g { ?s pg:rank ?n } }")
    assert graphs == Literal(2)


def test_bindings(store: ReadStore) -> None:
    query = "SELECT ?o ?s { ?s skos:prefLabel ?o }"
    assert [row[0] for row in store.select(query, {"s": BODO})] == [Literal("Bodo", language="en")]
    with pytest.raises(UsageError):
        store.select(query, {"unknown": BODO})
    with pytest.raises(UsageError):
        store.select(query, {"no name": BODO})


def test_ask_construct_describe(store: ReadStore) -> None:
    assert store.query("ASK { ?s pg:supports ?o }") is True
    assert store.query("ASK { ?s pg:funds ?o }") is False
    assert store.query("CONSTRUCT { ?o pg:supports ?s } { ?s pg:supports ?o }") == [Triple(BODO, KNOWS, ANNA)]
    described = store.query(f"DESCRIBE {BODO}")
    assert isinstance(described, list)
    assert Triple(BODO, LABEL, Literal("Bodo", language="en")) in described


def test_select_is_only_for_selects(store: ReadStore) -> None:
    for query in ("ASK {}", "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"):
        with pytest.raises(UsageError, match="not a SELECT"):
            store.select(query)


def test_quads(store: ReadStore) -> None:
    key = str
    assert sorted(store.quads(), key=key) == sorted(QUADS, key=key)
    assert sorted(store.quads(graph=TWO), key=key) == sorted(
        (q for q in QUADS if q.graph_name == TWO), key=key
    )
    assert len(list(store.quads(subject=ANNA, predicate=LABEL))) == 3
    assert list(store.quads(object=BODO, graph=DefaultGraph())) == [Quad(ANNA, KNOWS, BODO)]
    assert list(store.quads(subject=source_iri("none"))) == []


def test_graph_names(store: ReadStore) -> None:
    assert set(store.graph_names()) == {ONE, TWO}


def test_results_of_a_select(store: ReadStore) -> None:
    query = "SELECT ?name { ?s skos:prefLabel ?name } ORDER BY ?name"
    assert store.results(query, "csv") == b"name\r\nAnna\r\nBodo\r\n"
    assert store.results(query, "tsv") == b'?name\n"Anna"@en\n"Bodo"@en\n'
    rows = json.loads(store.results(query, "json"))["results"]["bindings"]
    assert [row["name"] for row in rows] == [
        {"type": "literal", "value": name, "xml:lang": "en"} for name in ("Anna", "Bodo")
    ]
    assert b'<literal xml:lang="en">Anna</literal>' in store.results(query, "xml")


def test_results_of_an_ask(store: ReadStore) -> None:
    assert json.loads(store.results("ASK { ?s pg:supports ?o }", "json"))["boolean"] is True
    assert b"<boolean>false</boolean>" in store.results("ASK { ?s pg:funds ?o }", "xml")


@pytest.mark.parametrize("form", ["ttl", "nt", "nq", "trig"])
def test_results_of_a_construct(store: ReadStore, form: str) -> None:
    forms = {
        "ttl": RdfFormat.TURTLE,
        "nt": RdfFormat.N_TRIPLES,
        "nq": RdfFormat.N_QUADS,
        "trig": RdfFormat.TRIG,
    }
    written = store.results("CONSTRUCT { ?s skos:altLabel ?o } { ?s skos:prefLabel ?o }", form)
    assert {quad.triple for quad in parse_text(written, forms[form])} == {
        Triple(ANNA, SKOS.altLabel, Literal("Anna", language="en")),
        Triple(BODO, SKOS.altLabel, Literal("Bodo", language="en")),
    }
    if form == "ttl":
        assert b"skos:altLabel" in written


@pytest.mark.parametrize(
    ("query", "form"),
    [("SELECT * {}", "ttl"), ("ASK {}", "docx"), ("CONSTRUCT {} {}", "csv"), ("SELECT * {}", "")],
)
def test_no_such_form(store: ReadStore, query: str, form: str) -> None:
    with pytest.raises(UsageError, match="has no form"):
        store.results(query, form)


@pytest.mark.parametrize(
    ("query", "line", "column", "words"),
    [
        ("SELECT * {\n  ?s ?p\n}", 3, 2, "unexpected text"),
        ("SELECT * {", 1, 11, "unexpected text"),
        ("SELECT * { ?s nope:x ?o }", 1, 21, "unknown prefix"),
        ("SELECT * { ?s <no iri> ?o }", 1, 23, ""),
        ("", 1, 1, "unexpected text"),
    ],
)
def test_faults_have_a_place(store: ReadStore, query: str, line: int, column: int, words: str) -> None:
    for ask in (store.query, store.select):
        with pytest.raises(QuerySyntaxError) as caught:
            ask(query)
        assert (caught.value.line, caught.value.column) == (line, column)
        assert words in str(caught.value)
        assert caught.value.hint


@pytest.mark.parametrize(
    "query",
    ["SELECT * { BIND(<urn:f>(1) AS ?x) }", "SELECT * { ?s ?p '\ud800' }", "SELECT (?a AS ?b) (?c AS ?b) {}"],
)
def test_what_cannot_be_answered_is_an_error_of_usage(store: ReadStore, query: str) -> None:
    with pytest.raises(UsageError):
        store.query(query)


@pytest.mark.parametrize(
    ("query", "hint"),
    [
        ("SELECT * {\n  ?s ?p\n}", "an object is missing"),
        ("SELECT * { ?s }", "a predicate and an object are missing"),
        ("SELECT * { ?s ?p ?o ; rdfs:label }", "an object is missing"),
        ("SELECT * { ?s ?p ?o ?q }", "too many terms"),
        ("SELECT * { ?s a ?o", "a } is missing"),
        ("SELECT * { ?s a ?o } }", "a } too many"),
        ("", "a query starts with"),
        ("INSERT DATA { <urn:a> <urn:b> 1 }", "a query starts with"),
        ("SELECT WHERE { ?s ?p ?o }", "SELECT needs variables"),
        ("SELECT ?s, ?p { ?s ?p ?o }", "not by commas"),
        ("SELECT (COUNT(?x) ?n) { ?x ?p ?o }", "AS ?count"),
        ("SELECT * { ?s ?p ?o FILTER ?o > 3 }", "condition in brackets"),
        ("SELECT * { OPTIONAL }", "group in braces"),
        ("SELECT * { GRAPH { ?s ?p ?o } }", "GRAPH ?g"),
        ("SELECT * { BIND(1 AS) }", "a new name"),
        ("SELECT * { ?s ?p 'abc }", "not closed"),
        ("SELECT * { ?s ?p ?o } LIMIT", "whole number"),
        ("SELECT * { ?s ?p ?o } GROUP BY", "BY needs"),
    ],
)
def test_hints_say_what_is_missing(query: str, hint: str) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        EmbeddedStore.of([]).query(query)
    assert hint in caught.value.hint
    assert not {"SERVICE", "LATERAL", "[_]"} & set(str(caught.value).replace(",", " ").split())


def test_replace() -> None:
    store = EmbeddedStore.of(QUADS)
    store.replace(QUADS[:1])
    assert list(store.quads()) == QUADS[:1]

    def failing() -> Iterator[Quad]:
        yield QUADS[1]
        raise RuntimeError("the source of quads dries up")

    with pytest.raises(RuntimeError):
        store.replace(failing())
    assert list(store.quads()) == QUADS[:1]


# ---------------------------------------------------------------- folders


def _bytes(folder: Path) -> dict[str, str]:
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_the_same_content_changes_no_byte(tmp_path: Path) -> None:
    write_folder(tmp_path, QUADS)
    before = _bytes(tmp_path)
    write_folder(tmp_path, QUADS)
    assert _bytes(tmp_path) == before


def test_new_content_takes_the_place_of_the_old(tmp_path: Path) -> None:
    write_folder(tmp_path, QUADS)
    write_folder(tmp_path, QUADS[:2])
    assert len(EmbeddedStore.open(tmp_path)) == 2
    assert len(list(tmp_path.glob("*-*"))) == 1


def test_a_reader_keeps_what_it_opened(tmp_path: Path) -> None:
    many = [Quad(entity_iri("body", str(n)), LABEL, Literal(f"{n:05d}" * 50)) for n in range(3_000)]
    write_folder(tmp_path, many)
    reader = EmbeddedStore.open(tmp_path)
    for size in (10, 20, 30):
        write_folder(tmp_path, many[:size])
        assert len(reader.select("SELECT ?o { ?s skos:prefLabel ?o }")) == len(many)
        assert len(EmbeddedStore.open(tmp_path)) == size


def test_readers_and_writers_at_once(tmp_path: Path) -> None:
    """A reader sees one content or the other, whole."""
    contents = [
        [Quad(entity_iri("body", f"{size}-{n}"), LABEL, Literal(size)) for n in range(size)]
        for size in (50, 70)
    ]
    write_folder(tmp_path, contents[0])
    faults: list[object] = []

    def write(content: list[Quad]) -> None:
        for _ in range(5):
            write_folder(tmp_path, content)

    writers = [threading.Thread(target=write, args=(content,)) for content in contents]
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        sizes = {len(EmbeddedStore.open(tmp_path))}
        faults += sizes - {50, 70}
    for writer in writers:
        writer.join()
    assert faults == []


@pytest.mark.parametrize("content", [None, "", "generation-none\n", "../..\n", "\udcff"])
def test_no_store_there(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "CURRENT").write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(StoreError) as caught:
        EmbeddedStore.open(tmp_path)
    assert caught.value.place == str(tmp_path)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("in the way")
    with pytest.raises(StoreError, match="cannot be written"):
        write_folder(tmp_path / "store", QUADS)
    with pytest.raises(StoreError):
        EmbeddedStore.open(tmp_path / "store")
    assert (tmp_path / "store").read_text() == "in the way"


def test_a_generation_half_removed_is_made_anew(tmp_path: Path) -> None:
    write_folder(tmp_path, QUADS)
    [old] = tmp_path.glob("generation-*")
    shutil.copytree(old, tmp_path / "staging-left-by-a-killed-build")
    write_folder(tmp_path, QUADS[:1])
    write_folder(tmp_path, QUADS)
    assert len(EmbeddedStore.open(tmp_path)) == len(QUADS)
    assert {entry.name for entry in tmp_path.iterdir()} == {"CURRENT", "LOCK", old.name}


@pytest.mark.parametrize("damage", ["emptied", "cut", "flipped", "removed"])
def test_a_damaged_generation_is_made_anew(tmp_path: Path, damage: str) -> None:
    quads = [Quad(entity_iri("body", str(n)), LABEL, Literal(f"{n:05d}" * 9)) for n in range(500)]
    write_folder(tmp_path, quads)
    [generation] = tmp_path.glob("generation-*")
    for file in generation.glob("*.sst"):
        content = file.read_bytes()
        if damage == "removed":
            file.unlink()
        elif damage == "flipped":
            file.write_bytes(
                bytes(byte ^ 0xFF if 20 < place < 200 else byte for place, byte in enumerate(content))
            )
        else:
            file.write_bytes(b"" if damage == "emptied" else content[: len(content) // 2])
    write_folder(tmp_path, quads)
    assert set(EmbeddedStore.open(tmp_path).quads()) == set(quads)
    assert {entry.name for entry in tmp_path.iterdir()} == {"CURRENT", "LOCK", generation.name}


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from policygraph.errors import StoreError
from policygraph.rdf import Literal, Quad
from policygraph.store.folder import write_folder
from policygraph.terms import SKOS, entity_iri

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
quads = [Quad(entity_iri("body", str(n)), SKOS.prefLabel, Literal(f"{n:05d}" * 40)) for n in range(5_000)]
try:
    write_folder(Path(sys.argv[1]), quads)
except StoreError as error:
    print("refused")
"""


@pytest.mark.parametrize("limit", [0, 1_000, 100_000])
def test_a_full_disk_leaves_the_old_content(tmp_path: Path, limit: int) -> None:
    write_folder(tmp_path, QUADS)
    before = _bytes(tmp_path)
    command = [sys.executable, "-c", FULL_DISK, str(tmp_path), str(limit)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "refused\n"), done.stderr
    assert _bytes(tmp_path) == before
    assert len(EmbeddedStore.open(tmp_path)) == len(QUADS)
    write_folder(tmp_path, QUADS[:1])
    assert len(EmbeddedStore.open(tmp_path)) == 1


def test_a_killed_build_leaves_the_old_content(tmp_path: Path) -> None:
    write_folder(tmp_path, QUADS)
    program = FULL_DISK.replace("SIG_IGN", "SIG_DFL")  # which kills
    command = [sys.executable, "-c", program, str(tmp_path), "100000"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode < 0
    assert len(EmbeddedStore.open(tmp_path)) == len(QUADS)
    write_folder(tmp_path, QUADS[:1])
    assert len(list(tmp_path.glob("*-*"))) == 1
