"""SHACL after a change: what only the change can have broken is found as by checking everything."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from newsroom_made import PACK, with_first
from policygraph.build.pipeline import build
from policygraph.build.revalidate import reach, validate_change
from policygraph.build.validate import ShapesError, ShapeViolation, validate
from policygraph.paths import ontology_dir
from policygraph.rdf import BlankNode, DefaultGraph, Quad
from policygraph.terms import PG, RDF, source_iri

SHAPES = ontology_dir() / "shapes.ttl"
_HEAD = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <urn:x/> .\n"


@cache
def graph() -> tuple[Quad, ...]:
    """The second pack's graph, which is sound."""
    return tuple(build(PACK))


def broken(check: Callable[[], None]) -> list[ShapeViolation]:
    """What a check finds."""
    try:
        check()
    except ShapesError as error:
        return error.violations
    return []


@pytest.mark.parametrize("seed", range(6))
def test_a_change_is_judged_as_the_whole_graph_is(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  nothing secret
    known = [one for one in graph() if isinstance(one.graph_name, DefaultGraph)]
    gone = set(chance.sample(known, 3))
    others = [one.object for one in chance.sample(known, 3)]
    put = [
        Quad(one.subject, one.predicate, other, DefaultGraph())
        for one, other in zip(chance.sample(known, 3), others, strict=True)
    ]
    changed = [*(one for one in graph() if one not in gone), *put]
    found = broken(lambda: validate_change(graph(), changed, SHAPES))
    assert found == broken(lambda: validate(changed, SHAPES))
    assert found


def test_an_article_is_sound_either_way(tmp_path: Path) -> None:
    quads = build(PACK, with_first(tmp_path / "own"))
    validate_change(graph(), quads, SHAPES)
    old = {one.subject for one in graph()}
    new = next(one.subject for one in quads if one.subject not in old and "/id/figure/" in str(one.subject))
    spoilt = [one for one in quads if one.subject != new or "obsValue" not in one.predicate.value]
    assert {one.node for one in broken(lambda: validate_change(graph(), spoilt, SHAPES))} == {str(new)[1:-1]}


def test_a_class_that_goes_breaks_who_points_to_it() -> None:
    source = source_iri("zenda-courier-2024-06-11")
    changed = [one for one in graph() if one.subject != source or one.predicate != RDF.type]
    found = broken(lambda: validate_change(graph(), changed, SHAPES))
    assert found == broken(lambda: validate(changed, SHAPES))
    assert {one.node for one in found} - {source.value}


def test_where_a_node_has_no_name_everything_is_checked() -> None:
    figure = Quad(BlankNode("x"), RDF.type, PG.Figure, DefaultGraph())
    assert broken(lambda: validate_change(graph(), [*graph(), figure], SHAPES))


@pytest.mark.parametrize(
    ("shape", "steps"),
    [
        ("ex:s sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:minCount 1 ] .", 1),
        ("ex:s sh:path ( ex:p [ sh:alternativePath ( ex:q ex:r ) ] ) ; sh:minCount 1 .", 3),
        ("ex:s sh:path [ sh:inversePath ex:p ] .", None),
        ("ex:s sh:path [ sh:zeroOrMorePath ex:p ] .", None),
        ("ex:s sh:node ex:t .", None),
        ("ex:s sh:path ex:p ; sh:property [ sh:path ex:q ] .", None),
    ],
)
def test_how_far_shapes_look(tmp_path: Path, shape: str, steps: int | None) -> None:
    file = tmp_path / "shapes.ttl"
    file.write_text(_HEAD + shape)
    assert reach(file) == steps


def test_the_shapes_of_the_ontology_look_no_further_than_two_steps() -> None:
    assert reach(SHAPES) == 2
