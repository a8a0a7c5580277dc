"""Mentions of one organisation put together.

1. The same IRI, the same name in any case, the same key, or an acronym that a name was given or spells; an
   acronym of at least four letters with two of them changed about is the same.
2. A shorter form: a company's name without its suffix, or two words and more that begin or end another's;
   the chambers and the cabinet by their last word.
3. A head word alone with a capital (`the Council`) is a further mention of the one body whose head it is.
Each name is looked up under all its forms, so that time grows with the number of mentions and no faster.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from policygraph.reader.found import FoundBody
from policygraph.reader.lexicon import flat
from policygraph.reader.name_key import body_key
from policygraph.reader.names import Run
from policygraph.reader.word_class import head_kind, lexicon_set

__all__ = ["initials", "merged_bodies"]

_LONGEST = 14
"""Words of a name that are compared."""


def merged_bodies(bodies: list[FoundBody], runs: list[Run]) -> list[FoundBody]:
    """One entry for each organisation, in the order of the text."""
    groups: list[FoundBody] = []
    owners: dict[str, FoundBody] = {}
    for body in sorted(bodies, key=lambda one: (-len(one.names[0]), one.spans[0])):
        owner = next(
            (owners[form] for form in _asked(body) if form in owners and _agree(owners[form], body)), None
        )
        if owner is None:
            groups.append(body)
        else:
            _join(owner, body)
        for name in body.names:
            for form in _offered(name, body):
                owners.setdefault(form, owner or body)
    _bare_heads(groups, runs)
    for one in groups:
        one.spans, one.names = sorted(set(one.spans)), list(dict.fromkeys(one.names))
    return sorted(groups, key=lambda one: one.spans[0])


def initials(name: str) -> str:
    """The first letters of the words that begin with a capital.

    >>> initials("Bank of the Rivers")
    'BR'
    """
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper())


def _join(owner: FoundBody, body: FoundBody) -> None:
    """More about the owner; what is told twice is cut when all are together."""
    owner.spans += body.spans
    owner.names += body.names
    owner.acronym = owner.acronym or body.acronym
    owner.iri = owner.iri or body.iri
    if (owner.kind == "other" and body.headed) or (body.known and not owner.known):
        owner.kind, owner.known = body.kind, owner.known or body.known


def _agree(one: FoundBody, other: FoundBody) -> bool:
    return one.iri is None or other.iri is None or one.iri == other.iri


def _asked(body: FoundBody) -> Iterator[str]:
    """The forms under which a body may already be there."""
    if body.iri:
        yield f"iri {body.iri}"
    if body.acronym:
        yield f"acronym {body.acronym}"
    for name in body.names:
        low = name.lower()
        yield f"name {low}"
        yield f"key {body_key(name)}"
        yield f"start {name}"
        if " " in name or low in flat("bodies", "small_names"):
            yield f"end {low}"
        if name.isupper() and " " not in name:
            yield f"acronym {name}"
            if len(name) > 1 + (not body.known):
                yield f"initials {name.replace('.', '')}"
            if len(name) > 3:
                yield f"letters {name[0]}{''.join(sorted(name))}"


def _offered(name: str, body: FoundBody) -> Iterator[str]:
    """The forms under which others may find this name."""
    words = name.split()[:_LONGEST]
    if body.iri:
        yield f"iri {body.iri}"
    if body.acronym:
        yield f"acronym {body.acronym}"
    yield f"name {name.lower()}"
    yield f"key {body_key(name)}"
    yield f"initials {initials(name)}"
    if name.isupper():
        yield f"letters {name[0]}{''.join(sorted(name))}"
    for at in range(1, len(words)):
        if at > 1 or all(_is_suffix(word) for word in words[at:]):
            yield f"start {' '.join(words[:at])}"
        yield f"end {' '.join(words[at:]).lower()}"


def _is_suffix(word: str) -> bool:
    return word.strip(".,") in lexicon_set("bodies", "corporate_suffixes") or head_kind(word) in {
        "company",
        "agency",
    }


def _bare_heads(groups: list[FoundBody], runs: list[Run]) -> None:
    by_head: dict[str, list[FoundBody]] = defaultdict(list)
    for one in groups:
        for word in {
            word for name in one.names for word in name.split() if head_kind(word) not in {None, "company"}
        }:
            by_head[word].append(one)
    if not by_head["House"]:
        by_head["House"] = [one for one in groups if one.kind == "legislature"]
    for run in runs:
        word = run.words[-1].text
        if (
            len(run.words) == 1 + (run.words[0].text == "The")
            and len(owners := by_head.get(word, [])) == 1
            and not run.taken
        ):
            run.taken = True
            owners[0].spans.append((run.words[-1].start, run.words[-1].end))
            owners[0].names.append(word)
