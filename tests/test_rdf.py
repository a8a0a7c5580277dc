"""RDF is read with the place of every fault, and written in one way."""

from __future__ import annotations

from pathlib import Path

import pytest

from policygraph.errors import RdfSyntaxError, UsageError
from policygraph.rdf import (
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    canonical,
    parse_file,
    parse_text,
    serialized,
)
from policygraph.terms import PG, PREFIXES

S, P = NamedNode("urn:s"), NamedNode("urn:p")


@pytest.mark.parametrize("ending", ["ttl", "nt", "nq", "trig"])
def test_files(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"some.{ending}"
    file.write_text('<urn:s> <urn:p> "\\u06a9" .\n', encoding="utf-8")
    assert list(parse_file(file)) == [Quad(S, P, Literal("\u06a9"))]


@pytest.mark.parametrize("name", ["some.rdf", "some", "some.TTL"])
def test_other_endings(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=r"ends in \.ttl, \.nt"):
        parse_file(tmp_path / name)


@pytest.mark.parametrize(
    ("text", "line"), [("<urn:s> <urn:p> .\n", 1), ("# one\n\n<urn:s> <urn:p> x:y .\n", 3), ("<urn:s>", 1)]
)
def test_faults_name_file_and_line(tmp_path: Path, text: str, line: int) -> None:
    file = tmp_path / "bad.ttl"
    file.write_text(text)
    with pytest.raises(RdfSyntaxError) as caught:
        list(parse_file(file))
    assert (caught.value.file, caught.value.line) == (str(file), line)
    assert str(caught.value).startswith(f"{file}:{line}: ")


def test_a_text_has_a_name_in_errors() -> None:
    with pytest.raises(RdfSyntaxError, match=r"^<text>:1: "):
        list(parse_text("nonsense", RdfFormat.TURTLE))


def test_written_with_prefixes_in_the_given_order() -> None:
    quads = [Quad(PG.b, PG.p, Literal("1")), Quad(PG.a, PG.p, Literal("2"))]
    text = serialized(quads, RdfFormat.TURTLE, PREFIXES).decode()
    assert text.index("pg:b pg:p") < text.index("pg:a pg:p")
    assert list(parse_text(text, RdfFormat.TURTLE)) == quads


def test_blank_nodes_are_named_by_what_is_said_of_them() -> None:
    def list_of(first: str, second: str) -> list[Quad]:
        a, b = BlankNode(first), BlankNode(second)
        return [Quad(S, P, a), Quad(a, P, b), Quad(b, P, Literal("x")), Quad(S, P, S)]

    assert set(canonical(list_of("one", "two"))) == set(canonical(reversed(list_of("z", "a"))))
