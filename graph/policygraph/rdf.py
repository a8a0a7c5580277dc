"""RDF terms and syntaxes: what the whole package uses of pyoxigraph, besides the engine in `store`.

Terms are pyoxigraph's own immutable classes; they compare and hash by value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    Variable,
    parse,
    serialize,
)

from policygraph.errors import RdfSyntaxError, UsageError

__all__ = [
    "BlankNode",
    "DefaultGraph",
    "GraphName",
    "Literal",
    "NamedNode",
    "Quad",
    "RdfFormat",
    "Resource",
    "Term",
    "Triple",
    "Variable",
    "canonical",
    "parse_file",
    "parse_text",
    "serialized",
    "sort_key",
]

type_names = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "nq": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
}
_XML_HEAD = re.compile(rb'<rdf:RDF((?: xmlns:[^=]+="[^"]*")+)')
_XML_NAMESPACE = re.compile(rb' xmlns:[^=]+="[^"]*"')

Resource = NamedNode | BlankNode
Term = NamedNode | BlankNode | Literal | Triple
GraphName = NamedNode | BlankNode | DefaultGraph


def parse_file(path: Path) -> Iterator[Quad]:
    """The quads of a `.ttl`, `.nt`, `.nq` or `.trig` file.

    Raises RdfSyntaxError naming file and line, UsageError for a file with another ending.
    """
    form = type_names.get(path.suffix[1:])
    if form is None:
        raise UsageError(f"{path}: an RDF file ends in .{', .'.join(type_names)}")
    return parse_text(path.read_bytes(), form, str(path))


def parse_text(text: str | bytes, form: RdfFormat, name: str = "<text>") -> Iterator[Quad]:
    """The quads of a text; `name` stands for it in errors. Raises RdfSyntaxError."""
    data = text.encode() if isinstance(text, str) else text
    try:
        yield from parse(BytesIO(data), format=form)
    except SyntaxError as error:
        raise RdfSyntaxError(name, error.lineno, error.msg or str(error)) from None


def serialized(
    items: Iterable[Quad] | Iterable[Triple], form: RdfFormat, prefixes: Mapping[str, str]
) -> bytes:
    """Write triples or quads in the given order, with these prefixes, themselves in order."""
    written = serialize(items, format=form, prefixes=dict(prefixes))
    assert written is not None  # noqa: S101 - pyoxigraph returns bytes whenever no output is given
    if form == RdfFormat.RDF_XML:
        return _XML_HEAD.sub(_ordered_namespaces, written, count=1)
    return _ordered_prefixes(written) if form in (RdfFormat.TURTLE, RdfFormat.TRIG) else written


def _ordered_prefixes(written: bytes) -> bytes:
    """The lines `@prefix ...` at the top, sorted, since the engine writes them in any order."""
    lines = written.splitlines(keepends=True)
    count = next((place for place, line in enumerate(lines) if not line.startswith(b"@prefix ")), len(lines))
    return b"".join([*sorted(lines[:count]), *lines[count:]])


def _ordered_namespaces(head: re.Match[bytes]) -> bytes:
    return b"<rdf:RDF" + b"".join(sorted(_XML_NAMESPACE.findall(head[1])))


def canonical(quads: Iterable[Quad]) -> list[Quad]:
    """The same quads, blank nodes named by what is said of them (RDFC-1.0): stores rename them at will.

    >>> [quad] = canonical([Quad(BlankNode("x"), NamedNode("urn:p"), Literal("1"))])
    >>> quad.subject
    <BlankNode value=c14n0>
    """
    kept: list[Quad] = []
    blank = Dataset()
    for quad in quads:
        if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
            blank.add(quad)
        else:
            kept.append(quad)
    blank.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return [*kept, *blank]


def sort_key(quad: Quad) -> tuple[str, str, str, str]:
    """The one order of everything that is written out: graph, subject, predicate, object."""
    return str(quad.graph_name), str(quad.subject), str(quad.predicate), str(quad.object)
