"""Bodies that are part of each other: a chain of parents that comes back to where it began."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from policygraph.audit.lives.spans import grouped
from policygraph.audit.records.facts import Facts
from policygraph.audit.records.findings import Finding

__all__ = ["body_findings", "check_body_cycles"]

Links = Mapping[str, tuple[str, ...]]


def body_findings(facts: Facts) -> list[Finding]:
    """All that this module checks."""
    return check_body_cycles(facts)


def check_body_cycles(facts: Facts) -> list[Finding]:
    """Bodies that are their own ancestors: `body-cycle`, one for each set that all lead to each other.

    Linear where there is none: bodies without a parent among the rest are taken off, one after another, and
    only what is left is looked at closely.
    """
    names = {one.iri: one.name for one in facts.bodies}
    parents = _tangled({one.iri: one.parents for one in facts.bodies})
    children = _turned(parents)
    found: dict[tuple[str, ...], Finding] = {}
    seen: set[str] = set()
    for body in sorted(parents):
        if body in seen:
            continue
        above = _from(parents, body)
        if body in above:
            ring = tuple(sorted(above.keys() & _from(children, body).keys()))
            seen.update(ring)
            found[ring] = _finding(ring, _way_back(above, body), names)
    return list(found.values())


def _finding(ring: tuple[str, ...], way: list[str], names: Mapping[str, str]) -> Finding:
    first, *rest = [names.get(one) or one.rpartition("/")[2] for one in way]
    chain = ", which is part of ".join(rest)
    return Finding(
        kind="body-cycle",
        severity="major",
        about=ring,
        sentence=f"{first} is stated to be part of {chain}: no body can be part of itself.",
    )


def _tangled(parents: Links) -> Links:
    """The bodies that are left when those without a parent among the rest are taken off, again and again."""
    above = {body: {one for one in own if one in parents} for body, own in parents.items()}
    children = _turned(parents)
    free = [body for body, own in above.items() if not own]
    while free:
        body = free.pop()
        del above[body]
        for child in children.get(body, ()):
            if child in above:
                above[child].discard(body)
                if not above[child]:
                    free.append(child)
    return {body: tuple(sorted(own)) for body, own in above.items()}


def _turned(parents: Links) -> Links:
    pairs = sorted({(parent, body) for body, own in parents.items() for parent in own})
    return {
        parent: tuple(body for _, body in own) for parent, own in grouped(pairs, lambda one: one[0]).items()
    }


def _from(links: Links, start: str) -> dict[str, str]:
    """Everything that links lead to, each with the node before it; the start only where they come back."""
    before: dict[str, str] = {}
    todo = [start]
    for node in todo:
        for found in links.get(node, ()):
            if found not in before:
                before[found] = node
                todo.append(found)
    return before


def _way_back(before: Mapping[str, str], body: str) -> list[str]:
    """A shortest way from a body up to itself."""

    def steps() -> Iterator[str]:
        node = before[body]
        while node != body:
            yield node
            node = before[node]

    return [body, *reversed(list(steps())), body]
