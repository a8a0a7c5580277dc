"""The graph of a pack, built once and cached by what it is made of."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from policygraph.errors import StoreError
from policygraph.paths import cache_dir, data_dir, ontology_dir, package_dir
from policygraph.store.embedded import EmbeddedStore
from policygraph.store.folder import write_folder
from policygraph.version import __version__

__all__ = ["cached_store", "inputs_digest"]

_KEPT = 4


def cached_store(data: Path | None = None) -> EmbeddedStore:
    """The store of a pack (the shipped one by default), built on first use.

    The cache is keyed by a hash of the data, the ontology and the code that builds, so a change of any
    of them builds anew. Where the cache cannot be written, the graph is kept in memory.
    """
    folder = data or data_dir()
    place = cache_dir() / inputs_digest(folder)
    try:
        return EmbeddedStore.open(place)
    except StoreError:
        if (place / "CURRENT").is_file():  # damaged, and made anew; one without it is being made
            shutil.rmtree(place, ignore_errors=True)
    from policygraph.build.pipeline import build

    quads = build(folder)
    try:
        write_folder(place, quads)
        _forget_old(place)
        return EmbeddedStore.open(place)
    except StoreError:
        return EmbeddedStore.of(quads)


def inputs_digest(data: Path) -> str:
    """A hash of everything the graph of this folder depends on."""
    whole = hashlib.sha256(__version__.encode())
    for root, file in _inputs(data):
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        whole.update(f"{file.relative_to(root).as_posix()}\0{content}\n".encode())
    return whole.hexdigest()[:24]


def _forget_old(place: Path) -> None:
    """Keep a few graphs of earlier inputs, and let the oldest go."""
    others = [
        folder for folder in place.parent.iterdir() if folder != place and (folder / "CURRENT").is_file()
    ]
    others.sort(key=lambda folder: (folder / "CURRENT").stat().st_mtime, reverse=True)
    for folder in others[_KEPT:]:
        shutil.rmtree(folder, ignore_errors=True)


def _inputs(data: Path) -> Iterator[tuple[Path, Path]]:
    kinds = ((data, ("*.yaml", "*.md")), (ontology_dir(), ("*.ttl",)), (package_dir(), ("*.py",)))
    for root, patterns in kinds:
        for pattern in patterns:
            yield from ((root, file) for file in sorted(root.rglob(pattern)))
