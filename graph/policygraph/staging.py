"""A folder that is replaced whole: a lock for writers, a copy to work on, two renames to put it in place.

    .NAME.lock   held by who writes, and gone with the last of them
    .NAME.new    the copy that is being worked on; one that is left over means nothing
    .NAME.old    the folder as it was, for the moment between the renames

A process that is killed leaves the folder as it was or as it was to be: where only `.NAME.old` is there,
whoever comes next puts it back. One that is interrupted puts it back itself, and says which of the two it is.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from policygraph.atomic import sync_folder
from policygraph.errors import StoreError

__all__ = ["exchange", "settled", "staged"]


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """A copy of the folder to change, alone: other writers wait; `exchange` puts it in place.

    The copy is gone afterwards in any case. Files in it share their bytes with the folder's, so they are
    replaced, never changed in place. Raises StoreError where the folder's place cannot be written, and
    KeyboardInterrupt, where it is interrupted, with a sentence on what has become of the folder.
    """
    folder = folder.resolve()
    with _locked(folder):
        _recover(folder)
        copy = _beside(folder, "new")
        shutil.rmtree(copy, ignore_errors=True)
        made = False
        try:
            if folder.exists():
                shutil.copytree(folder, copy, copy_function=_linked)
            else:
                copy.mkdir()
            made = True
            yield copy
        except KeyboardInterrupt:
            in_place = made and not copy.exists()
            told = "everything had been written" if in_place else "nothing was written"
            raise KeyboardInterrupt(told) from None
        finally:
            shutil.rmtree(copy, ignore_errors=True)


def exchange(folder: Path) -> None:
    """Put the copy in the folder's place; to be called once, within `staged`."""
    folder = folder.resolve()
    old = _beside(folder, "old")
    for part in sorted(_beside(folder, "new").rglob("*")):
        if part.is_dir():
            sync_folder(part)
    try:
        if folder.exists():
            folder.rename(old)
        _beside(folder, "new").rename(folder)
    except BaseException:
        if old.exists() and not folder.exists():
            old.rename(folder)
        raise
    sync_folder(folder.parent)
    shutil.rmtree(old, ignore_errors=True)


def settled(folder: Path) -> bool:
    """Whether the folder is there, but for the moment between two renames.

    Waits while a process is between them, and puts back what a killed one has left. Either the folder or
    `.NAME.old` is there all that time, so who sees neither, and still no folder, knows that there is none.
    """
    folder = folder.resolve()
    while not folder.is_dir():
        if not _beside(folder, "old").exists():
            return folder.is_dir()
        with _locked(folder):
            _recover(folder)
    return True


def _recover(folder: Path) -> None:
    old = _beside(folder, "old")
    if old.exists() and not folder.exists():
        old.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _beside(folder: Path, part: str) -> Path:
    return folder.parent / f".{folder.name}.{part}"


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    lock = _beside(folder, "lock")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        handle = _held(lock)
    except OSError as error:
        raise StoreError(str(folder), f"cannot be locked: {error.strerror}") from None
    try:
        yield
    finally:
        with suppress(OSError):
            lock.unlink()
        os.close(handle)


def _held(lock: Path) -> int:
    """The lock, held; one that was taken away while it was waited for is none, and is made anew."""
    while True:
        handle = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(
                handle, fcntl.LOCK_EX
            )  # given back by the system when the process ends, whatever ends it
            if lock.stat().st_ino == os.fstat(handle).st_ino:
                return handle
        except FileNotFoundError:
            pass
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _linked(source: str, target: str) -> str:
    try:
        os.link(source, target)
    except OSError:  # a file system without hard links
        shutil.copy2(source, target)
    return target
