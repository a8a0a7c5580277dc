"""A store on disk: one sub-folder a generation, and a file that names the current one.

A build writes a new generation beside the old one and makes it current by one rename, so a reader sees
the old content or the new, never a mixture, and a build that is killed leaves the old. Builds into one
folder wait for each other.
"""

from __future__ import annotations

import fcntl
import hashlib
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pyoxigraph import Store

from policygraph.atomic import replace_file, sync_folder
from policygraph.errors import StoreError
from policygraph.rdf import Quad

__all__ = ["current_generation", "write_folder"]

_CURRENT = "CURRENT"
_LOCK = "LOCK"
_GENERATION = "generation-"
_STAGING = "staging-"


def current_generation(folder: Path) -> Path:
    """The sub-folder to read; raises StoreError where the folder holds no store."""
    pointer = folder / _CURRENT
    if not pointer.is_file():
        raise StoreError(str(folder), "holds no graph; make one with `policygraph build --store DIR`")
    return folder / pointer.read_text(encoding="utf-8").strip()


def write_folder(folder: Path, quads: Sequence[Quad]) -> None:
    """Write the quads into `folder` as its current content.

    A generation is named by the hash of its quads in their order, so writing the same again changes
    nothing, unless the disk no longer holds them whole. Raises StoreError when the folder cannot be
    written; what was there then stays.
    """
    name = f"{_GENERATION}{_digest(quads)}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _locked(folder):
            if not _is_whole(folder / name, quads):
                _write(folder, name, quads)
            replace_file(folder / _CURRENT, f"{name}\n".encode())
            _remove_others(folder, name)
    except OSError as error:
        raise StoreError(str(folder), f"cannot be written: {error.strerror or error}") from None


def _is_whole(generation: Path, quads: Sequence[Quad]) -> bool:
    """Whether a generation can be read to its end and holds these quads."""
    if not generation.is_dir():
        return False
    try:
        return set(Store.read_only(str(generation))) == set(quads)
    except (OSError, ValueError, RuntimeError):
        return False


def _write(folder: Path, name: str, quads: Sequence[Quad]) -> None:
    """Make a generation whole under another name, then give it its own."""
    staging = Path(tempfile.mkdtemp(dir=folder, prefix=_STAGING))
    try:
        engine = Store(str(staging))
        engine.bulk_extend(quads)
        engine.optimize()
        engine.flush()
        del engine
        _set_aside(folder / name)  # damaged, if it is there
        staging.rename(folder / name)
        sync_folder(folder)
    except OSError:
        shutil.rmtree(staging, ignore_errors=True)
        raise


def _remove_others(folder: Path, name: str) -> None:
    """Older generations, and what a killed build left; a reader that has them open keeps its files."""
    for other in [*folder.glob(f"{_GENERATION}*"), *folder.glob(f"{_STAGING}*")]:
        if other.name != name:
            _set_aside(other)


def _set_aside(other: Path) -> None:
    """Remove a folder that may be there; half removed, it must not keep the name of a generation."""
    if other.exists():
        gone = other.rename(Path(tempfile.mkdtemp(dir=other.parent, prefix=_STAGING)) / other.name)
        shutil.rmtree(gone.parent, ignore_errors=True)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Only one writer at a time; the lock goes with the process that holds it."""
    with (folder / _LOCK).open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _digest(quads: Sequence[Quad]) -> str:
    whole = hashlib.sha256()
    for quad in quads:
        whole.update(f"{quad}\n".encode())
    return whole.hexdigest()[:16]
