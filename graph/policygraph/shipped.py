"""The graph of a pack, built once and cached by what it is made of."""

from __future__ import annotations

import shutil
from pathlib import Path

from policygraph.errors import DataInvalidError, NotFoundError, StoreError, UsageError
from policygraph.inputs import inputs_digest
from policygraph.paths import cache_dir, data_dir, own_dir
from policygraph.rdf import DefaultGraph, Quad
from policygraph.staging import settled
from policygraph.store.embedded import EmbeddedStore
from policygraph.store.folder import write_folder
from policygraph.terms import AUDIT_GRAPH

__all__ = ["NO_OWN", "cached_store", "known_before", "own_folder", "remember"]

NO_OWN = "none"
"""What stands for no own folder."""

_KEPT = 4
_TRIES = 3


def own_folder(chosen: Path | str | None = None, data: Path | None = None) -> Path | None:
    """The own folder that is meant: the one chosen, or the user's if there is one; None for none.

    Another pack than the shipped one has no own folder unless one is chosen. Raises NotFoundError where the
    chosen one is not there, and UsageError where it is a file.
    """
    if chosen is None and data is not None:
        return None
    if chosen is not None and str(chosen) == NO_OWN:
        return None
    folder = own_dir() if chosen is None else Path(chosen)
    if settled(folder):
        return folder
    if folder.exists() and chosen is not None:
        raise UsageError(f"--own {folder} is a file: name a folder")
    if chosen is not None:
        raise NotFoundError("folder", str(folder), advice="`policygraph add --own` makes one")
    return None


def cached_store(data: Path | None = None, own: Path | None = None) -> EmbeddedStore:
    """The store of a pack (the shipped one by default) and of an own folder, built on first use.

    The cache is keyed by a hash of the data, the ontology and the code that builds, so a change of any
    of them builds anew. Where the cache cannot be written, the graph is kept in memory.
    """
    folder = data or data_dir()
    digest = inputs_digest(folder, own)
    place = cache_dir() / digest
    try:
        return EmbeddedStore.open(place)
    except StoreError:
        if (place / "CURRENT").is_file():  # damaged, and made anew; one without it is being made
            shutil.rmtree(place, ignore_errors=True)
    quads, digest = _built(folder, own, digest)
    try:
        return _kept(cache_dir() / digest, quads)
    except StoreError:
        return EmbeddedStore.of(quads)


def known_before(data: Path, own: Path | None) -> list[Quad] | None:
    """What is known by these folders and what the audit says of it (the graph but for who says so).

    None where the graph of them was not built yet.
    """
    try:
        store = EmbeddedStore.open(cache_dir() / inputs_digest(data, own))
    except StoreError:
        return None
    return [*store.quads(graph=DefaultGraph()), *store.quads(graph=AUDIT_GRAPH)]


def remember(quads: list[Quad], data: Path, own: Path | None) -> None:
    """Keep a graph that was just built of these folders, so that the next command finds it."""
    try:
        _kept(cache_dir() / inputs_digest(data, own), quads)
    except StoreError:
        return


def _built(data: Path, own: Path | None, digest: str) -> tuple[list[Quad], str]:
    """The quads, and the digest of what they were built of: another process may add an article meanwhile."""
    from policygraph.build.pipeline import build

    for _ in range(_TRIES):
        try:
            quads = build(data, own)
        except DataInvalidError:
            now = inputs_digest(data, own)
            if now == digest:
                raise
        else:
            now = inputs_digest(data, own)
            if now == digest:
                return quads, digest
        digest = now
    return build(data, own), digest


def _kept(place: Path, quads: list[Quad]) -> EmbeddedStore:
    write_folder(place, quads)
    _forget_old(place)
    return EmbeddedStore.open(place)


def _forget_old(place: Path) -> None:
    """Keep a few graphs of earlier inputs, and let the oldest go."""
    try:
        others = [
            folder for folder in place.parent.iterdir() if folder != place and (folder / "CURRENT").is_file()
        ]
        others.sort(key=lambda folder: (folder / "CURRENT").stat().st_mtime, reverse=True)
    except OSError:  # another process has forgotten one of them first
        return
    for folder in others[_KEPT:]:
        shutil.rmtree(folder, ignore_errors=True)
