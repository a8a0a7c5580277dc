"""The graph of a pack, built once and cached by what it is made of."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from policygraph.atomic import replace_file
from policygraph.errors import DataInvalidError, StoreError
from policygraph.paths import cache_dir, data_dir, ontology_dir, own_dir, package_dir
from policygraph.rdf import DefaultGraph, Quad
from policygraph.staging import settled
from policygraph.store.embedded import EmbeddedStore
from policygraph.store.folder import write_folder
from policygraph.terms import AUDIT_GRAPH
from policygraph.version import __version__

__all__ = ["NO_OWN", "cached_store", "inputs_digest", "known_before", "own_folder", "remember"]

NO_OWN = "none"
"""What stands for no own folder."""

_KEPT = 4
_TRIES = 3
_DIGESTS = "digests"
_REMEMBERED = 20
_LENGTH = 24
_SETTLED = 2_000_000_000
"""Nanoseconds after which a file that changes again gets another time, on any file system."""

_Input = tuple[Path, Path, os.stat_result | None]


def own_folder(chosen: Path | str | None = None, data: Path | None = None) -> Path | None:
    """The own folder that is meant: the one chosen, or the user's if there is one; None for none.

    Another pack than the shipped one has no own folder unless one is chosen. Raises StoreError where the
    chosen one is not there.
    """
    if chosen is None and data is not None:
        return None
    if chosen is not None and str(chosen) == NO_OWN:
        return None
    folder = own_dir() if chosen is None else Path(chosen)
    if settled(folder):
        return folder
    if chosen is not None:
        raise StoreError(str(folder), "no such folder; `policygraph add --own` makes one")
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


def inputs_digest(data: Path, own: Path | None = None) -> str:
    """A hash of everything that the graph of these folders depends on.

    Hashing some hundred files takes longer than many an answer, so the cache remembers it by their paths,
    sizes and times of change.
    """
    files = list(_inputs(data, own))
    remembered = cache_dir() / _DIGESTS / _seen(files)
    try:
        known = remembered.read_text(encoding="ascii")
    except (OSError, ValueError):
        known = ""
    if len(known) == _LENGTH:
        return known
    digest = _digest(files)
    _remember(remembered, digest, files)
    return digest


def _digest(files: list[_Input]) -> str:
    whole = hashlib.sha256(__version__.encode())
    before: Path | None = None
    for root, file, _ in files:
        if root != before:  # a file may stand under one name in the pack or in the own folder
            whole.update(b"\0")
            before = root
        try:
            content = hashlib.sha256(file.read_bytes()).hexdigest()
        except OSError as error:  # the build will say what is wrong with it
            content = f"unreadable: {error.errno}"
        whole.update(f"{file.relative_to(root).as_posix()}\0{content}\n".encode())
    return whole.hexdigest()[:_LENGTH]


def _seen(files: list[_Input]) -> str:
    whole = hashlib.sha256(__version__.encode())
    for root, file, found in files:
        times = (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_mode) if found else ()
        whole.update(f"{root}\0{file}\0{times}\n".encode("utf-8", "surrogateescape"))
    return whole.hexdigest()[:_LENGTH]


def _remember(place: Path, digest: str, files: list[_Input]) -> None:
    """Not where a file changed just now: a second change within one tick of the clock would not show."""
    try:
        if not place.parent.parent.is_dir():
            return  # nothing is cached yet, and it may be that nothing can be
        place.parent.mkdir(exist_ok=True)
        replace_file(place, digest.encode())
        now = place.stat().st_mtime_ns
        if any(found is None or now - found.st_ctime_ns < _SETTLED for _, _, found in files):
            place.unlink()
        for old in sorted(place.parent.iterdir(), key=lambda file: file.stat().st_mtime_ns)[:-_REMEMBERED]:
            old.unlink()
    except OSError:
        return


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


def _inputs(data: Path, own: Path | None) -> Iterator[_Input]:
    """Root, file and what the file system says of it; also what only looks like a file, which the build
    refuses."""
    kinds = [(data, (".yaml", ".yml", ".md")), (ontology_dir(), (".ttl",)), (package_dir(), (".py",))]
    if own is not None:
        kinds.append((own, (".yaml", ".yml", ".txt")))
    for root, endings in kinds:
        for folder, subfolders, names in os.walk(root):
            subfolders.sort()
            for name in sorted([*names, *subfolders]):
                if name.endswith(endings):
                    file = Path(folder, name)
                    yield root, file, _stat(file)


def _stat(file: Path) -> os.stat_result | None:
    try:
        return file.stat()
    except OSError:
        return None
