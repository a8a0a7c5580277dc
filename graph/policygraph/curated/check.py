"""Whether the parts of a pack fit together: ids used twice, its country, references, codes, cycles.

What sources and briefs say is checked by `source_rules`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from policygraph.curated.across import across_files
from policygraph.curated.pack import LoadedPack
from policygraph.curated.rules import CURRENCY, NAMED_KINDS, SLUG, Rules
from policygraph.curated.source_rules import SourceRules
from policygraph.curated.yaml_lines import Path_
from policygraph.errors import DataInvalidError, Problem
from policygraph.ontology.vocabulary import Vocabulary

__all__ = ["check_pack"]

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def check_pack(pack: LoadedPack, folder: Path, vocabulary: Vocabulary) -> None:
    """Raise DataInvalidError with every reference that hangs and every rule that is broken."""
    registry = _RegistryRules(pack, vocabulary)
    problems = [*registry.problems(folder / "pack.yaml"), *SourceRules(pack, vocabulary).problems()]
    if problems:
        raise DataInvalidError(problems)


class _RegistryRules(Rules):
    def problems(self, about: Path) -> Iterator[Problem]:
        """Every rule that the registry and the pack's own description, in that file, break."""
        yield from self._ids()
        yield from self._country(about)
        for kind in (*NAMED_KINDS, "indicators"):
            for slug, entry in getattr(self.pack, kind).items():
                yield from self.references(self.pack.files[kind, slug], (slug,), entry)
        yield from self._indicators()
        for file, path, message in across_files(self.pack):
            yield self.problem(file, path, message)

    def _ids(self) -> Iterator[Problem]:
        """Entities share one set of ids, and so do sources and briefs: any may be named by its id alone."""
        owner: dict[str, str] = {}
        for kind in NAMED_KINDS:
            for slug in getattr(self.pack, kind):
                file = self.pack.files[kind, slug]
                if not SLUG.fullmatch(slug):
                    yield self.problem(file, (slug,), "an id is a-z, 0-9, '.', '_' and '-'")
                if slug in owner:
                    message = f"id {slug!r} is used twice: also in registry/{owner[slug]}.yaml"
                    yield self.problem(file, (slug,), message)
                owner.setdefault(slug, kind)
        for slug in self.pack.indicators:
            if not _CODE.fullmatch(slug):
                file = self.pack.files["indicators", slug]
                yield self.problem(file, (slug,), "a code is letters, digits, '.', '_' and '-'")
        for slug in self.pack.briefs:
            file = self.pack.files["briefs", slug]
            if not SLUG.fullmatch(slug):
                yield self.problem(file, (), "a brief's file name is its id: a-z, 0-9, '.', '_' and '-'")
            if slug in self.pack.sources:
                yield self.problem(file, (), f"id {slug!r} is used twice: also in sources/{slug}.yaml")

    def _country(self, file: Path) -> Iterator[Problem]:
        about = self.pack.about
        if about.country.place not in self.pack.places:
            message = f"no such place: {about.country.place!r} (registry/places.yaml)"
            yield self.problem(file, ("country", "place"), message)
        if not CURRENCY.fullmatch(about.country.currency):
            message = f"{about.country.currency!r} is no ISO 4217 code"
            yield self.problem(file, ("country", "currency"), message)
        ranked: set[str] = set()
        for index, tier in enumerate(about.preference.tiers):
            for place, claimant in enumerate(tier.claimants):
                path: Path_ = ("preference", "tiers", index, "claimants", place)
                if claimant not in self.pack.people and claimant not in self.pack.bodies:
                    yield self.problem(file, path, f"no such person or body: {claimant!r}")
                if claimant in ranked:
                    yield self.problem(file, path, f"{claimant!r} is in a tier already")
                ranked.add(claimant)

    def _indicators(self) -> Iterator[Problem]:
        """An indicator's broader one is a concept of the ontology or another indicator of the pack."""
        for slug, indicator in self.pack.indicators.items():
            file = self.pack.files["indicators", slug]
            yield from self.unit(file, (slug, "unit"), indicator.unit)
            broader = indicator.broader
            known = broader in self.pack.indicators or self.vocabulary.has("indicator", broader or "")
            if broader and not known:
                yield self.problem(file, (slug, "broader"), f"no such indicator: {broader!r}")
