"""The work on an own folder: loaded beside the pack, changed in a copy, built, and put in place.

The pack is read once; what is written of the own folder is read back before it is built, so that what is
put in place is what was found sound.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from policygraph.build.memory import collector_off
from policygraph.build.pipeline import build_pack
from policygraph.curated.check import check_pack
from policygraph.curated.load import load_pack, with_own
from policygraph.curated.own_files import write_own
from policygraph.curated.pack import LoadedPack
from policygraph.errors import DataInvalidError, Problem, UsageError
from policygraph.inputs import inputs_digest
from policygraph.ontology.vocabulary import Vocabulary
from policygraph.paths import data_dir, own_dir
from policygraph.rdf import Quad
from policygraph.resolve.known import Known
from policygraph.shipped import NO_OWN, known_before, remember
from policygraph.staging import exchange, settled, staged

__all__ = ["Desk", "at_desk", "own_place"]


def own_place(chosen: Path | str | None = None, data: Path | str | None = None) -> Path:
    """The own folder to write into, which need not be there yet.

    Raises UsageError for `none`, and where another pack is named without a folder that goes with it: the
    user's own folder lies over the shipped data.
    """
    if chosen is not None and str(chosen) == NO_OWN:
        raise UsageError("--own none: there is no folder to write into")
    if chosen is None and data is not None:
        raise UsageError("--data needs --own DIR: your own folder lies over the shipped data")
    return Path(chosen) if chosen is not None else own_dir()


@dataclass
class Desk:
    """One change of an own folder under way; `pack` is what is known, with the changes so far."""

    data: Path
    own: Path
    stage: Path | None
    base: LoadedPack
    """The pack without the own folder."""
    before: LoadedPack
    """What was known before the change."""
    pack: LoadedPack
    vocabulary: Vocabulary
    digest: str
    """Of the pack's files, as they were read."""
    _earlier: list[Quad] = field(default_factory=list)
    _known: Known | None = None

    @property
    def known(self) -> Known:
        """What articles are resolved against, as it stands."""
        if self._known is None:
            self._known = Known(self.pack, self.vocabulary)
        return self._known

    def renew(self) -> None:
        """Have the names looked up anew: the pack's have changed."""
        self._known = None

    def built(self, changed: Iterable[str]) -> list[Quad]:
        """Write the changes to the copy and build the graph of it; what was there stays as it is.

        Raises DataInvalidError or ShapesError where the result would not be sound.
        """
        if self.stage is not None:
            write_own(self.pack, self.stage, changed)
            return self._build(self.stage)
        with TemporaryDirectory(prefix="policygraph-") as name:
            copy = Path(name, "own")
            if self.own.is_dir():
                _copy(self.own, copy)
            write_own(self.pack, copy, changed)
            return self._build(copy)

    def put(self, quads: list[Quad]) -> None:
        """Put the copy in place of the folder, and keep the graph of it for the next command."""
        exchange(self.own)
        if inputs_digest(self.data) == self.digest:  # else the graph is of a pack that is no more
            remember(quads, self.data, self.own)

    def earlier(self) -> list[Quad]:
        """What was known before the change, and what the audit said of it."""
        if not self._earlier:
            own = self.own if self.own.is_dir() else None
            self._earlier = known_before(self.data, own) or self._built_before(own)
        return self._earlier

    def _built_before(self, own: Path | None) -> list[Quad]:
        """The graph as it was, kept for the next change, which may be to the same folder."""
        quads = build_pack(self.before, self.data, self.vocabulary)
        if inputs_digest(self.data) == self.digest:
            remember(quads, self.data, own)
        return quads

    def _build(self, folder: Path) -> list[Quad]:
        try:
            pack = with_own(self.base, folder)
            return build_pack(pack, self.data, self.vocabulary, self.earlier())
        except DataInvalidError as error:
            raise _relocated(error, folder, self.own) from None


@contextmanager
def at_desk(data: Path | str | None, own: Path | str | None, *, dry: bool = False) -> Iterator[Desk]:
    """Work on an own folder, alone; `dry` looks and never writes beside it.

    Raises DataInvalidError where the pack or the folder is wrong as it is, StoreError where the folder's
    place cannot be written.
    """
    place = own_place(own, data).resolve()
    base = Path(data) if data is not None else data_dir()
    with collector_off():
        if dry:
            settled(place)
            yield _desk(base, place, None)
            return
        with staged(place) as stage:
            yield _desk(base, place, stage)


def _desk(data: Path, own: Path, stage: Path | None) -> Desk:
    vocabulary, digest = Vocabulary.load(), inputs_digest(data)
    base = load_pack(data)
    before = with_own(base, own) if own.is_dir() else base
    check_pack(before, data, vocabulary)
    return Desk(data, own, stage, base, before, before.copied(), vocabulary, digest)


def _copy(source: Path, target: Path) -> None:
    for file in sorted(source.rglob("*")):
        if file.is_file():
            copy = target / file.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())


def _relocated(error: DataInvalidError, folder: Path, own: Path) -> DataInvalidError:
    """The same faults, in the folder that the user knows."""
    return DataInvalidError(
        [
            Problem(own / one.file.relative_to(folder), one.line, one.field, one.message)
            if one.file.is_relative_to(folder)
            else one
            for one in error.problems
        ]
    )
