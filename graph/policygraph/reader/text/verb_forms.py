"""The forms of English verbs, regular or listed in `words.yaml`."""

from __future__ import annotations

from collections.abc import Iterable

from policygraph.lexicon import section
from policygraph.reader.text.word_class import lexicon_set

__all__ = ["forms_of", "verb_forms"]


def verb_forms(verbs: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Each form of each verb, with the verb and the form: b(ase), s, d(one: past, participle), g (-ing)."""
    found: dict[str, tuple[str, str]] = {}
    for verb in verbs:
        for form, kind in forms_of(verb):
            found.setdefault(form, (verb, kind))
    return found


def forms_of(verb: str) -> list[tuple[str, str]]:
    """The forms of an English verb.

    >>> [form for form, kind in forms_of("notify")]
    ['notify', 'notifies', 'notified', 'notifying']
    """
    irregular = section("words", "irregular").get(verb)
    stem = verb + verb[-1] if verb in lexicon_set("words", "doubled") else verb
    if verb.endswith("e"):
        past, going = verb + "d", verb[:-1] + "ing"
    elif verb[-1] == "y" and verb[-2] not in "aeiou":
        past, going = verb[:-1] + "ied", verb + "ing"
    else:
        past, going = stem + "ed", stem + "ing"
    pasts = dict.fromkeys(irregular or [past])
    return [(verb, "b"), (_third(verb), "s"), *((form, "d") for form in pasts), (going, "g")]


def _third(verb: str) -> str:
    if verb[-1] == "y" and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
