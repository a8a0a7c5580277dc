"""From statements to terms, concepts and schemes."""

from __future__ import annotations

from policygraph.ontology.records import Concept, Match, Scheme, VocabularyTerm
from policygraph.ontology.statements import Statements
from policygraph.terms import BASE, OWL, PG, RDF, RDFS, SKOS, compact

__all__ = ["read_schemes", "read_terms"]

_KINDS = {
    OWL.Class.value: "class",
    RDFS.Class.value: "class",
    OWL.ObjectProperty.value: "object property",
    OWL.DatatypeProperty.value: "datatype property",
    OWL.AnnotationProperty.value: "annotation property",
    RDF.Property.value: "property",
}
_ABOVE = (RDFS.subClassOf.value, RDFS.subPropertyOf.value)
_MAPPINGS = tuple(SKOS[f"{name}Match"].value for name in ("exact", "close", "broad", "narrow", "related"))
_SCHEMES = f"{BASE}concept/"


def read_terms(statements: Statements) -> list[VocabularyTerm]:
    """All classes and properties that have a label, in the order of the file."""
    found = statements.subjects(*_KINDS)
    return [_term(statements, iri) for iri in found if statements.value(iri, RDFS.label.value)]


def _term(statements: Statements, iri: str) -> VocabularyTerm:
    own = iri.startswith(str(PG))
    above = [(relation, value) for relation in _ABOVE for value in statements.values(iri, relation)]
    matches = [(relation, value) for relation in _MAPPINGS for value in statements.values(iri, relation)]
    outside = [Match(compact(relation), value) for relation, value in above if not value.startswith(str(PG))]
    return VocabularyTerm(
        iri=iri,
        name=iri.removeprefix(str(PG)) if own else compact(iri),
        kind=next(_KINDS[kind] for kind in statements.types(iri) if kind in _KINDS),
        label=statements.text(iri, RDFS.label.value),
        comment=statements.text(iri, (RDFS.comment if own else PG.usageNote).value),
        inverse_label=statements.text(iri, PG.inverseLabel.value),
        domain=statements.alternatives(iri, RDFS.domain.value),
        range=statements.alternatives(iri, RDFS.range.value),
        parents=tuple(value for _, value in above if value.startswith(str(PG))),
        matches=(*outside, *(Match(compact(relation), value) for relation, value in matches)),
        schemes=tuple(
            value.removeprefix(_SCHEMES)
            for value in statements.values(iri, RDFS.seeAlso.value)
            if value.startswith(_SCHEMES)
        ),
        example=statements.text(iri, SKOS.example.value),
    )


def read_schemes(statements: Statements) -> list[Scheme]:
    """All concept schemes with their concepts, in the order of the file."""
    concepts: dict[str, list[Concept]] = {}
    for iri in statements.subjects(SKOS.Concept.value):
        concept = _concept(statements, iri)
        concepts.setdefault(concept.scheme, []).append(concept)
    return [
        Scheme(
            iri=iri,
            code=iri.removeprefix(_SCHEMES),
            title=statements.text(iri, SKOS.prefLabel.value),
            definition=statements.text(iri, SKOS.definition.value),
            concepts=tuple(concepts.get(iri.removeprefix(_SCHEMES), ())),
        )
        for iri in statements.subjects(SKOS.ConceptScheme.value)
    ]


def _concept(statements: Statements, iri: str) -> Concept:
    broader = statements.value(iri, SKOS.broader.value)
    return Concept(
        iri=iri,
        scheme=statements.text(iri, SKOS.inScheme.value).removeprefix(_SCHEMES),
        code=statements.text(iri, SKOS.notation.value),
        label=statements.text(iri, SKOS.prefLabel.value),
        definition=statements.text(iri, SKOS.definition.value),
        alternatives=statements.values(iri, SKOS.altLabel.value),
        broader=None if broader is None else statements.text(broader, SKOS.notation.value),
        matches=tuple(
            Match(compact(relation), value)
            for relation in _MAPPINGS
            for value in statements.values(iri, relation)
        ),
        instance_class=statements.value(iri, PG.instanceClass.value),
        order=statements.integer(iri, PG.order.value),
        lifecycle=statements.value(iri, PG.lifecycle.value),
        shift_months=statements.integer(iri, PG.shiftMonths.value),
    )
