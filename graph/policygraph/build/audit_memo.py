"""What earlier audits found, kept by family in the cache; the one place that uses SQLite.

1. A family is known by a hash of everything in it and of the code that checks it, as it was loaded, so what
   is kept may be missing, and is never out of date. Where the code on disk is no longer what was loaded, it
   cannot be told which of the two found what: nothing is kept.
2. The cache is a convenience. Where the file cannot be opened, read or written, or another process is writing
   it, the audit does without; a damaged one is thrown away, and so is an entry that is not as it was written.
3. What audits did not ask for is forgotten after a few that found anything new.
4. The file is written once, when the audit is over: other processes may read and write it meanwhile.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from policygraph.audit.records.findings import Found
from policygraph.audit.records.found_text import from_text, to_text
from policygraph.paths import package_dir
from policygraph.version import __version__

__all__ = ["LOADED", "NAME", "AuditMemo", "audit_memo", "rules", "rules_files"]

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
_COLUMNS: Final = ["digest", "body", "seal", "turn"]
_DAMAGED: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


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
        self._new: dict[str, str] = {}
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
        """Keep what was found in it, once the audit is over."""
        self._new[_key(digest)] = to_text(found)

    def keep(self) -> None:
        """Write what was put, if anything was, and forget what nobody asks for (3.)."""
        if self._database is None or not self._new or rules() != LOADED:
            return
        rows = [(key, body, _hash(key, body), self._turn) for key, body in self._new.items()]
        try:
            with self._database as database:
                database.executemany("INSERT OR REPLACE INTO found VALUES (?, ?, ?, ?)", rows)
                asked = ((self._turn, key) for key in self._asked)
                database.executemany("UPDATE found SET turn = ? WHERE digest = ?", asked)
                database.execute("DELETE FROM found WHERE turn <= ?", (self._turn - _TURNS,))
        except sqlite3.Error as error:
            self._give_up(error)

    def close(self) -> None:
        """Let go of the file; what was not kept is gone."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """What a query gives; nothing, from then on, where the file does not serve."""
        if self._database is None:
            return []
        try:
            return self._database.execute(query, values).fetchall()
        except sqlite3.Error as error:
            self._give_up(error)
            return []

    def _give_up(self, error: sqlite3.Error) -> None:
        self.close()
        if _damaged(error):
            _dropped(self._file)


def _opened(file: Path) -> sqlite3.Connection | None:
    """The database, made anew where the file is damaged or holds another table; None where neither can be."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(file, timeout=_WAIT)
    except (OSError, sqlite3.Error):
        return None
    try:
        database.execute(_TABLE)
        if [row[1] for row in database.execute("PRAGMA table_info(found)")] == _COLUMNS:
            return database
        useless = True
    except sqlite3.Error as error:
        useless = _damaged(error)
    database.close()
    return _opened(file) if useless and _dropped(file) else None


def _damaged(error: sqlite3.Error) -> bool:
    """Whether that is what the error says of the file."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGED


def _dropped(file: Path) -> bool:
    """Take the file away; whether it is gone.

    Its journal goes first: one left behind may be played back into the next file.
    """
    try:
        file.with_name(f"{file.name}-journal").unlink(missing_ok=True)
        file.unlink()
    except OSError:
        return False
    return True


def _key(digest: str) -> str:
    return _hash(LOADED, digest)


def rules() -> str:
    """A hash of the code that the findings of a family depend on, as it is on disk."""
    package = package_dir()
    return _hash(__version__, *(f"{name} {_content(package / name)}" for name in rules_files()))


def rules_files() -> list[str]:
    """The files of that code, in the package: the checks, and what they reckon with."""
    package = package_dir()
    files = [*package.glob("*.py"), *(package / "audit").rglob("*.py")]
    return sorted(file.relative_to(package).as_posix() for file in files)


def _content(file: Path) -> str:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError as error:  # it is being changed just now
        return f"unreadable: {error.errno}"


def _hash(*texts: str) -> str:
    return hashlib.sha256("\n".join(texts).encode("utf-8", "surrogatepass")).hexdigest()


LOADED: Final = rules()
"""As the code was when it was loaded: what a process finds is found by this, whatever is on disk by then."""
