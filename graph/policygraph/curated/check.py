"""Whether the parts of a pack fit together: references, codes, offsets, cycles, ids used twice.

What each field may point to is declared in `references`; the rules here only apply the declarations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from policygraph.curated.across import across_files, located_facts
from policygraph.curated.pack import BriefArticle, LoadedPack
from policygraph.curated.references import CONCEPTS, ENTITIES, kinds_of
from policygraph.curated.yaml_lines import Path_, field_name
from policygraph.errors import DataInvalidError, Problem
from policygraph.model.base import Record, Span
from policygraph.model.facts import Amount, Attribution, Fact, Figure, Growth, Relation, Target
from policygraph.model.sources import Source
from policygraph.ontology.vocabulary import Vocabulary
from policygraph.periods import Period, PeriodError
from policygraph.quantities import Quantity, QuantityError

__all__ = ["check_pack"]

_SLUG = re.compile(r"[a-z0-9]([a-z0-9._-]*[a-z0-9])?")
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_CURRENCY = re.compile(r"[A-Z]{3}")
_NAMED_KINDS = ("people", "bodies", "posts", "places", "initiatives")


def check_pack(pack: LoadedPack, folder: Path, vocabulary: Vocabulary) -> None:
    """Raise DataInvalidError with every reference that hangs and every rule that is broken."""
    problems = list(_Check(pack, folder, vocabulary).problems())
    if problems:
        raise DataInvalidError(problems)


class _Check:
    def __init__(self, pack: LoadedPack, folder: Path, vocabulary: Vocabulary) -> None:
        self._pack, self._folder, self._vocabulary = pack, folder, vocabulary

    def problems(self) -> Iterator[Problem]:
        yield from self._ids()
        yield from self._country()
        for kind in (*_NAMED_KINDS, "indicators"):
            for slug, entry in getattr(self._pack, kind).items():
                yield from self._references(self._pack.files[kind, slug], (slug,), entry)
        yield from self._indicators()
        for file, path, message in across_files(self._pack):
            yield self._problem(file, path, message)
        for name, source in self._pack.sources.items():
            yield from self._source(self._pack.files["sources", name], source)
        for name, brief in self._pack.briefs.items():
            yield from self._brief(self._pack.files["briefs", name], brief)

    def _problem(self, file: Path, path: Path_, message: str) -> Problem:
        document = self._pack.documents[file]
        return Problem(file, document.line(path), field_name(path), message)

    def _ids(self) -> Iterator[Problem]:
        """Entities share one set of ids, and so do sources and briefs: any may be named by its id alone."""
        owner: dict[str, str] = {}
        for kind in _NAMED_KINDS:
            for slug in getattr(self._pack, kind):
                file = self._pack.files[kind, slug]
                if not _SLUG.fullmatch(slug):
                    yield self._problem(file, (slug,), "an id is a-z, 0-9, '.', '_' and '-'")
                if slug in owner:
                    message = f"id {slug!r} is used twice: also in registry/{owner[slug]}.yaml"
                    yield self._problem(file, (slug,), message)
                owner.setdefault(slug, kind)
        for slug in self._pack.indicators:
            if not _CODE.fullmatch(slug):
                file = self._pack.files["indicators", slug]
                yield self._problem(file, (slug,), "a code is letters, digits, '.', '_' and '-'")
        for slug in self._pack.briefs:
            file = self._pack.files["briefs", slug]
            if not _SLUG.fullmatch(slug):
                yield self._problem(file, (), "a brief's file name is its id: a-z, 0-9, '.', '_' and '-'")
            if slug in self._pack.sources:
                yield self._problem(file, (), f"id {slug!r} is used twice: also in sources/{slug}.yaml")

    def _country(self) -> Iterator[Problem]:
        file, about = self._folder / "pack.yaml", self._pack.about
        if about.country.place not in self._pack.places:
            message = f"no such place: {about.country.place!r} (registry/places.yaml)"
            yield self._problem(file, ("country", "place"), message)
        if not _CURRENCY.fullmatch(about.country.currency):
            message = f"{about.country.currency!r} is no ISO 4217 code"
            yield self._problem(file, ("country", "currency"), message)
        ranked: set[str] = set()
        for index, tier in enumerate(about.preference.tiers):
            for place, claimant in enumerate(tier.claimants):
                path: Path_ = ("preference", "tiers", index, "claimants", place)
                if claimant not in self._pack.people and claimant not in self._pack.bodies:
                    yield self._problem(file, path, f"no such person or body: {claimant!r}")
                if claimant in ranked:
                    yield self._problem(file, path, f"{claimant!r} is in a tier already")
                ranked.add(claimant)

    def _indicators(self) -> Iterator[Problem]:
        """An indicator's broader one is a concept of the ontology or another indicator of the pack."""
        for slug, indicator in self._pack.indicators.items():
            file = self._pack.files["indicators", slug]
            yield from self._unit(file, (slug, "unit"), indicator.unit)
            broader = indicator.broader
            known = broader in self._pack.indicators or self._vocabulary.has("indicator", broader or "")
            if broader and not known:
                yield self._problem(file, (slug, "broader"), f"no such indicator: {broader!r}")

    def _references(self, file: Path, path: Path_, record: Record) -> Iterator[Problem]:
        """Each field that names entities or concepts names ones that exist."""
        for field, kinds in ENTITIES.get(type(record), {}).items():
            for at, value in _values(record, field):
                if not any(value in getattr(self._pack, kind) for kind in kinds):
                    yield self._problem(file, (*path, *at), f"no such {kinds_of(kinds)}: {value!r}")
        for field, scheme in CONCEPTS.get(type(record), {}).items():
            for at, value in _values(record, field):
                if not self._vocabulary.has(scheme, value):
                    known = ", ".join(self._vocabulary.concepts(scheme))
                    yield self._problem(file, (*path, *at), f"{value!r} is not one of: {known}")

    def _source(self, file: Path, source: Source) -> Iterator[Problem]:
        if not _SLUG.fullmatch(file.stem):
            yield self._problem(file, (), "a source's file name is its id: a-z, 0-9, '.', '_' and '-'")
        yield from self._references(file, (), source)
        first: dict[str, Path_] = {}
        for path, fact in located_facts(source):
            if fact.id in first:
                line = self._pack.documents[file].line(first[fact.id])
                yield self._problem(
                    file, (*path, "id"), f"id {fact.id!r} is used twice (first on line {line})"
                )
            first.setdefault(fact.id, path)
            yield from self._references(file, path, fact)
            yield from self._span(file, (*path, "at"), fact.at, source)
            yield from self._fact(file, path, fact, source)

    def _fact(self, file: Path, path: Path_, fact: Fact, source: Source) -> Iterator[Problem]:
        if isinstance(fact, Figure | Target | Amount):
            yield from self._unit(file, (*path, "unit"), fact.unit)
        if isinstance(fact, Figure | Target) and fact.definition:
            indicator = self._pack.indicators.get(fact.indicator)
            if indicator and fact.definition not in indicator.definitions:
                known = ", ".join(indicator.definitions) or "none"
                message = f"{fact.definition!r} is no definition of {fact.indicator} (known: {known})"
                yield self._problem(file, (*path, "definition"), message)
        if isinstance(fact, Figure) and fact.growth:
            yield from self._growth(file, path, fact.period, fact.growth, source)
        if isinstance(fact, Relation) and fact.relation not in self._vocabulary.relations():
            known = ", ".join(self._vocabulary.relations())
            yield self._problem(file, (*path, "relation"), f"{fact.relation!r} is not one of: {known}")
        if isinstance(fact, Attribution) and fact.effect:
            figures = {figure.id for figure in source.figures}
            if fact.effect not in figures and not self._is_entity(fact.effect):
                message = f"no such figure of this source, nor entity: {fact.effect!r}"
                yield self._problem(file, (*path, "effect"), message)

    def _growth(
        self, file: Path, path: Path_, period: Period, growth: Growth, source: Source
    ) -> Iterator[Problem]:
        yield from self._span(file, (*path, "growth", "at"), growth.at, source)
        if not self._vocabulary.has("basis", growth.basis):
            known = ", ".join(self._vocabulary.concepts("basis"))
            yield self._problem(file, (*path, "growth", "basis"), f"{growth.basis!r} is not one of: {known}")
            return
        try:
            period.shifted(self._vocabulary.shift_months(growth.basis))
        except PeriodError as error:
            yield self._problem(file, (*path, "period"), str(error))

    def _is_entity(self, slug: str) -> bool:
        return any(slug in getattr(self._pack, kind) for kind in _NAMED_KINDS)

    def _unit(self, file: Path, path: Path_, unit: str) -> Iterator[Problem]:
        try:
            quantity = Quantity.parse("0", unit, self._pack.about.country.scales)
        except QuantityError as error:
            yield self._problem(file, path, str(error))
            return
        if not _CURRENCY.fullmatch(quantity.unit) and not self._vocabulary.has("unit", quantity.unit):
            known = ", ".join(self._vocabulary.concepts("unit"))
            yield self._problem(file, path, f"{quantity.unit!r} is no ISO 4217 code and not one of: {known}")

    def _span(self, file: Path, path: Path_, span: Span | None, source: Source) -> Iterator[Problem]:
        if span is None:
            return
        if source.text is None:
            yield self._problem(file, path, "an offset needs the source's `text` (sha256 and length)")
        elif span[1] > source.text.length:
            message = f"{list(span)} is outside the text, which has {source.text.length} characters"
            yield self._problem(file, path, message)
        if span[1] <= span[0]:
            yield self._problem(file, path, f"{list(span)} ends before it starts")

    def _brief(self, file: Path, brief: BriefArticle) -> Iterator[Problem]:
        for index, source in enumerate(brief.head.sources):
            if source not in self._pack.sources:
                yield self._problem(file, ("sources", index), f"no such source: {source!r}")
        for index, fact in enumerate(brief.head.facts):
            path: Path_ = ("facts", index)
            if fact.source not in brief.head.sources:
                yield self._problem(
                    file, (*path, "source"), f"{fact.source!r} is not among the brief's sources"
                )
            elif self._pack.fact(fact.source, fact.fact) is None:
                yield self._problem(file, (*path, "fact"), f"{fact.source} states no fact {fact.fact!r}")
            times = brief.text.count(fact.quote)
            if times != 1:
                message = f"the quote stands {times} times in the text; it must stand once"
                yield self._problem(file, (*path, "quote"), message)


def _values(record: Record, field: str) -> Iterator[tuple[Path_, str]]:
    """The texts of a field, each with its place: one, several, or none."""
    value: Any = getattr(record, field)
    if value is None:
        return
    if isinstance(value, tuple):
        yield from (((field, index), item) for index, item in enumerate(value))
    else:
        yield (field,), value
