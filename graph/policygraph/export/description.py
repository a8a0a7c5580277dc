"""A description of the dataset in DCAT and VoID: what it holds, how much, on what terms, in which files.

See https://www.w3.org/TR/vocab-dcat-3/ and https://www.w3.org/TR/void/, section 4.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from policygraph.export.about import about, licence_iri
from policygraph.export.formats import FORMATS, Format
from policygraph.export.known import Known
from policygraph.export.rdf_files import turtle_of
from policygraph.rdf import Literal, NamedNode, Triple
from policygraph.store.contract import ReadStore
from policygraph.terms import BASE, DCAT, DCT, OWL, PG, RDF, VOID, XSD

__all__ = ["description"]

_MEDIA_TYPES: Final = "https://www.iana.org/assignments/media-types/"


def description(store: ReadStore) -> bytes:
    """The description as Turtle; the counts are of the default graph, what is known."""
    known = Known(store)
    dataset = about(known).iri
    triples = [
        *_described(known, dataset),
        *_counted(store, known, dataset),
        *_classes(known, dataset),
        *_distributions(dataset, FORMATS.values()),
    ]
    return turtle_of(triples)


def _described(known: Known, dataset: NamedNode) -> Iterator[Triple]:
    found = about(known)
    yield Triple(dataset, RDF.type, DCAT.Dataset)
    yield Triple(dataset, RDF.type, VOID.Dataset)
    yield Triple(dataset, DCT.title, Literal(found.title, language="en"))
    if found.description:
        yield Triple(dataset, DCT.description, Literal(found.description, language="en"))
    if found.version:
        yield Triple(dataset, OWL.versionInfo, Literal(found.version))
    if found.creator:
        yield Triple(dataset, DCT.creator, Literal(found.creator))
    if found.issued:
        yield Triple(dataset, DCT.issued, Literal(found.issued, datatype=XSD.date))
    if found.licence:
        iri = licence_iri(found.licence)
        yield Triple(dataset, DCT.license, NamedNode(iri) if iri.startswith("https://") else Literal(iri))
    yield Triple(dataset, VOID.uriSpace, Literal(BASE))
    yield Triple(dataset, VOID.vocabulary, NamedNode(str(PG)))


def _counted(store: ReadStore, known: Known, dataset: NamedNode) -> Iterator[Triple]:
    found = [
        (predicate, value)
        for properties in known.subjects.values()
        for predicate, values in properties.items()
        for value in values
    ]
    counts = {
        VOID.triples: len(found),
        VOID.entities: len(known.subjects),
        VOID.distinctSubjects: len(known.subjects),
        VOID.distinctObjects: len({value for _, value in found}),
        VOID.properties: len({predicate for predicate, _ in found}),
        VOID.classes: len(known.classes),
    }
    for predicate, count in counts.items():
        yield Triple(dataset, predicate, _whole(count))
    evidence = NamedNode(f"{dataset.value}/evidence")
    graphs = sum(1 for _ in store.graph_names())
    yield Triple(dataset, VOID.subset, evidence)
    yield Triple(evidence, RDF.type, VOID.Dataset)
    yield Triple(
        evidence, DCT.title, Literal("Who says so: the same statements by evidence graph", language="en")
    )
    yield Triple(evidence, DCT.extent, Literal(f"{graphs} named graphs", language="en"))
    yield Triple(evidence, VOID.triples, _whole(len(store) - len(found)))


def _classes(known: Known, dataset: NamedNode) -> Iterator[Triple]:
    """One partition per class, numbered in the order of the classes' IRIs."""
    for number, cls in enumerate(known.classes, start=1):
        part = NamedNode(f"{dataset.value}/class/{number}")
        yield Triple(dataset, VOID.classPartition, part)
        yield Triple(part, VOID["class"], cls)
        yield Triple(part, VOID.entities, _whole(len(known.of_class(cls))))


def _distributions(dataset: NamedNode, formats: Iterable[Format]) -> Iterator[Triple]:
    for form in formats:
        part = NamedNode(f"{dataset.value}/distribution/{form.name}")
        yield Triple(dataset, DCAT.distribution, part)
        yield Triple(part, RDF.type, DCAT.Distribution)
        yield Triple(part, DCT.title, Literal(form.title, language="en"))
        yield Triple(part, DCAT.mediaType, NamedNode(_MEDIA_TYPES + form.media_type))


def _whole(count: int) -> Literal:
    return Literal(str(count), datatype=XSD.integer)
