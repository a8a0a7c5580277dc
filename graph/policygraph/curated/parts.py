"""The files that a pack and a user's own folder share: the registry and the sources."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from policygraph.curated.loader import Loader
from policygraph.curated.pack import LoadedPack
from policygraph.model.base import Record
from policygraph.model.registry import Body, Indicator, Initiative, Person, Place, Post
from policygraph.model.sources import Source

__all__ = ["REGISTRY", "read_registry", "read_source"]

REGISTRY: dict[str, type[Record]] = {
    "people": Person,
    "bodies": Body,
    "posts": Post,
    "places": Place,
    "initiatives": Initiative,
    "indicators": Indicator,
}
"""The files under `registry/` and what each maps its ids to."""


def read_registry(
    loader: Loader, pack: LoadedPack, file: Path, kind: type[Record], *, own: bool = False
) -> None:
    """Add the entries of one file, which may be absent; an own one may not redefine what is there."""
    document = loader.document(file) if file.is_file() else None
    if document is None:
        return
    pack.documents[file] = document
    if not isinstance(document.value, dict):
        loader.problem(document, (), "expected a mapping from ids to entries")
        return
    entries: dict[str, Any] = getattr(pack, file.stem)
    for slug, value in document.value.items():
        if slug in entries:
            known = pack.files[file.stem, slug]
            message = f"{slug!r} is an entry of {known}: a further name of it goes into aliases.yaml"
            loader.problem(document, (slug,), message)
            continue
        entry = loader.record(kind, document, value, (slug,))
        if entry is not None:
            entries[slug] = entry
            _note(pack, file.stem, slug, file, own=own)


def read_source(loader: Loader, pack: LoadedPack, file: Path, *, own: bool = False) -> None:
    """Add one source; an own one may not have the id of another."""
    document = loader.document(file)
    if document is None:
        return
    pack.documents[file] = document
    if file.stem in pack.sources:
        known = pack.files["sources", file.stem]
        loader.problem(
            document, (), f"the source {file.stem!r} is there already: {known}; give it another id"
        )
        return
    source = loader.record(Source, document, document.value, ())
    if source is not None:
        pack.sources[file.stem] = source
        _note(pack, "sources", file.stem, file, own=own)


def _note(pack: LoadedPack, part: str, slug: str, file: Path, *, own: bool) -> None:
    pack.files[part, slug] = file
    if own:
        pack.own.add((part, slug))
