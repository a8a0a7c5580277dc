"""What is asked of a person about a name of an article; the rules are those of `names`."""

from __future__ import annotations

from policygraph.model.registry import Entity, Initiative
from policygraph.resolve.entries import ReadName
from policygraph.resolve.resolved import ALIASES, NAMES, Candidate

__all__ = ["whether_named", "whether_new", "whether_same"]


def whether_named(part: str, read: ReadName, name: str, slug: str) -> Candidate:
    """Whether what someone else than the reader saw is a name (rule 5); `slug` is what it means, if known."""
    said = {"kind": part, "name": name, "entity": slug}
    fact = {field: value for field, value in said.items() if value}
    return Candidate(NAMES, read.span, fact, (f"{read.origin} proposes it",), _key(part, read), read.origin)


def whether_new(part: str, read: ReadName, entry: Initiative) -> Candidate:
    """Whether it is a new measure, and of the kind that is proposed (rule 6)."""
    fact = {"kind": part, "name": entry.name, "measure": entry.kind}
    doubt = f"is it a new measure of this name? {entry.kind} is proposed as its kind"
    return Candidate(NAMES, read.span, fact, (doubt,), _key(part, read))


def whether_same(part: str, read: ReadName, entry: Entity, slug: str, why: str) -> Candidate:
    """Whether it is a spelling of a known name (rule 2)."""
    fact = {"kind": part, "entity": slug, "name": entry.name}
    key = f"{ALIASES}-{read.span[0]}-{read.span[1]}"
    return Candidate(ALIASES, read.span, fact, (f"{why}: is it the same?",), key)


def _key(part: str, read: ReadName) -> str:
    return f"{NAMES}-{part}-{read.span[0]}-{read.span[1]}"
