"""The dataset says what its pack says, who says so, and the same every time."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pytest

from policygraph.build.dataset import Dataset
from policygraph.build.figures import FigureNames
from policygraph.build.pipeline import build, dataset_of
from policygraph.build.validate import ShapesError, validate
from policygraph.curated.load import load_pack
from policygraph.curated.pack import LoadedPack
from policygraph.graph import Graph
from policygraph.model.facts import Figure, Step
from policygraph.ontology.vocabulary import Vocabulary
from policygraph.paths import data_dir
from policygraph.periods import Period
from policygraph.rdf import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Term, Triple, sort_key
from policygraph.terms import (
    AUDIT_GRAPH,
    DCT,
    OA,
    ONTOLOGY_GRAPH,
    PG,
    PROV,
    QB,
    RDF,
    REGISTRY_GRAPH,
    SDMX_ATTRIBUTE,
    SDMX_DIMENSION,
    SKOS,
    concept_iri,
    entity_iri,
    source_iri,
)

PACK = Path(__file__).parent / "packs" / "ruritania"
GAZETTE = "strelsau-gazette-2023-05-02"
EDITORIAL = {
    SKOS.prefLabel,
    SKOS.notation,
    QB.dataSet,
    PG.baseFigure,
    PG.basePeriod,
    PG.doubt,
    PG.dueLabel,
    PG.ledgerId,
    PG.note,
    PG.periodKind,
    PG.periodLabel,
    PG.preferenceRank,
    PG.recorded,
    PG.roundingStep,
    PG.status,
    PG.statusSince,
}
"""What the project says about a fact: how it is called, classed, computed or remarked on."""
AUDITED = {
    PG.arithmetic,
    PG.checkedAgainst,
    PG.fitsWith,
    PG.originCount,
    PG.reading,
    PG.sentence,
    PG.sourceCount,
    PG.verdict,
}
"""What the audit says about a fact; only the audit graph says so."""

FACT_CLASSES = (
    PG.Figure,
    PG.Growth,
    PG.Step,
    PG.Tenure,
    PG.Target,
    PG.Amount,
    PG.Attribution,
    PG.Ranking,
    PG.DatedRelation,
)
DEFAULT = DefaultGraph()


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary.load()


@pytest.fixture
def pack() -> LoadedPack:
    """The second pack, to be changed at will."""
    return load_pack(PACK)


@pytest.fixture(scope="module")
def quads(shipped: Graph) -> list[Quad]:
    return list(shipped.store.quads())


@pytest.fixture(scope="module")
def stated_by(quads: list[Quad]) -> dict[Triple, set[Term]]:
    """For each statement of the default graph, the graphs that state it."""
    found: dict[Triple, set[Term]] = defaultdict(set)
    for quad in quads:
        if not isinstance(quad.graph_name, DefaultGraph):
            found[quad.triple].add(quad.graph_name)
    return found


@pytest.fixture(scope="module")
def known(quads: list[Quad]) -> list[Triple]:
    return [quad.triple for quad in quads if isinstance(quad.graph_name, DefaultGraph)]


def instances(known: list[Triple], *classes: NamedNode) -> set[Term]:
    return {one.subject for one in known if one.predicate == RDF.type and one.object in classes}


# ---------------------------------------------------------------- the same every time


def test_two_builds_are_the_same_and_in_order(quads: list[Quad]) -> None:
    again = build(data_dir())
    assert set(again) == set(quads)
    assert len(again) == len(quads)
    assert again == sorted(again, key=sort_key)


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_the_hash_seed_and_the_place_do_not_matter(tmp_path: Path, seed: str) -> None:
    folder = tmp_path / seed / "pack"
    shutil.copytree(PACK, folder)
    program = (
        "import sys, pathlib; from policygraph.build.pipeline import build;"
        "print(*build(pathlib.Path(sys.argv[1])), sep='\\n')"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Karachi", "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program, str(folder)],
        capture_output=True,
        check=True,
        env=environment,
    )
    expected = "".join(f"{quad}\n" for quad in build(PACK))
    assert hashlib.sha256(done.stdout).hexdigest() == hashlib.sha256(expected.encode()).hexdigest()


def test_the_order_of_entries_does_not_matter(pack: LoadedPack, vocabulary: Vocabulary) -> None:
    before = dataset_of(pack, vocabulary)
    for part in ("people", "bodies", "posts", "places", "initiatives", "indicators", "sources", "briefs"):
        setattr(pack, part, dict(reversed(getattr(pack, part).items())))
    assert dataset_of(pack, vocabulary) == before


# ---------------------------------------------------------------- who says so


def test_every_statement_of_the_default_graph_has_a_graph_that_states_it(
    known: list[Triple], stated_by: dict[Triple, set[Term]]
) -> None:
    assert set(known) == set(stated_by)
    assert len(known) == len(set(known))


def test_what_facts_say_is_said_by_sources(known: list[Triple], stated_by: dict[Triple, set[Term]]) -> None:
    """The registry alone vouches for what the project adds, never for what happened or was counted."""
    evidence = instances(known, PG.Source, PG.Passage)
    facts = instances(known, *FACT_CLASSES)
    assert len(facts) > 500
    unvouched = {one.predicate for one in known if one.subject in facts and not stated_by[one] & evidence}
    assert unvouched <= EDITORIAL | AUDITED
    audited = [one for one in known if one.predicate in AUDITED]
    assert audited
    assert {frozenset(stated_by[one]) for one in audited} == {frozenset([AUDIT_GRAPH])}


def test_no_source_says_what_the_project_adds(quads: list[Quad]) -> None:
    own = {"registry", "ontology", "audit"}
    said = {
        quad.predicate
        for quad in quads
        if isinstance(quad.graph_name, NamedNode) and quad.graph_name.value.rpartition("/")[2] not in own
    }
    assert said & (EDITORIAL | AUDITED) == {SKOS.prefLabel}, (
        "entities are called what their sources call them; facts are not"
    )


def test_a_status_follows_from_a_step(known: list[Triple]) -> None:
    steps = instances(known, PG.Step)
    initiatives = instances(known, PG.Initiative)
    derived = {
        one.subject: one.object
        for one in known
        if one.predicate == PROV.wasDerivedFrom and one.subject in initiatives
    }
    assert {one.subject for one in known if one.predicate == PG.status} == set(derived)
    assert set(derived.values()) <= steps


def test_relations_are_said_by_sources(known: list[Triple], stated_by: dict[Triple, set[Term]]) -> None:
    """The part of a body in another may stand in the registry alone."""
    evidence = instances(known, PG.Source, PG.Passage)
    facts = instances(known, *FACT_CLASSES)
    relations = {PG[name] for name in Vocabulary.load().relations()}
    stated = [one for one in known if one.predicate in relations and one.subject not in facts]
    parents = {one for one in stated if one.predicate == PG.partOf}
    assert [one for one in stated if one not in parents and not stated_by[one] & evidence] == []


def test_every_graph_is_described(shipped: Graph, known: list[Triple]) -> None:
    evidence = instances(known, PG.Source, PG.Passage)
    assert set(shipped.store.graph_names()) - evidence == {REGISTRY_GRAPH, ONTOLOGY_GRAPH, AUDIT_GRAPH}


def test_every_passage_has_a_source_and_a_place_inside_it(known: list[Triple]) -> None:
    about: dict[Term, dict[NamedNode, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for one in known:
        about[one.subject][one.predicate].append(one.object)
    sources = instances(known, PG.Source)
    passages = instances(known, PG.Passage)
    assert passages
    for passage in passages:
        [source] = about[passage][OA.hasSource]
        assert source in sources
        [length] = about[source][PG.textLength]
        selectors = about[passage][OA.hasSelector]
        [place] = [one for one in selectors if OA.TextPositionSelector in about[one][RDF.type]]
        [start], [end] = about[place][OA.start], about[place][OA.end]
        assert 0 <= _number(start) < _number(end) <= _number(length)
        assert isinstance(passage, NamedNode)
        assert isinstance(source, NamedNode)
        assert passage.value == f"{source.value}#char={_number(start)},{_number(end)}"


def test_what_is_quoted_from_is_described_and_states_the_node(
    known: list[Triple], stated_by: dict[Triple, set[Term]]
) -> None:
    evidence = instances(known, PG.Source, PG.Passage)
    quoted: dict[Term, set[Term]] = defaultdict(set)
    for one in known:
        if one.predicate == PROV.wasQuotedFrom:
            quoted[one.subject].add(one.object)
    assert instances(known, *FACT_CLASSES) == set(quoted)
    types = [one for one in known if one.predicate == RDF.type and one.object in FACT_CLASSES]
    for one in types:
        assert quoted[one.subject] <= evidence
        assert quoted[one.subject] == stated_by[one]


def test_every_node_has_a_label(known: list[Triple]) -> None:
    labelled = {one.subject for one in known if one.predicate == SKOS.prefLabel}
    named = {one.subject for one in known if isinstance(one.subject, NamedNode)}
    outside = {
        node for node in named - labelled if not str(node).startswith("<https://w3id.org/policygraph/")
    }
    terms = {node for node in named - labelled if str(node).startswith(f"<{PG}")}
    assert named - labelled - outside - terms == set()


def test_every_object_is_described(known: list[Triple]) -> None:
    """No link of ours leads nowhere."""
    subjects = {one.subject for one in known}
    dangling = {
        one.object.value
        for one in known
        if isinstance(one.object, NamedNode)
        and one.object not in subjects
        and "policygraph/" in one.object.value
    }
    assert dangling == {str(PG)} & dangling


# ---------------------------------------------------------------- figures


def test_no_two_figures_of_equal_dimensions(known: list[Triple]) -> None:
    """A source states one value for one thing; another needs another definition, claimant, status or note."""
    dimensions = (
        PG.indicator,
        PG.definition,
        PG.definitionNote,
        SDMX_DIMENSION.refArea,
        SDMX_DIMENSION.refPeriod,
        PG.periodKind,
        SDMX_ATTRIBUTE.unitMeasure,
        SDMX_ATTRIBUTE.obsStatus,
        PG.claimant,
        PG.claimantNote,
        PG.bound,
        PG.source,
    )
    keys: dict[Term, set[tuple[str, str]]] = defaultdict(set)
    figures = instances(known, PG.Figure)
    for one in known:
        if one.subject in figures and one.predicate in dimensions:
            keys[one.subject].add((one.predicate.value, str(one.object)))
    repeated = [key for key, times in Counter(map(frozenset, keys.values())).items() if times > 1]
    assert repeated == []


def test_every_figure_of_the_data_is_a_node(known: list[Triple]) -> None:
    """A level that its source prints twice, with a rate each, is one; each rate is one."""
    figures = [
        (name, figure) for name, source in load_pack(data_dir()).sources.items() for figure in source.figures
    ]
    apart = {"id", "at", "note", "growth"}
    levels = {
        (name, figure.model_dump_json(exclude=apart, fallback=str))
        for name, figure in figures
        if figure.value is not None
    }
    assert len(instances(known, PG.Figure)) == len(levels)
    rates = [figure for _, figure in figures if figure.growth is not None]
    assert len(instances(known, PG.Growth)) == len(rates)
    ids = {
        one.object.value for one in known if one.predicate == PG.ledgerId and isinstance(one.object, Literal)
    }
    assert {figure.id for _, figure in figures} <= ids


def test_ids_of_figures_never_meet() -> None:
    names = FigureNames()
    figure = {"id": "f", "indicator": "x", "area": "a", "unit": "USD", "period": Period.parse("2024")}
    taken = [
        names.level(Figure.model_validate({**figure, "value": str(number)}), source)
        for number, source in enumerate(("s", "s_2", "s", "s", "s_2"))
    ]
    names_of = [f"x_a_2024_{end}" for end in ("s", "s_2", "s_3", "s_4", "s_2_2")]
    assert taken == [entity_iri("figure", name) for name in names_of]


def test_a_currency_of_the_pack_is_described(second_pack: Graph) -> None:
    described = list(second_pack.store.quads(subject=concept_iri("unit", "RUR"), graph=DEFAULT))
    assert {quad.predicate for quad in described} == {RDF.type, SKOS.prefLabel, SKOS.inScheme, SKOS.notation}


# ---------------------------------------------------------------- status


def test_status_is_that_of_the_last_step(quads: list[Quad], vocabulary: Vocabulary) -> None:
    """Worked out again from the data, by other means."""
    steps: dict[str, list[Step]] = defaultdict(list)
    for source in load_pack(data_dir()).sources.values():
        for step in source.steps:
            steps[step.initiative].append(step)
    told = {
        (quad.subject, quad.predicate): quad.object
        for quad in quads
        if quad.predicate in (PG.status, PG.statusSince) and isinstance(quad.graph_name, DefaultGraph)
    }

    def order(step: Step) -> tuple[date, int, str]:
        on = step.date.end if step.date else date.min
        return on, vocabulary.order("stage", step.stage), step.id

    def overtaken(step: Step, others: list[Step]) -> bool:
        """`2024-06 announced` by `2024-06-22 allocated`: the day is in the month, the stage a later one."""
        said = str(step.date) if step.date else "undated"
        higher = [other for other in others if order(other)[1] > order(step)[1] and other.date]
        return any(str(other.date).startswith(said) or said.startswith(str(other.date)) for other in higher)

    for slug, all_steps in steps.items():
        done = [step for step in all_steps if step.modality == "done"]
        reached = [step for step in done or all_steps if not overtaken(step, done or all_steps)]
        last = max(reached, key=order)
        node = entity_iri("initiative", slug)
        assert told[node, PG.status] == concept_iri("stage", last.stage if done else "announced")
        since = told.get((node, PG.statusSince))
        assert (since is None) == (not done or last.date is None)
    assert {subject for subject, predicate in told if predicate == PG.status} == {
        entity_iri("initiative", slug) for slug in steps
    }


@pytest.mark.parametrize(
    ("first", "then", "last"),
    [
        (("announced", "2024-06"), ("allocated", "2024-06-22"), "allocated"),
        (("enacted", "2024-01"), ("approved", "2024-01-22"), "enacted"),
        (("enacted", "2024-01"), ("approved", "2024-02-22"), "approved"),
        (("announced", "2024"), ("launched", "2023-12-31"), "announced"),
    ],
)
def test_stages_order_what_dates_leave_open(
    pack: LoadedPack, vocabulary: Vocabulary, first: tuple[str, str], then: tuple[str, str], last: str
) -> None:
    source = pack.sources[GAZETTE]
    model = next(step for step in source.steps if step.initiative == "zenda-tech-park")
    steps = tuple(
        Step.model_validate(
            {**model.model_dump(), "stage": stage, "date": day, "modality": "done", "id": stage}
        )
        for stage, day in (first, then)
    )
    pack.sources = {GAZETTE: source.model_copy(update={"steps": steps})}
    park = entity_iri("initiative", "zenda-tech-park")
    said = {quad.predicate: quad.object for quad in dataset_of(pack, vocabulary) if quad.subject == park}
    assert said[PG.status] == concept_iri("stage", last)


def test_a_plan_gives_no_day(pack: LoadedPack, vocabulary: Vocabulary) -> None:
    source = pack.sources[GAZETTE]
    planned = tuple(step for step in source.steps if step.modality == "planned")
    pack.sources = {GAZETTE: source.model_copy(update={"steps": planned})}
    park = entity_iri("initiative", "zenda-tech-park")
    said = {quad.predicate: quad.object for quad in dataset_of(pack, vocabulary) if quad.subject == park}
    assert said[PG.status] == concept_iri("stage", "announced")
    assert PG.statusSince not in said


# ---------------------------------------------------------------- names and notes


def test_names_keep_their_language(quads: list[Quad]) -> None:
    names = {
        quad.object for quad in quads if quad.predicate == SKOS.altLabel and isinstance(quad.object, Literal)
    }
    assert {name.language for name in names} >= {"en", "ur"}
    assert not any("@" in name.value and name.value.endswith("@ur") for name in names)


def test_words_that_end_like_a_language_keep_their_end() -> None:
    dataset = Dataset()
    node = dataset.node(entity_iri("body", "x"), [REGISTRY_GRAPH])
    node.words(DCT.title, "write to info@ict").label(
        "me@home.pk", "info@ict.pk", "نام@ur", "@ur", "name@zh-Hans"
    )
    literals = {(quad.predicate, quad.object) for quad in dataset.quads()}
    assert literals == {
        (DCT.title, Literal("write to info@ict", language="en")),
        (SKOS.prefLabel, Literal("me@home.pk", language="en")),
        (SKOS.altLabel, Literal("info@ict.pk", language="en")),
        (SKOS.altLabel, Literal("نام", language="ur")),
        (SKOS.altLabel, Literal("@ur", language="en")),
        (SKOS.altLabel, Literal("name", language="zh-Hans")),
    }


def test_no_note_is_dropped(quads: list[Quad]) -> None:
    written = {
        quad.object.value for quad in quads if quad.predicate == PG.note and isinstance(quad.object, Literal)
    }
    notes = {
        fact.note
        for source in load_pack(data_dir()).sources.values()
        for fact in source.facts
        if fact.note and fact not in source.relations
    }
    assert notes <= written


# ---------------------------------------------------------------- shapes


def test_shapes_name_node_and_property(tmp_path: Path) -> None:
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(
        """
        @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix pg: <https://w3id.org/policygraph/ns#> .
        <urn:own> a sh:NodeShape ; sh:targetClass pg:Step ; sh:message "Two words." ;
            sh:property [ sh:path pg:stage ; sh:minCount 1 ; sh:message "A stage." ] ;
            sh:property [ sh:path [ sh:inversePath pg:of ] ; sh:minCount 1 ; sh:message "Of something." ] .
        <urn:used> a sh:NodeShape ; sh:targetClass pg:Target ; sh:node <urn:inner> ; sh:message "Inner." .
        <urn:inner> a sh:NodeShape ; sh:targetClass pg:Nothing ;
            sh:property [ sh:path pg:due ; sh:minCount 1 ] .
        """
    )
    step, target = entity_iri("step", "a"), entity_iri("target", "b")
    with pytest.raises(ShapesError) as caught:
        validate([Quad(step, RDF.type, PG.Step), Quad(target, RDF.type, PG.Target)], shapes)
    assert [str(one) for one in caught.value.violations] == [
        f"{step.value}: Of something.",
        f"{step.value} pg:stage: A stage.",
        f"{target.value}: Inner.",
    ]
    named = [Quad(step, RDF.type, PG.Step, source_iri("s"))]
    validate(named, shapes)  # only the default graph is known


def test_blank_nodes_are_the_ontologys_alone(quads: list[Quad]) -> None:
    graphs = {quad.graph_name for quad in quads if isinstance(quad.subject, BlankNode)}
    assert graphs <= {DEFAULT, ONTOLOGY_GRAPH}


def _number(term: Term) -> int:
    assert isinstance(term, Literal)
    return int(term.value)
