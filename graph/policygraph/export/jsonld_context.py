"""A JSON-LD 1.1 context read for writing: which key and which short form stand for an IRI or a literal.

It knows what `ontology/context.jsonld` uses: prefixes, keyword aliases, type and language coercion and
language maps; there is no default language, vocabulary or base. A term defined in any other way is not
written with; its IRI is shortened by a prefix.
See https://www.w3.org/TR/json-ld11/, sections 4.1 to 4.3.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from policygraph.rdf import BlankNode, Literal, NamedNode, Term
from policygraph.terms import XSD

__all__ = ["Context", "JsonTerm"]

_PREFIX_ENDS: Final = (":", "/", "?", "#", "[", "]", "@")
"""RFC 3986 gen-delims: a simple term whose IRI ends in one is a prefix (JSON-LD 1.1, 9.15.1)."""

_WRITABLE: Final = {"@id", "@type", "@language", "@container"}


@dataclass(frozen=True)
class JsonTerm:
    """A key that stands for a property; `language_map` for one whose value is keyed by language."""

    key: str
    type: str = ""
    language: str = ""
    language_map: bool = False

    def fits(self, value: Term) -> bool:
        """Whether this term can write the value as a plain string or number."""
        if isinstance(value, NamedNode | BlankNode):
            return self.type == "@id"
        if not isinstance(value, Literal):
            return False
        if value.language:
            return self.language_map or self.language == value.language
        if value.datatype == XSD.string:
            return not (self.type or self.language or self.language_map)
        return self.type == value.datatype.value


class Context:
    """Writes IRIs and values as short as the context allows."""

    def __init__(self, definitions: Mapping[str, Any]) -> None:
        self._definitions = definitions
        self.aliases = {
            iri: name for name, iri in definitions.items() if isinstance(iri, str) and iri[:1] == "@"
        }
        self._prefixes = {
            name: iri
            for name, iri in definitions.items()
            if isinstance(iri, str) and name[:1] != "@" and iri.endswith(_PREFIX_ENDS)
        }
        self._classes: dict[str, str] = {}
        self._properties: dict[str, list[JsonTerm]] = {}
        for name, definition in definitions.items():
            self._define(name, definition)

    def keyword(self, keyword: str) -> str:
        """The alias of a keyword, or the keyword."""
        return self.aliases.get(keyword, keyword)

    def type_name(self, iri: str) -> str:
        """A class: its term, or its short IRI."""
        return self._classes.get(iri) or self.short(iri)

    def short(self, iri: str) -> str:
        """An IRI by the longest prefix that fits; one that a reader would take apart wrongly stays whole."""
        fitting = [(len(base), name) for name, base in self._prefixes.items() if iri.startswith(base)]
        for length, name in sorted(fitting, reverse=True):
            compact = f"{name}:{iri[length:]}"
            if not iri[length:].startswith("//") and compact not in self._definitions:
                return compact
        return iri

    def term(self, predicate: str, value: Term) -> JsonTerm:
        """The term that writes this value most plainly; without one, the property's short IRI as a key."""
        terms = self._properties.get(predicate, [])
        for term in terms:
            if term.fits(value):
                return term
        return next((term for term in terms if not term.language_map), JsonTerm(self.short(predicate)))

    def _define(self, name: str, definition: Any) -> None:
        if name.startswith("@") or name in self._prefixes:
            return
        if isinstance(definition, str):
            if not definition.startswith("@"):
                iri = self._expanded(definition)
                self._classes.setdefault(iri, name)
                self._properties.setdefault(iri, []).append(JsonTerm(name))
        elif isinstance(definition, dict) and definition.keys() <= _WRITABLE:
            container = definition.get("@container", "")
            if container in ("", "@language"):
                term = JsonTerm(
                    name,
                    self._expanded(definition.get("@type", "")),
                    definition.get("@language", ""),
                    container == "@language",
                )
                self._properties.setdefault(self._expanded(definition["@id"]), []).append(term)

    def _expanded(self, text: str) -> str:
        prefix, colon, rest = text.partition(":")
        return self._prefixes[prefix] + rest if colon and prefix in self._prefixes else text
