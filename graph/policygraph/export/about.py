"""What the dataset says of itself: title, version, terms of use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from policygraph.export.known import Known
from policygraph.rdf import NamedNode
from policygraph.terms import DCAT, DCT, OWL, entity_iri

__all__ = ["About", "about", "licence_iri"]

_SPDX: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")


@dataclass(frozen=True)
class About:
    """The pack's description; texts are empty where it gives none."""

    iri: NamedNode
    title: str
    description: str
    version: str
    licence: str
    creator: str
    issued: str


def about(known: Known) -> About:
    """The description of the dataset; a graph without one is called `policygraph`."""
    nodes = [node for node in known.of_class(DCAT.Dataset) if isinstance(node, NamedNode)]
    iri = nodes[0] if nodes else entity_iri("dataset", "policygraph")
    title, *others = (
        known.text(iri, predicate)
        for predicate in (DCT.title, DCT.description, OWL.versionInfo, DCT.license, DCT.creator, DCT.issued)
    )
    return About(iri, title or "policygraph", *others)


def licence_iri(licence: str) -> str:
    """The address of a licence given by its SPDX identifier; anything else as it is.

    >>> licence_iri("CC-BY-4.0")
    'https://spdx.org/licenses/CC-BY-4.0'
    """
    return f"https://spdx.org/licenses/{licence}" if _SPDX.fullmatch(licence) else licence
