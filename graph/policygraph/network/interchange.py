"""Networks written for other tools: GraphML (Gephi, yEd, Cytoscape) and GEXF (Gephi).

Both formats hold plain values only: lists are written with a space between the items, what is not
known is left out, and the slug is called `slug`, because `id` is the formats' own word. Edges are
numbered in order.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any, Final
from xml.etree import ElementTree

import networkx as nx

from policygraph.network.projection import Network

__all__ = ["LIST_SEPARATOR", "gexf", "graphml"]

LIST_SEPARATOR: Final = " "
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML 1.0 document may hold (section 2.2)."""


def graphml(network: Network) -> bytes:
    """GraphML 1.0; nodes are named by IRI."""
    target = BytesIO()
    nx.write_graphml_xml(_plain(network), target)
    return target.getvalue() + b"\n"


def gexf(network: Network) -> bytes:
    """GEXF 1.2; nodes are named by IRI. Dated edges appear on Gephi's time line."""
    writer = nx.readwrite.gexf.GEXFWriter()
    # The library puts today's date into it; two exports of one graph are the same bytes.
    writer.xml.clear()
    writer.xml.attrib.update({"xmlns": writer.NS_GEXF, "version": writer.VERSION})
    numbered = _plain(network)
    for _, _, key, data in numbered.edges(keys=True, data=True):
        data["id"] = key
    writer.add_graph(numbered)
    ElementTree.indent(writer.xml)
    body: bytes = ElementTree.tostring(writer.xml, encoding="utf-8", xml_declaration=True)
    return body + b"\n"


def _plain(network: Network) -> Network:
    plain: Network = nx.MultiDiGraph()
    for iri, data in network.nodes(data=True):
        plain.add_node(iri, slug=data["id"], kind=data["kind"], label=_valid(data["label"]))
    for number, (one, other, data) in enumerate(network.edges(data=True), start=1):
        plain.add_edge(one, other, key=f"e{number}", **_texts(data))
    return plain


def _texts(data: dict[str, Any]) -> dict[str, str | int]:
    plain: dict[str, str | int] = {}
    for name, value in data.items():
        if isinstance(value, int):
            plain[name] = value
        elif value:
            plain[name] = _valid(LIST_SEPARATOR.join(value) if isinstance(value, list) else value)
    return plain


def _valid(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
