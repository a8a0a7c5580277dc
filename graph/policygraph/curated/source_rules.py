"""Whether sources and briefs fit their pack: what facts point to, where they stand in the text, quotes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from policygraph.curated.across import located_facts
from policygraph.curated.pack import BriefArticle
from policygraph.curated.rules import SLUG, Rules
from policygraph.curated.yaml_lines import Path_
from policygraph.errors import Problem
from policygraph.model.base import Span
from policygraph.model.facts import Amount, Attribution, Fact, Figure, Growth, Relation, Target
from policygraph.model.sources import Source
from policygraph.periods import Period, PeriodError

__all__ = ["SourceRules"]


class SourceRules(Rules):
    """The rules on what is stated and on what reports it."""

    def problems(self) -> Iterator[Problem]:
        """Every rule that a source or a brief breaks."""
        for name, source in self.pack.sources.items():
            yield from self._source(self.pack.files["sources", name], source)
        for name, brief in self.pack.briefs.items():
            yield from self._brief(self.pack.files["briefs", name], brief)

    def _source(self, file: Path, source: Source) -> Iterator[Problem]:
        if not SLUG.fullmatch(file.stem):
            yield self.problem(file, (), "a source's file name is its id: a-z, 0-9, '.', '_' and '-'")
        yield from self.references(file, (), source)
        first: dict[str, Path_] = {}
        for path, fact in located_facts(source):
            if fact.id in first:
                line = self.pack.documents[file].line(first[fact.id])
                yield self.problem(
                    file, (*path, "id"), f"id {fact.id!r} is used twice (first on line {line})"
                )
            first.setdefault(fact.id, path)
            yield from self.references(file, path, fact)
            yield from self._span(file, (*path, "at"), fact.at, source)
            yield from self._fact(file, path, fact, source)

    def _fact(self, file: Path, path: Path_, fact: Fact, source: Source) -> Iterator[Problem]:
        if isinstance(fact, Figure | Target | Amount):
            yield from self.unit(file, (*path, "unit"), fact.unit)
        if isinstance(fact, Figure | Target) and fact.definition:
            indicator = self.pack.indicators.get(fact.indicator)
            if indicator and fact.definition not in indicator.definitions:
                known = ", ".join(indicator.definitions) or "none"
                message = f"{fact.definition!r} is no definition of {fact.indicator} (known: {known})"
                yield self.problem(file, (*path, "definition"), message)
        if isinstance(fact, Figure) and fact.growth:
            yield from self._growth(file, path, fact.period, fact.growth, source)
        if isinstance(fact, Relation) and fact.relation not in self.vocabulary.relations():
            known = ", ".join(self.vocabulary.relations())
            yield self.problem(file, (*path, "relation"), f"{fact.relation!r} is not one of: {known}")
        if isinstance(fact, Attribution) and fact.effect:
            figures = {figure.id for figure in source.figures}
            if fact.effect not in figures and not self.is_entity(fact.effect):
                message = f"no such figure of this source, nor entity: {fact.effect!r}"
                yield self.problem(file, (*path, "effect"), message)

    def _growth(
        self, file: Path, path: Path_, period: Period, growth: Growth, source: Source
    ) -> Iterator[Problem]:
        yield from self._span(file, (*path, "growth", "at"), growth.at, source)
        if not self.vocabulary.has("basis", growth.basis):
            known = ", ".join(self.vocabulary.concepts("basis"))
            yield self.problem(file, (*path, "growth", "basis"), f"{growth.basis!r} is not one of: {known}")
            return
        try:
            period.shifted(self.vocabulary.shift_months(growth.basis))
        except PeriodError as error:
            yield self.problem(file, (*path, "period"), str(error))

    def _span(self, file: Path, path: Path_, span: Span | None, source: Source) -> Iterator[Problem]:
        if span is None:
            return
        if source.text is None:
            yield self.problem(file, path, "an offset needs the source's `text` (sha256 and length)")
        elif span[1] > source.text.length:
            message = f"{list(span)} is outside the text, which has {source.text.length} characters"
            yield self.problem(file, path, message)
        if span[1] <= span[0]:
            yield self.problem(file, path, f"{list(span)} ends before it starts")

    def _brief(self, file: Path, brief: BriefArticle) -> Iterator[Problem]:
        for index, source in enumerate(brief.head.sources):
            if source not in self.pack.sources:
                yield self.problem(file, ("sources", index), f"no such source: {source!r}")
        for index, fact in enumerate(brief.head.facts):
            path: Path_ = ("facts", index)
            if fact.source not in brief.head.sources:
                yield self.problem(
                    file, (*path, "source"), f"{fact.source!r} is not among the brief's sources"
                )
            elif self.pack.fact(fact.source, fact.fact) is None:
                yield self.problem(file, (*path, "fact"), f"{fact.source} states no fact {fact.fact!r}")
            times = brief.text.count(fact.quote)
            if times != 1:
                message = f"the quote stands {times} times in the text; it must stand once"
                yield self.problem(file, (*path, "quote"), message)
