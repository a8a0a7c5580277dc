"""What every rule on a pack needs: where a fault is, and whether references, codes and units are known.

What each field may point to is declared in `references`; the rules here only apply the declarations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from policygraph.curated.pack import LoadedPack
from policygraph.curated.references import CONCEPTS, ENTITIES, kinds_of
from policygraph.curated.yaml_lines import Path_, field_name
from policygraph.errors import Problem
from policygraph.model.base import Record
from policygraph.ontology.vocabulary import Vocabulary
from policygraph.quantities import Quantity, QuantityError

__all__ = ["CURRENCY", "NAMED_KINDS", "SLUG", "Rules"]

SLUG: Final = re.compile(r"[a-z0-9]([a-z0-9._-]*[a-z0-9])?")
CURRENCY: Final = re.compile(r"[A-Z]{3}")
NAMED_KINDS: Final = ("people", "bodies", "posts", "places", "initiatives")
"""The parts of a registry that share one set of ids."""


class Rules:
    """A pack under check; a path is the way to a field in a file."""

    def __init__(self, pack: LoadedPack, vocabulary: Vocabulary) -> None:
        self.pack, self.vocabulary = pack, vocabulary

    def problem(self, file: Path, path: Path_, message: str) -> Problem:
        """A fault at a field."""
        document = self.pack.documents[file]
        return Problem(file, document.line(path), field_name(path), message)

    def references(self, file: Path, path: Path_, record: Record) -> Iterator[Problem]:
        """Each field that names entities or concepts names ones that exist."""
        for field, kinds in ENTITIES.get(type(record), {}).items():
            for at, value in _values(record, field):
                if not any(value in getattr(self.pack, kind) for kind in kinds):
                    yield self.problem(file, (*path, *at), f"no such {kinds_of(kinds)}: {value!r}")
        for field, scheme in CONCEPTS.get(type(record), {}).items():
            for at, value in _values(record, field):
                if not self.vocabulary.has(scheme, value):
                    known = ", ".join(self.vocabulary.concepts(scheme))
                    yield self.problem(file, (*path, *at), f"{value!r} is not one of: {known}")

    def is_entity(self, slug: str) -> bool:
        """Whether anything of the registry has this id."""
        return any(slug in getattr(self.pack, kind) for kind in NAMED_KINDS)

    def unit(self, file: Path, path: Path_, unit: str) -> Iterator[Problem]:
        """A unit is a currency or a concept, with a scale word of the country or none."""
        try:
            quantity = Quantity.parse("0", unit, self.pack.about.country.scales)
        except QuantityError as error:
            yield self.problem(file, path, str(error))
            return
        if not CURRENCY.fullmatch(quantity.unit) and not self.vocabulary.has("unit", quantity.unit):
            known = ", ".join(self.vocabulary.concepts("unit"))
            yield self.problem(file, path, f"{quantity.unit!r} is no ISO 4217 code and not one of: {known}")


def _values(record: Record, field: str) -> Iterator[tuple[Path_, str]]:
    """The texts of a field, each with its place: one, several, or none."""
    value: Any = getattr(record, field)
    if value is None:
        return
    if isinstance(value, tuple):
        yield from (((field, index), item) for index, item in enumerate(value))
    else:
        yield (field,), value
