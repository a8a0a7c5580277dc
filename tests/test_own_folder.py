"""The own folder over a pack: what it may hold, what it may not, and who sees it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from newsroom_made import PACK, graph_of, pack_of, with_first
from policygraph.build.pipeline import build
from policygraph.curated.load import load_pack
from policygraph.errors import DataInvalidError, EntityNotFoundError, NotFoundError
from policygraph.graph import open_graph
from policygraph.inputs import inputs_digest
from policygraph.paths import data_dir, own_dir
from policygraph.rdf import DefaultGraph
from policygraph.shipped import own_folder as folder_of
from policygraph.store.embedded import EmbeddedStore
from policygraph.store.quotes import without_quotes
from policygraph.terms import OA, QUOTES_GRAPH

SOURCE = """title: A note
kind: news
publisher: The Note
date: 2024-06-20
text: {{sha256: {sha256}, length: {length}}}
figures:
  - id: f1
    at: [0, 5]
    indicator: software-exports
    area: ruritania
    period: 2024-04
    value: 5
    unit: USD million
"""
TEXT = "Sales were good.\r\n"


@pytest.fixture(scope="module", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """One cache for all tests."""
    os.environ["POLICYGRAPH_CACHE"] = str(tmp_path_factory.mktemp("cache"))


def made(own: Path, text: str = TEXT, kept: str = TEXT) -> Path:
    """An own folder with one source by hand."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    for name in ("sources", "texts", "registry"):
        (own / name).mkdir(parents=True)
    (own / "sources" / "note.yaml").write_text(SOURCE.format(sha256=digest, length=len(text)))
    (own / "texts" / "note.txt").write_bytes(kept.encode())
    return own


def faults(own: Path) -> list[str]:
    """What is wrong, as said."""
    with pytest.raises(DataInvalidError) as caught:
        build(PACK, own)
    return [str(one) for one in caught.value.problems]


def test_it_lies_over_a_pack(own_folder: Path) -> None:
    pack = load_pack(PACK, made(own_folder))
    assert pack.texts == {"note": TEXT}
    assert ("sources", "note") in pack.own
    assert "zenda-courier-2024-06-11" in pack.sources
    assert set(graph_of(None)) - set(graph_of(own_folder)) == set()


def test_an_own_entry_may_not_redefine_a_shipped_one(own_folder: Path) -> None:
    made(own_folder)
    (own_folder / "registry" / "people.yaml").write_text(
        "new-one:\n  name: New One\nosric-sapt:\n  name: Other\n"
    )
    [fault] = faults(own_folder)
    assert f"{own_folder}/registry/people.yaml:3: osric-sapt" in fault
    assert "aliases.yaml" in fault


def test_an_own_source_may_not_have_the_id_of_a_shipped_one(own_folder: Path) -> None:
    made(own_folder)
    (own_folder / "sources" / "note.yaml").rename(own_folder / "sources" / "zenda-courier-2024-06-11.yaml")
    assert "give it another id" in faults(own_folder)[0]


@pytest.mark.parametrize(
    ("file", "content", "words"),
    [
        (
            "registry/people.yaml",
            "x:\n  name: X\n  sources: [nowhere]\n",
            "people.yaml:3: x.sources[0]: no such source",
        ),
        ("registry/aliases.yaml", "people:\n  nobody: {N: [note]}\n", "no such entry in people: 'nobody'"),
        ("registry/aliases.yaml", "people:\n  osric-sapt: {N: [gone]}\n", "no such source: 'gone'"),
        ("registry/other.yaml", "a: 1\n", "nothing would read it"),
        ("pending/gone.yaml", "facts: []\n", "no own source 'gone'"),
        ("pending/note.yaml", "facts: [{key: a}]\n", "facts[0].kind: missing"),
        ("judgements/note.yaml", "sha256: x\n", "sha256"),
    ],
)
def test_faults_name_file_and_line(own_folder: Path, file: str, content: str, words: str) -> None:
    made(own_folder)
    (own_folder / file).parent.mkdir(exist_ok=True)
    (own_folder / file).write_text(content)
    found = faults(own_folder)
    assert any(str(own_folder / file) in one for one in found)
    assert any(words in one for one in found)


def test_a_text_that_was_changed_is_not_quoted_from(own_folder: Path) -> None:
    made(own_folder, kept="Sales were bad..\r\n")
    assert "not the text that the source's offsets count in" in faults(own_folder)[0]


def test_an_accepted_name_is_a_name_of_the_entry(own_folder: Path) -> None:
    made(own_folder)
    (own_folder / "registry" / "aliases.yaml").write_text("people:\n  osric-sapt:\n    Oszric Sapt: [note]\n")
    graph = EmbeddedStore.of(build(PACK, own_folder))
    [row] = graph.select(
        'SELECT ?g { GRAPH ?g { ?p skos:altLabel "Oszric Sapt"@en } FILTER(CONTAINS(STR(?g), "source")) }'
    )
    assert str(row[0]).endswith("source/note>")


def test_own_quotes_stay_at_home_unless_asked_for(own_folder: Path, tmp_path: Path) -> None:
    graph = open_graph(PACK, own=made(own_folder))
    quoted = {str(quad.object) for quad in graph.store.quads(predicate=OA.exact, graph=QUOTES_GRAPH)}
    assert quoted == {'"Sales"'}
    assert "Sales" not in graph.export("nq", tmp_path / "a.nq")[0].read_text()
    assert "Sales" in graph.export("nq", tmp_path / "b.nq", quotes=True)[0].read_text()
    assert "Sales" not in graph.view(tmp_path / "a.html").read_text()
    assert "Sales" in graph.view(tmp_path / "b.html", quotes=True).read_text()
    left = without_quotes(graph.store)
    dropped = {str(quad) for quad in graph.store.quads()} - {str(quad) for quad in left.quads()}
    assert all("-quote>" in one for one in dropped)
    assert not any("-quote>" in str(quad) for quad in left.quads(graph=DefaultGraph()))


def test_a_graph_without_own_quotes_is_handed_on_as_it_is() -> None:
    store = EmbeddedStore.of(build(PACK))
    assert without_quotes(store) is store


def test_the_folder_is_the_users_unless_another_or_none_is_named(own_folder: Path, tmp_path: Path) -> None:
    assert own_dir() == own_folder
    assert folder_of() is None
    made(own_folder)
    assert folder_of() == own_folder
    assert folder_of("none") is None
    assert folder_of(None, data=PACK) is None
    assert folder_of(own_folder, data=PACK) == own_folder
    with pytest.raises(NotFoundError, match="`policygraph add --own` makes one"):
        folder_of(tmp_path / "elsewhere")


def test_the_cache_knows_the_folder(own_folder: Path) -> None:
    without = inputs_digest(PACK)
    made(own_folder)
    with_it = inputs_digest(PACK, own_folder)
    (own_folder / "texts" / "note.txt").write_text("x")
    assert len({without, with_it, inputs_digest(PACK, own_folder)}) == 3


def test_an_open_graph_has_the_users_articles(own_folder: Path) -> None:
    with_first(own_folder)
    assert (
        open_graph(PACK, own=own_folder)
        .find("Lantern Skills Programme")
        .iri.endswith("lantern-skills-programme")
    )
    with pytest.raises(EntityNotFoundError):
        open_graph(PACK).find("Lantern Skills Programme")
    assert pack_of(own_folder).pending["first"]


def test_the_shipped_data_has_no_own_folder_in_its_way(own_folder: Path) -> None:
    assert load_pack(data_dir()).own == set()
    assert not own_folder.exists()
