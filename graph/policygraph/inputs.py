"""What the graph of some folders is made of, and a hash of it all."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from policygraph.atomic import replace_file
from policygraph.paths import cache_dir, ontology_dir, package_dir
from policygraph.version import __version__

__all__ = ["inputs_digest"]

_DIGESTS = "digests"
_REMEMBERED = 20
_LENGTH = 24
_SETTLED = 2_000_000_000
"""Nanoseconds after which a file that changes again gets another time, on any file system."""

_Input = tuple[Path, Path, os.stat_result | None]


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
