"""What earlier audits found, kept by family in the cache; the one place that uses SQLite.

1. A family is known by a hash of everything in it and of the code that checks it, so what is kept may be
   missing, and is never out of date.
2. The cache is a convenience. Where the file cannot be opened, read or written, or another process is writing
   it, the audit does without; a damaged one is thrown away, and so is an entry that is not as it was written.
3. What audits did not ask for is forgotten after a few that found anything new.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Final

from policygraph.audit.findings import Found
from policygraph.audit.found_text import from_text, to_text
from policygraph.paths import package_dir
from policygraph.version import __version__

__all__ = ["NAME", "AuditMemo", "audit_memo", "rules"]

NAME: Final = "audit.sqlite"
"""The file in the cache."""
_TURNS: Final = 16
"""What was not asked for in so many audits with something new is forgotten."""
_WAIT: Final = 0.1
"""Seconds to wait for another process."""
_TABLE: Final = """
    CREATE TABLE IF NOT EXISTS found (
        digest TEXT PRIMARY KEY, body TEXT NOT NULL, seal TEXT NOT NULL, turn INTEGER NOT NULL
    ) WITHOUT ROWID
"""
_DAMAGED: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR})


@contextmanager
def audit_memo(folder: Path) -> Iterator[AuditMemo]:
    """The memo in a cache folder, which is made if need be; what is put is kept if the block ends well."""
    memo = AuditMemo(folder / NAME)
    try:
        yield memo
        memo.keep()
    finally:
        memo.close()


class AuditMemo:
    """What was found, by the digest of the family; see `audit.run.Memo`."""

    def __init__(self, file: Path) -> None:
        self._file, self._database = file, _opened(file)
        self._asked: list[str] = []
        self._new = False
        ((last,),) = self._rows("SELECT max(turn) FROM found") or [(0,)]
        self._turn = int(last or 0) + 1

    def get(self, digest: str) -> Found | None:
        """What was found in this very family; None where that is not known."""
        key = _key(digest)
        self._asked.append(key)
        for body, seal in self._rows("SELECT body, seal FROM found WHERE digest = ?", key):
            if seal == _hash(key, body):
                return from_text(body)
        return None

    def put(self, digest: str, found: Found) -> None:
        """Keep what was found in it."""
        key, body = _key(digest), to_text(found)
        self._rows(
            "INSERT OR REPLACE INTO found VALUES (?, ?, ?, ?)", key, body, _hash(key, body), self._turn
        )
        self._new = True

    def keep(self) -> None:
        """Write what was put, if anything was, and forget what nobody asks for (3.)."""
        if self._new:
            for key in self._asked:
                self._rows("UPDATE found SET turn = ? WHERE digest = ?", self._turn, key)
            self._rows("DELETE FROM found WHERE turn <= ?", self._turn - _TURNS)
            self._rows("COMMIT")

    def close(self) -> None:
        """Let go of the file; what was not kept is gone."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def _rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """What a statement gives; nothing, from then on, where the file does not serve."""
        if self._database is None:
            return []
        try:
            return self._database.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            self.close()
            _drop_damaged(self._file, error)
            return []


def _opened(file: Path) -> sqlite3.Connection | None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(file, timeout=_WAIT)
    except (OSError, sqlite3.Error):
        return None
    try:
        database.execute(_TABLE)
    except sqlite3.Error as error:
        database.close()
        return _opened(file) if _drop_damaged(file, error) else None
    return database


def _drop_damaged(file: Path, error: sqlite3.Error) -> bool:
    """Take the file away if that is what the error says of it; whether it is gone."""
    if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _DAMAGED:
        return False
    try:
        file.unlink()
    except OSError:
        return False
    return True


def _key(digest: str) -> str:
    return _hash(rules(), digest)


@cache
def rules() -> str:
    """A hash of the code that the findings of a family depend on: the checks, and what they reckon with."""
    package = package_dir()
    files = sorted([*package.glob("*.py"), *package.glob("audit/*.py")])
    code = [f"{file.relative_to(package)} {_hash(file.read_text('utf-8'))}" for file in files]
    return _hash(__version__, *code)


def _hash(*texts: str) -> str:
    return hashlib.sha256("\n".join(texts).encode("utf-8", "surrogatepass")).hexdigest()
