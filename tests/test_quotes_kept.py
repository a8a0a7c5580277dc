"""Words of the user's own articles: none of them is handed on unless asked for, in whatever form."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newsroom_made import PACK, added, article
from policygraph.build.validate import validate
from policygraph.export.write import FILES, FOLDERS
from policygraph.graph import Graph, open_graph
from policygraph.paths import ontology_dir
from policygraph.rdf import Literal, NamedNode
from policygraph.shipped import own_folder as folder_of
from policygraph.staging import settled
from policygraph.store.quotes import STAND_IN, without_quotes
from policygraph.terms import DCT, PG, SKOS, source_iri

TEXT = """Software exports of Ruritania doubled year-on-year in April 2024 as quiet harbour workshops hired \
more hands, the Royal Bank of Ruritania said on Thursday.

Minister Flavia Elphberg credited the older evening schools of the valley with the \
steady return of young coders to the harbour.
"""
_RUN = 6


def runs(text: str) -> set[str]:
    """Every run of six words, without case, markup and punctuation."""
    words = re.findall(r"[^\W_]+", re.sub(r"\\u[0-9a-f]{4}", " ", text.casefold()))
    return {" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


@pytest.fixture
def graph(own_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Graph:
    """The second pack with an article without a title."""
    monkeypatch.setenv("POLICYGRAPH_CACHE", str(tmp_path / "cache"))
    added(own_folder, article("valley-note", TEXT))
    return open_graph(PACK, own=own_folder)


def written(graph: Graph, folder: Path, *, quotes: bool) -> dict[str, str]:
    """Form -> all that is written in it."""
    found = {}
    for form in sorted([*FILES, *FOLDERS]):
        target = folder / f"{form}-{quotes}"
        found[form] = "\n".join(
            file.read_bytes().decode() for file in graph.export(form, target, quotes=quotes) if file.is_file()
        )
    found["view"] = graph.view(folder / f"{quotes}.html", quotes=quotes).read_text()
    return found


def test_no_six_words_in_a_row_are_handed_on(graph: Graph, tmp_path: Path) -> None:
    for form, content in written(graph, tmp_path, quotes=False).items():
        assert content, form
        assert runs(TEXT) & runs(content) == set(), form


def test_they_are_there_when_asked_for(graph: Graph, tmp_path: Path) -> None:
    assert "older evening schools of the valley" in written(graph, tmp_path, quotes=True)["trig"]


def test_a_rate_in_words_is_printed_as_the_word_alone(graph: Graph) -> None:
    printed = {quad.object for quad in graph.store.quads(predicate=PG.printed)}
    assert Literal("doubled") in printed


def test_a_text_without_title_goes_by_its_id(graph: Graph) -> None:
    [title] = {
        quad.object for quad in graph.store.quads(subject=source_iri("valley-note"), predicate=DCT.title)
    }
    assert title == Literal("valley note", language="en")


def test_a_claim_keeps_its_shape_without_its_words(graph: Graph) -> None:
    left = without_quotes(graph.store)
    notes = {quad.subject: quad.object for quad in left.quads(predicate=PG.effectNote)}
    [claim] = [
        node
        for node, note in notes.items()
        if note == Literal(STAND_IN, language="en") and isinstance(node, NamedNode)
    ]
    [label] = {quad.object for quad in left.quads(subject=claim, predicate=SKOS.prefLabel)}
    assert label == Literal(f"Flavia Elphberg credits {STAND_IN} with {STAND_IN}", language="en")
    validate(list(left.quads()), ontology_dir() / "shapes.ttl")


def test_a_reader_in_the_midst_of_a_swap_finds_the_folder(
    own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first rename comes right before it looks."""
    own_folder.mkdir()
    looked = Path.is_dir

    def late(path: Path) -> bool:
        old = own_folder.parent / f".{own_folder.name}.old"
        if path == own_folder and not moved:
            moved.append(own_folder.rename(old))
        return looked(path)

    moved: list[Path] = []
    monkeypatch.setattr(Path, "is_dir", late)
    assert folder_of() == own_folder
    assert moved


def test_a_folder_that_was_never_there_is_not_waited_for(own_folder: Path) -> None:
    """The lock and the copy of a first article that is still being read."""
    for part in ("lock", "new"):
        (own_folder.parent / f".{own_folder.name}.{part}").mkdir()
    assert not settled(own_folder)
