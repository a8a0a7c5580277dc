"""Mentions of one organisation put together.

1. The same IRI, the same name in any case, the same key, or an acronym that a name was given or spells; an
   acronym of at least four letters with two of them changed about is the same.
2. A shorter form: a company's name without its suffix, or two words and more that begin or end another's;
   the chambers and the cabinet by their last word.
3. A head word alone with a capital (`the Council`) is a further mention of the one body whose head it is.
4. Before all else a company is named without its suffix too, where two words or more are left (`Quillon Foods
   Ltd`, `Quillon Foods`): then no person has that name.
Each name is looked up under all its forms, so that time grows with the number of mentions and no faster.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import chain

from policygraph.lexicon import flat
from policygraph.reader.names.body_names import HEADS
from policygraph.reader.names.found import FoundBody
from policygraph.reader.names.name_key import body_key
from policygraph.reader.names.names import Run
from policygraph.reader.text.word_class import head_kind, lexicon_set

__all__ = ["initials", "merged_bodies", "without_suffix"]

_LONGEST = 14
"""Words of a name that are compared."""
_REMEMBERED = 4096
"""Names whose forms are kept in mind: articles name the same organisations again and again."""


def merged_bodies(bodies: list[FoundBody], runs: list[Run]) -> list[FoundBody]:
    """One entry for each organisation, in the order of the text."""
    groups: list[FoundBody] = []
    owners: dict[str, FoundBody] = {}
    offered: set[str] = set()
    for body in sorted(bodies, key=lambda one: (-len(one.names[0]), one.spans[0])):
        owner = _owner(body, owners)
        if owner is None:
            owner = body
            groups.append(body)
        else:
            _join(owner, body)
        for form in _own(body):
            owners.setdefault(form, owner)
        for name in body.names:
            if name not in offered:
                offered.add(name)
                for form in _offered(name):
                    owners.setdefault(form, owner)
    _bare_heads(groups, runs)
    for one in groups:
        one.spans, one.names = sorted(set(one.spans)), list(dict.fromkeys(one.names))
    return sorted(groups, key=lambda one: one.spans[0])


def initials(name: str) -> str:
    """The first letters of the words that begin with a capital.

    >>> initials("Bank of the Rivers")
    'BR'
    """
    return "".join([word[0] for word in name.replace("-", " ").split() if word[0].isupper()])


def _join(owner: FoundBody, body: FoundBody) -> None:
    """More about the owner; what is told twice is cut when all are together."""
    owner.spans += body.spans
    owner.names += body.names
    owner.acronym = owner.acronym or body.acronym
    owner.iri = owner.iri or body.iri
    if (owner.kind == "other" and body.headed) or (body.known and not owner.known):
        owner.kind, owner.known = body.kind, owner.known or body.known


def _owner(body: FoundBody, owners: Mapping[str, FoundBody]) -> FoundBody | None:
    """The first organisation that goes by a form of this one, and by no other IRI."""
    asked = chain(_own(body), *[_asked(name, body.known) for name in body.names])
    for form in filter(owners.__contains__, asked):
        one = owners[form]
        if one.iri is None or body.iri is None or one.iri == body.iri:
            return one
    return None


def _own(body: FoundBody) -> list[str]:
    """The forms of a body that are no form of a name of it."""
    own = [f"iri {body.iri}"] if body.iri else []
    return [*own, f"acronym {body.acronym}"] if body.acronym else own


@lru_cache(maxsize=_REMEMBERED)
def _asked(name: str, known: bool) -> tuple[str, ...]:
    """The forms of a name under which its body may already be there."""
    low = name.lower()
    forms = [f"name {low}", f"key {body_key(name)}", f"start {name}"]
    if " " in name or low in flat("bodies", "small_names") or name in lexicon_set("bodies", "short_chambers"):
        forms.append(f"end {low}")
    if name.isupper() and " " not in name:
        forms.append(f"acronym {name}")
        if len(name) > (1 if known else 2):
            forms.append(f"initials {name.replace('.', '')}")
        if len(name) > 3:
            forms.append(f"letters {name[0]}{''.join(sorted(name))}")
    return tuple(forms)


@lru_cache(maxsize=_REMEMBERED)
def _offered(name: str) -> tuple[str, ...]:
    """The forms of a name under which others may find its body."""
    low = name.lower()
    forms = [f"name {low}", f"key {body_key(name)}", f"initials {initials(name)}"]
    if name.isupper():
        forms.append(f"letters {name[0]}{''.join(sorted(name))}")
    words = name.split()[:_LONGEST]
    for at in range(1, len(words)):
        if at > 1 or all(_is_suffix(word) for word in words[at:]):
            forms.append(f"start {' '.join(words[:at])}")
        forms.append(f"end {' '.join(words[at:]).lower()}")
    return tuple(forms)


def _is_suffix(word: str) -> bool:
    return word.strip(".,") in lexicon_set("bodies", "corporate_suffixes") or head_kind(word) in {
        "company",
        "agency",
    }


def _bare_heads(groups: list[FoundBody], runs: list[Run]) -> None:
    alone = [
        run
        for run in runs
        if run.last & HEADS
        and not run.taken
        and len(run.words) == 1 + (run.words[0].text == "The")
        and (run.words[-1].text == "House" or head_kind(run.words[-1].text) not in {None, "company"})
    ]
    owners = _by_head(groups, {run.words[-1].text for run in alone}) if alone else {}
    for run in alone:
        last = run.words[-1]
        if len(owners[last.text]) == 1:
            run.taken = True
            owner = owners[last.text][0]
            owner.spans.append((last.start, last.end))
            owner.names.append(last.text)


def _by_head(groups: list[FoundBody], heads: set[str]) -> dict[str, list[FoundBody]]:
    """Who has each head word in a name; `House` is else that of a legislature."""
    words = [set(" ".join(one.names).split()) for one in groups]
    owners = {
        head: [one for one, inside in zip(groups, words, strict=True) if head in inside] for head in heads
    }
    if "House" in heads and (head_kind("House") is None or not owners["House"]):
        owners["House"] = [one for one in groups if one.kind == "legislature"]
    return owners


def without_suffix(text: str, bodies: list[FoundBody], runs: list[Run]) -> None:
    """More mentions of companies that are named with a suffix; their runs are marked as taken."""
    stems = {stem: body for body in bodies for name in body.names if (stem := _stem(name))}
    for run in runs if stems else ():
        words = run.core
        if run.taken or len(words) < 2:
            continue
        start, end = words[0].start, words[-1].end
        if (owner := stems.get(text[start:end])) is not None:
            run.taken = True
            owner.spans.append((start, end))
            owner.names.append(text[start:end])


@lru_cache(maxsize=_REMEMBERED)
def _stem(name: str) -> str:
    """A company's name without its suffixes; nothing where it has none, or one word alone is left."""
    words = name.split()
    left = len(words)
    while left and words[left - 1].strip("().,") in lexicon_set("bodies", "corporate_suffixes"):
        left -= 1
    return " ".join(words[:left]).rstrip(",") if 1 < left < len(words) else ""
