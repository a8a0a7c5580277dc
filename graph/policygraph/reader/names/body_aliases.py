"""Short names that an article gives an organisation right beside its name.

1. In brackets after any name of it: an acronym, or a name with a head word of its own; none where the bracket
   is within the name of a measure (`the Rivers Board (Pay) Act`).
2. After a mark and words that say so (`, also known as the REB,` or ` (REB for short)`), which a mark ends
   unless the letters are the first of its words. After `or` alone they must be.
3. Before it, where the letters are the first of its words: `REB (Rivers Export Board)`, `REB, short for the
   Rivers Export Board`.
"""

from __future__ import annotations

import re
from functools import cache

from policygraph.lexicon import phrases
from policygraph.reader.names.body_names import spelt
from policygraph.reader.names.found import FoundBody
from policygraph.reader.names.names import Run
from policygraph.reader.text import word_class as wc
from policygraph.reader.text.word_class import class_of, head_kind, lexicon_set

__all__ = ["aliased", "in_measure"]

_SHORT = r"[A-Z][\w@&-]{0,9}[A-Z@]"
_BRACKETED = re.compile(rf" \(({_SHORT}|[A-Z][\w ]{{2,30}})\)")
_TOLD = re.compile(
    rf"(?:,| \(| \[| [–—-]) ?((?:[a-z]+ ){{0,7}})[“\"‘']?({_SHORT})(?![\w’'-])[”\"’']?( (?:for|in) short\b)?"
)
_MARKS = (",", " (", " [", " –", " —", " -")
_CLOSING = (",", ";", ".", ")", "]", " –", " —", " -")
_IN_FRONT = re.compile(rf"(?<![\w@&-])({_SHORT})(?: \(|, ((?:[a-z]+ ){{1,4}}))\Z")
_FRONT = 40
_IN_MEASURE = re.compile(r" \([A-Z][^()\n]{1,40}\) ([A-Z][a-z]+)")


def aliased(text: str, bodies: list[FoundBody], runs: list[Run]) -> None:
    """Note the short names; what was taken for an organisation of its own by one is none."""
    by_start: dict[int, Run] = {}
    starts: dict[int, FoundBody] = {}
    gone: set[int] = set()
    for body in bodies:
        if id(body) in gone:
            continue
        for start, end in list(body.spans):
            alias = _after(text, start, end) or _before(text, start, end)
            if alias is None or (name := text[slice(*alias)]) in body.names:
                continue
            if not starts:
                starts = {span[0]: one for one in bodies for span in one.spans}
                by_start = {run.start: run for run in runs}
            body.acronym = body.acronym or (name if " " not in name else None)
            body.spans.append(alias)
            body.names.append(name)
            if (run := by_start.get(alias[0])) is not None:
                run.taken = True
            if (other := starts.get(alias[0])) is not None and other is not body:
                gone.add(id(other))
    bodies[:] = [body for body in bodies if id(body) not in gone]


def _after(text: str, start: int, end: int) -> tuple[int, int] | None:
    if not text.startswith(_MARKS, end):
        return None
    found = _BRACKETED.match(text, end)
    if found is not None:
        fits = _is_alias(found[1]) and not in_measure(text, end)
        return found.span(1) if fits else None
    found = _TOLD.match(text, end)
    if found is None:
        return None
    spells = _spells(found[2], text[start:end])
    words = [word for word in found[1].split() if word not in lexicon_set("bodies", "alias_adverbs")]
    told = " ".join(words[:-1] if words[-1:] == ["the"] else words)
    if told in phrases("bodies", "alias_words") or (found[3] and not told):
        return found.span(2) if spells or text.startswith(_CLOSING, found.end()) else None
    return found.span(2) if spells and (told == "or" or text[end + 1] == "[") else None


def _before(text: str, start: int, end: int) -> tuple[int, int] | None:
    if not text.endswith(_fronts(), 0, start):
        return None
    found = _IN_FRONT.search(text, max(0, start - _FRONT), start)
    if found is None or not _spells(found[1], text[start:end]) or len(found[1]) < len("REB"):
        return None
    if found[2] is None:
        return found.span(1) if text.startswith(")", end) else None
    return (
        found.span(1) if found[2].removesuffix("the ").strip() in phrases("bodies", "alias_fronts") else None
    )


@cache
def _fronts() -> tuple[str, ...]:
    told = phrases("bodies", "alias_fronts")
    return (" (", *[f" {words} {the}" for words in told for the in ("", "the ")])


def _spells(short: str, name: str) -> bool:
    """Whether the letters are the first of the name's words."""
    letters = "".join(letter.lower() for letter in short if letter.isupper())
    return len(letters) > 1 and name[:1].lower() == letters[0] and spelt(letters, name.lower())


def _is_alias(name: str) -> bool:
    """Whether what stands in brackets is an acronym, or a name with a head word of its own."""
    return " " not in name or head_kind(name.rpartition(" ")[2]) is not None


def in_measure(text: str, end: int) -> bool:
    """Whether a bracket after a name goes on as that of a measure (`Rivers Board (Amendment) Act`)."""
    found = _IN_MEASURE.match(text, end)
    return found is not None and class_of(found[1]) & wc.THING != 0
