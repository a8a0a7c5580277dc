"""The build: each arrow of the design's flow is one call here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from policygraph.build.auditing import add_audit
from policygraph.build.claims import FigureIndex, add_attribution, add_ranking, add_relation
from policygraph.build.context import Context, Stated
from policygraph.build.dataset import Dataset
from policygraph.build.entities import add_registry
from policygraph.build.events import StepLog, add_step, add_tenure
from policygraph.build.evidence import add_briefs, add_source
from policygraph.build.figures import FigureNames, add_figure, link_bases
from policygraph.build.memory import collector_off
from policygraph.build.revalidate import validate_change
from policygraph.build.targets import add_amount, add_target
from policygraph.build.validate import validate
from policygraph.curated.check import check_pack
from policygraph.curated.load import load_pack
from policygraph.curated.pack import LoadedPack
from policygraph.model.facts import (
    Amount,
    Attribution,
    Fact,
    Figure,
    Ranking,
    Relation,
    Step,
    Target,
    Tenure,
)
from policygraph.ontology.vocabulary import Vocabulary
from policygraph.paths import ontology_dir
from policygraph.rdf import Quad
from policygraph.terms import ONTOLOGY_GRAPH

__all__ = ["build", "build_pack", "dataset_of", "stated"]

_F = TypeVar("_F", bound=Fact)


def build(data: Path, own: Path | None = None) -> list[Quad]:
    """The quads of a pack and of the user's own folder over it, sorted: the same files give the same bytes.

    Raises DataInvalidError for files that are wrong, ShapesError for a dataset that is; nothing is
    written either way.
    """
    with collector_off():
        vocabulary = Vocabulary.load()
        return build_pack(load_pack(data, own), data, vocabulary)


def build_pack(
    pack: LoadedPack, data: Path, vocabulary: Vocabulary, earlier: Sequence[Quad] | None = None
) -> list[Quad]:
    """The same of a pack that is loaded, from `data`.

    `earlier` is what this function gave, with the same vocabulary, of the pack as it was, at least what was
    known then: what did not change since has the shapes that it had, and is not checked again.
    """
    check_pack(pack, data, vocabulary)
    dataset = stated(pack, vocabulary)
    add_audit(dataset, pack.texts)
    quads = dataset.quads()
    shapes = ontology_dir() / "shapes.ttl"
    if earlier is None:
        validate(quads, shapes)
    else:
        validate_change(earlier, quads, shapes)
    return quads


def dataset_of(pack: LoadedPack, vocabulary: Vocabulary) -> list[Quad]:
    """The quads that a checked pack says, sorted; without what the audit says of them."""
    return stated(pack, vocabulary).quads()


def stated(pack: LoadedPack, vocabulary: Vocabulary) -> Dataset:
    """The dataset that a checked pack says."""
    context = Context(pack, vocabulary)
    for quad in vocabulary.quads():
        context.dataset.state(quad.triple, [ONTOLOGY_GRAPH])
    add_registry(context)
    add_briefs(context)
    facts = [
        fact for name, source in sorted(pack.sources.items()) for fact in add_source(context, name, source)
    ]
    _add_facts(context, facts)
    return context.dataset


def _add_facts(context: Context, stated: list[Stated]) -> None:
    """Figures first, because claims point to them; statuses last, because they follow from steps."""
    by_kind: dict[type[Fact], list[Stated]] = defaultdict(list)
    for one in stated:
        by_kind[type(one.fact)].append(one)
    names, log = FigureNames(), StepLog(context)
    figures: FigureIndex = {}
    for one in by_kind[Figure]:
        fact = _as(Figure, one)
        figures[one.source, fact.id] = add_figure(context, one, fact, names)
    link_bases(context, names)
    for kind, add in _PLAIN.items():
        for one in by_kind[kind]:
            add(context, one, one.fact)
    for one in by_kind[Attribution]:
        add_attribution(context, one, _as(Attribution, one), figures)
    for one in by_kind[Step]:
        log.note(_as(Step, one))
    log.add_labels()
    log.add_statuses()


_PLAIN: dict[type[Fact], Callable[[Context, Stated, Any], None]] = {
    Tenure: add_tenure,
    Step: add_step,
    Target: add_target,
    Amount: add_amount,
    Relation: add_relation,
    Ranking: add_ranking,
}
"""Kinds of facts that need nothing but themselves."""


def _as(kind: type[_F], stated: Stated) -> _F:
    if not isinstance(stated.fact, kind):
        raise TypeError(f"{stated.fact.id} is no {kind.__name__}")
    return stated.fact
