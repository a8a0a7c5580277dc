"""Verbs of deeds in all their forms, and which deed each tells with the words after it.

1. A verb tells the deed under which `actions.yaml` lists it.
2. With a particle next or after a short object (`set up`, `set money aside`) it tells the deed of the two
   together, and with `to be` further on (`wants the levy on oars to be cut`); a verb that is listed with
   particles alone is no deed without one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from policygraph.lexicon import groups, inverted, phrases, section
from policygraph.reader.text.verb_forms import verb_forms

__all__ = ["DeedForm", "deed_forms", "deed_nouns", "deed_verbs"]

_FAR, _FURTHER, _FAR_NOUN = 3, 14, 4
"""Words after a verb within which its particle stands, `into` after what is put, and its noun."""


class DeedForm(NamedTuple):
    """A form of a verb of a deed, and what the verb asks for."""

    alone: str
    """The deed without a particle; empty where it is none then."""
    form: str
    particles: Mapping[str, str]
    """The deed with each of the particles."""
    nouns: Mapping[str, str]
    """The deed with each of the nouns that say what is done."""
    passive_only: bool
    ahead_only: bool
    participle: bool
    """Whether the form may stand in the passive."""

    def action(self, after: Sequence[str]) -> str:
        """The deed, by the words after the verb; empty where it is none."""
        if self.nouns:
            for word in after[:_FAR_NOUN]:
                if word in self.nouns:
                    return self.nouns[word]
        if self.particles:
            for word in after[:_FAR]:
                if word in self.particles:
                    return self.particles[word]
            if "into" in self.particles and "into" in after[:_FURTHER]:
                return self.particles["into"]
            if "to" in self.particles and ("to", "be") in pairwise(_before_that(after[:_FURTHER])):
                return self.particles["to"]
        return self.alone


def _before_that(after: Sequence[str]) -> Sequence[str]:
    return after[: after.index("that")] if "that" in after else after


def deed_nouns() -> Mapping[str, str]:
    """The nouns of deeds, each with its deed.

    >>> deed_nouns()["inauguration"]
    'launch'
    """
    return inverted("actions", "nouns")


@cache
def deed_forms() -> Mapping[str, DeedForm]:
    """The forms of the verbs of deeds.

    >>> deed_forms()["scrapped"].action(()), deed_forms()["sets"].action(("up", "a"))
    ('other', 'establish')
    """
    particles: dict[str, dict[str, str]] = {}
    for action, verb, particle in _phrasal():
        particles.setdefault(verb, {})[particle] = action
    alone = {verb: action for action, verbs in groups("actions", "verbs").items() for verb in verbs}
    light, light_verbs = inverted("actions", "light"), phrases("actions", "light_verbs")
    pasts = {past for forms in section("words", "irregular").values() for past in forms}
    irregular, passive_only = section("words", "irregular"), phrases("actions", "passive_only")
    ahead_only = phrases("actions", "ahead_only")
    known: dict[str, DeedForm] = {}
    for form, (verb, kind) in verb_forms(dict.fromkeys([*alone, *particles, *light_verbs])).items():
        if form in pasts and verb not in irregular:
            continue  # `found` is of `find`, and not of `found`
        participle = kind == "d" or (kind == "b" and verb in irregular)
        known[form] = DeedForm(
            alone.get(verb, ""),
            kind,
            particles.get(verb, {}),
            light if verb in light_verbs else {},
            verb in passive_only,
            verb in ahead_only,
            participle,
        )
    return known


@cache
def deed_verbs() -> Mapping[str, tuple[str, ...]]:
    """The verbs of each deed, those that need a particle among them."""
    found = {action: list(verbs) for action, verbs in groups("actions", "verbs").items()}
    for action, verb, _ in _phrasal():
        found[action].append(verb)
    found["other"] += phrases("actions", "light_verbs")
    return {action: tuple(dict.fromkeys(verbs)) for action, verbs in found.items()}


def _phrasal() -> Iterator[tuple[str, str, str]]:
    for action, pairs in groups("actions", "phrasal").items():
        for pair in pairs:
            verb, _, particle = pair.partition(" ")
            yield action, verb, particle.split()[0]
