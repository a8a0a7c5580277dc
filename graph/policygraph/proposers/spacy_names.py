"""A spaCy pipeline as a proposer of people and organisations.

1. Entities labelled PERSON (or PER) are people, ORG organisations; others are left out.
2. A possessive ending, and an article before an organisation, are no part of a name; a name that runs over a
   line break is none.
3. A single word that is the first or last of exactly one longer name of a person is a further mention of
   that person.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from policygraph.errors import MissingExtraError, UsageError
from policygraph.lexicon import phrases
from policygraph.proposers.contract import Proposal, Refused
from policygraph.reader.document import Document

__all__ = ["SpacyNames"]

_LISTS = {"PERSON": "people", "PER": "people", "ORG": "bodies"}
_LONGEST = 1_000_000
"""Characters that spaCy takes at once."""


@dataclass(frozen=True)
class SpacyNames:
    """A pipeline by its name, or the folder it is in.

    Making one loads it: raises MissingExtraError without spaCy, UsageError where there is no such pipeline.
    """

    model: str

    def __post_init__(self) -> None:
        _pipeline(self.model)

    @property
    def name(self) -> str:
        """`spacy MODEL`, of a folder its own name."""
        return f"spacy {Path(self.model).name}"

    def proposals(self, document: Document) -> tuple[Proposal | Refused, ...]:
        """The people and organisations that the pipeline sees, each once."""
        found: dict[str, dict[str, None]] = {"people": {}, "bodies": {}}
        for start in range(0, len(document.text), _LONGEST):
            for entity in _pipeline(self.model)(document.text[start : start + _LONGEST]).ents:
                if (kind := _LISTS.get(entity.label_)) and (name := _bare(entity.text, kind)):
                    found[kind][name] = None
        people = [
            Proposal("people", {"mentions": names, "post": None, "body": None}, self.name)
            for names in _together(found["people"])
        ]
        bodies = [
            Proposal("bodies", {"mentions": [name], "acronym": None, "kind": "other"}, self.name)
            for name in found["bodies"]
        ]
        return (*people, *bodies)


@lru_cache(maxsize=2)
def _pipeline(model: str) -> Any:
    try:
        import spacy
    except ImportError:
        raise MissingExtraError("spacy", "nlp") from None
    try:
        return spacy.load(model)
    except (OSError, ValueError, ImportError) as error:
        first = str(error).partition("\n")[0][:200]
        raise UsageError(
            f"--spacy {model}: no such pipeline ({first}); `python -m spacy download MODEL` gets one, "
            "and a folder that holds one may be named"
        ) from None


def _bare(text: str, kind: str) -> str:
    """The name alone (rule 2); empty where nothing is left."""
    name = text.strip()
    if "\n" in name:
        return ""
    for ending in ("'s", "’s"):
        name = name.removesuffix(ending)
    article, _, rest = name.partition(" ")
    return (
        rest.strip()
        if kind == "bodies" and article.lower() in phrases("resolve", "articles")
        else name.strip()
    )


def _together(names: Iterable[str]) -> list[list[str]]:
    """The names of each person, the fullest first (rule 3)."""
    groups = [[name] for name in names if " " in name]
    alone = [name for name in names if " " not in name]
    owners: dict[str, list[list[str]]] = {}
    for group in groups:
        words = group[0].split()
        for word in {words[0], words[-1]}:
            owners.setdefault(word, []).append(group)
    for name in alone:
        if len(owner := owners.get(name, [])) == 1:
            owner[0].append(name)
        elif not owner:
            groups.append([name])
    return groups
