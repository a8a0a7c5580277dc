"""A user's own folder, laid over a pack: articles that were added, what they named, what was judged.

It has no `pack.yaml`: it lies over any pack that has what it points to.

    sources/ID.yaml      facts, in the form of a pack's sources
    texts/ID.txt         the article itself, UTF-8, every character as it was read
    registry/*.yaml      entries that the pack lacks
    registry/aliases.yaml   further names of entries, with the sources that use them
    pending/ID.yaml      what waits for review, and what a language model or a name finder proposed
    judgements/ID.yaml   what was decided, by whom and when
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from policygraph.curated.loader import Loader
from policygraph.curated.pack import LoadedPack
from policygraph.curated.parts import REGISTRY, read_registry, read_source
from policygraph.errors import Problem
from policygraph.model.base import Record
from policygraph.model.own import Aliases, Judgements, Pending

__all__ = ["ALIASES", "lay_over"]

ALIASES = Path("registry", "aliases.yaml")
_FOLDERS = ("sources", "pending", "judgements")

_R = TypeVar("_R", bound=Record)


def lay_over(loader: Loader, pack: LoadedPack, own: Path) -> None:
    """Add what the folder holds to the pack; faults go to `loader.problems`."""
    _check_strays(loader, own)
    for name, kind in REGISTRY.items():
        read_registry(loader, pack, own / "registry" / f"{name}.yaml", kind, own=True)
    _read_aliases(loader, pack, own / ALIASES)
    for file in sorted((own / "sources").glob("*.yaml")):
        read_source(loader, pack, file, own=True)
        _read_text(loader, pack, file.stem, own / "texts" / f"{file.stem}.txt")
    for file, waiting in _records(loader, pack, own / "pending", Pending):
        if ("sources", file.stem) not in pack.own:
            loader.problem(pack.documents[file], (), f"no own source {file.stem!r} for it to wait for")
        if waiting.facts:
            pack.pending[file.stem] = waiting.facts
        if waiting.proposed:
            pack.proposed[file.stem] = waiting.proposed
    for file, judged in _records(loader, pack, own / "judgements", Judgements):
        pack.judgements[file.stem] = judged


def _check_strays(loader: Loader, own: Path) -> None:
    known = {own / "registry" / f"{name}.yaml" for name in REGISTRY} | {own / ALIASES}
    for file in sorted(own.rglob("*.y*ml")):
        in_folder = file.parent in {own / name for name in _FOLDERS} and file.suffix == ".yaml"
        if file not in known and not in_folder and not file.name.startswith("."):
            loader.problems.append(Problem(file, 1, "", "not a file of an own folder: nothing would read it"))


def _records(loader: Loader, pack: LoadedPack, folder: Path, kind: type[_R]) -> Iterator[tuple[Path, _R]]:
    for file in sorted(folder.glob("*.yaml")):
        document = loader.document(file)
        if document is None:
            continue
        pack.documents[file] = document
        record = loader.record(kind, document, document.value, ())
        if record is not None:
            yield file, record


def _read_aliases(loader: Loader, pack: LoadedPack, file: Path) -> None:
    document = loader.document(file) if file.is_file() else None
    if document is None:
        return
    pack.documents[file] = document
    aliases = loader.record(Aliases, document, document.value or {}, ())
    if aliases is not None:
        pack.aliases = aliases
        pack.files["aliases", "aliases"] = file


def _read_text(loader: Loader, pack: LoadedPack, source: str, file: Path) -> None:
    """The text must be the one that the source's offsets count in."""
    if source not in pack.sources or not file.is_file():
        return
    text = loader.text(file, "utf-8")
    if text is None:
        return
    pinned = pack.sources[source].text
    found = hashlib.sha256(text.encode()).hexdigest()
    if pinned is None or (found, len(text)) != (pinned.sha256, pinned.length):
        message = "is not the text that the source's offsets count in: put it back, or remove the source"
        loader.problems.append(Problem(file, 1, "", message))
        return
    pack.texts[source] = text
