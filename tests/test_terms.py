"""Names of things: one IRI for one thing, and short forms that lead back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph import terms
from policygraph.rdf import NamedNode, Quad, RdfFormat, parse_text, sort_key
from policygraph.terms import (
    PG,
    PREFIXES,
    Namespace,
    compact,
    concept_iri,
    entity_iri,
    passage_iri,
    scheme_iri,
    slugged,
    source_iri,
)

BASE = "https://w3id.org/policygraph/"


@pytest.mark.parametrize(
    ("iri", "tail"),
    [
        (entity_iri("person", "umar-saif"), "id/person/umar-saif"),
        (entity_iri("period", "2021-07--2021-08"), "id/period/2021-07--2021-08"),
        (
            entity_iri("figure", "ict-exports_pakistan_2021-08_seed-003"),
            "id/figure/ict-exports_pakistan_2021-08_seed-003",
        ),
        (concept_iri("unit", "USD"), "concept/unit/USD"),
        (scheme_iri("stage"), "concept/stage"),
        (source_iri("seed-003"), "source/seed-003"),
        (passage_iri("seed-003", 0, 12), "source/seed-003#char=0,12"),
        (PG.Figure, "ns#Figure"),
        (PG["Figure"], "ns#Figure"),
    ],
)
def test_iris(iri: NamedNode, tail: str) -> None:
    assert iri.value == BASE + tail


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("PSEB", "pseb"),
        ("a b/c", "a-b-c"),
        ("--x--", "x"),
        ("\u06a9", ""),
        ("a.b_c-d", "a.b_c-d"),
        ("1--2", "1--2"),
    ],
)
def test_slugs(text: str, slug: str) -> None:
    assert slugged(text) == slug


@given(st.text())
def test_a_slug_is_one_already_and_makes_an_iri(text: str) -> None:
    slug = slugged(text)
    assert slugged(slug) == slug
    assert re.fullmatch(r"[a-z0-9._-]*", slug)
    assert entity_iri("body", text).value.endswith(f"/body/{slug}")


@pytest.mark.parametrize(
    ("iri", "short"),
    [
        (f"{BASE}ns#Figure", "pg:Figure"),
        ("http://www.w3.org/ns/org#Post", "org:Post"),
        ("http://example.org/x", "http://example.org/x"),
        ("", ""),
    ],
)
def test_compact(iri: str, short: str) -> None:
    assert compact(iri) == short


@pytest.mark.parametrize("prefix", PREFIXES)
def test_prefixes_lead_back(prefix: str) -> None:
    assert compact(f"{PREFIXES[prefix]}x") == f"{prefix}:x"


def test_no_prefix_inside_another_and_all_namespaces_have_one() -> None:
    spaces = [value for value in vars(terms).values() if isinstance(value, Namespace)]
    assert {str(space) for space in spaces} == set(PREFIXES.values())


def test_a_namespace_is_no_trap() -> None:
    assert not hasattr(PG, "__wrapped__")
    assert Namespace("urn:x:").a is not Namespace("urn:y:").a
    assert Namespace("urn:x:").a == NamedNode("urn:x:a")
    with pytest.raises(ValueError, match="IRI"):
        Namespace("")["no iri"]


def test_the_one_order_is_graph_subject_predicate_object() -> None:
    lines = '<urn:a> <urn:p> <urn:b> <urn:g> .\n<urn:a> <urn:p> "b" .\n<urn:a> <urn:p> <urn:b> .\n'
    ordered = sorted(parse_text(lines, RdfFormat.N_QUADS), key=sort_key)
    assert [str(quad) for quad in ordered] == [
        "<urn:a> <urn:p> <urn:b> <urn:g>",
        '<urn:a> <urn:p> "b"',
        "<urn:a> <urn:p> <urn:b>",
    ]
    assert all(isinstance(quad, Quad) for quad in ordered)
