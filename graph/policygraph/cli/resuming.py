"""A file of JSON lines that a run cut short may go on with: what is in it, and what it was read from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

from policygraph.cli.output import shown_path
from policygraph.errors import Problem, UsageError

if TYPE_CHECKING:
    from policygraph.reader.document import Document
    from policygraph.reader.files.inputs import Part

__all__ = ["appended", "done_in", "fresh", "hash_of"]


def done_in(out: Path) -> dict[str, str]:
    """Articles that an earlier run wrote, by id; a last line that was cut short is taken off.

    Raises UsageError where the file is something else.
    """
    if not out.is_file():
        return {}
    done: dict[str, str] = {}
    whole = 0
    with out.open("rb") as lines:
        for line in lines:
            try:
                row = json.loads(line) if line.endswith(b"\n") else None
            except ValueError:
                row = None
            if not isinstance(row, dict) or "id" not in row:
                break
            done[str(row["id"])] = str(row.get("sha256"))
            whole += len(line)
    if whole < out.stat().st_size:
        with out.open("r+b") as file:
            if file.seek(whole) == 0 and done == {}:
                raise UsageError(
                    f"{out} is there and was not written by `policygraph read`: name another file"
                )
            file.truncate(whole)
    return done


@contextmanager
def appended(out: Path) -> Iterator[None]:
    """What is printed goes to the end of the file, line by line; one that would be empty is not left there.

    Raises KeyboardInterrupt, where it is interrupted, with a sentence on what has become of it.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    new = not out.exists()
    try:
        with out.open("a", encoding="utf-8") as file, redirect_stdout(file):
            yield
    except KeyboardInterrupt:
        told = f"what was read so far is in {shown_path(out)}; the same command goes on from there"
        raise KeyboardInterrupt(told) from None
    finally:
        if new and not out.stat().st_size:
            out.unlink()


def fresh(parts: Iterable[Part], done: Mapping[str, str], proposer: str = "") -> Iterator[Part]:
    """The parts without the articles that are done.

    Whoever shares out the work asks for them, so that no other process holds a list of what is done; lines
    are read only where there is such a list.
    """
    if not done:
        yield from parts
        return
    from policygraph.reader.files.inputs import documents_of

    for part in parts:
        for one in documents_of(part):
            if isinstance(one, Problem) or done.get(one.id) != hash_of(one, proposer):
                yield one


def hash_of(document: Document, proposer: str = "") -> str:
    """What a row was read from: the text, what is known about it, and who else was asked."""
    known = f"{document.date}\0{document.country}\0{document.title}\0{document.text}"
    known += "".join(f"\0{one}" for one in (document.home, proposer) if one)
    return hashlib.sha256(known.encode("utf-8", "surrogatepass")).hexdigest()[:32]
