"""Names of organisations that say themselves what they name.

1. Head last: a run that ends in a head word (`Rivers Export Board`), an article and first words of
   sentences cut off. A weak head (`Office`, `Group`) needs a word before it that is no office or first
   word.
2. Head first: a head word with `of`, `for` or `on` and the capitalised words after it, and so on; where the
   head takes fields, `and`, `&` and commas go on to the next run unless that holds a head of its own.
3. To the left, `and` and `&` join a run (`the Securities and Exchange Commission`) where an article, or
   `of`, or the sentence begins before it.
   In some names the head is the first word (`Banco Azul`).
   An acronym in brackets that the whole spells tells how far commas and `and` go on (`the University of
   Mining, Energy and Rivers (UMER)`).
4. An acronym in brackets after a name whose first letters it spells makes the run a name of the same kind
   as its head; where there is none, of an organisation, unless the run is a place, a subject or a measure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from policygraph.lexicon import flat
from policygraph.reader.names.names import Run, Word, trimmed
from policygraph.reader.text import word_class as wc
from policygraph.reader.text.word_class import head_kind, is_place, lexicon_set

__all__ = ["HEADS", "OF", "FoundName", "acronym_after", "named_by_head", "reached", "spelt"]

_BRACKET = re.compile(r" \(([A-Z][\w&@.-]{0,14})[;,)]")
_BETWEEN_WORDS = re.compile(r"[\s&-]+")
OF = {" of ", " of the ", " for ", " for the ", " on ", " of\n", " du ", " de ", " et ", " on the "}
_AND = {" and ", " & "}
_GOES_ON = {" and ", " & ", ", and ", ", "}
HEADS = wc.HEAD | wc.LEAD_HEAD
"""What the last word of a run is where it has a name that says itself what it names."""
_MOST_FIELDS = 4
"""Fields by which an acronym may show that a name goes on."""
_SURE = 3
"""Letters of an acronym that may show it."""
_MOST_RUNS = 12
"""Runs of capitalised words that one name may have."""


@dataclass(slots=True)
class FoundName:
    """A name of an organisation at one place: its kind, and the acronym that follows it, if one does."""

    start: int
    end: int
    kind: str
    acronym: str | None = None
    runs: tuple[Run, ...] = ()


def named_by_head(text: str, runs: list[Run], at: int) -> FoundName | None:
    """The organisation whose name begins in, or by `and` just before, the run at this place: by its head."""
    run = runs[at]
    words = run.core
    if not words or not words[-1].bits & HEADS:
        return _named_by_first(run, words) if words and words[0].bits & wc.FIRST_HEAD else None
    joined = [run]
    kind = head_kind(words[-1].text)
    if words[-1].bits & wc.LEAD_HEAD:
        joined += _rightward(text, runs, at, words[-1].text)
    if len(joined) == 1 and (kind is None or not _stands(words)):
        return None
    if len(words) > 1:
        kind = head_kind(f"{words[-2].text} {words[-1].text}") or kind
    start, end = words[0].start, joined[-1].words[-1].end
    left = _leftward(text, runs, at, words) if len(joined) == 1 or words[0] is run.words[0] else None
    if left is not None:
        joined.insert(0, left)
        start = left.core[0].start
    if text[start:end] in lexicon_set("bodies", "generic") or is_place(text[start:end]):
        return None
    return FoundName(start, end, kind or "other", None, tuple(joined))


def _named_by_first(run: Run, words: list[Word]) -> FoundName | None:
    """The organisation whose name begins with its head (`Banco Azul`); none where a thing ends it."""
    if len(words) == 1 or words[-1].bits & wc.THING:
        return None
    kind = flat("bodies", "first_heads")[words[0].text.lower()]
    return FoundName(words[0].start, words[-1].end, kind, None, (run,))


def acronym_after(text: str, words: list[Word]) -> tuple[str, int, int] | None:
    """The acronym in brackets after these words that they spell: it, the first word of it, and its end."""
    found = _BRACKET.match(text, words[-1].end, words[-1].end + 20)
    if found is None:
        return None
    acronym = found[1].rstrip(".")
    letters = "".join(c.lower() for c in acronym if c.isupper())
    if len(letters) < 2:  # `Acme Holdings (Acme)`
        return (acronym, 0, found.end()) if any(word.text == acronym for word in words) else None
    for first, word in enumerate(words):
        if word.text[0].lower() == letters[0] and spelt(letters, text[word.start : words[-1].end].lower()):
            return acronym, first, found.end()
    return None


def reached(text: str, runs: list[Run], at: int, name: FoundName, brackets: set[int]) -> FoundName | None:
    """The name as far as an acronym in brackets tells that it goes on; None where none does."""
    joined = list(name.runs)
    while at < len(runs) and runs[at].start < name.end:
        at += 1
    for run in runs[at : at + _MOST_FIELDS]:
        if run.taken or text[joined[-1].end : run.start] not in _GOES_ON:
            return None
        joined.append(run)
        if run.end in brackets:
            spelt = acronym_after(text, trimmed([word for one in joined for word in one.words]))
            if spelt is None or spelt[1] or len(spelt[0]) < _SURE:
                return None
            return FoundName(name.start, run.end, name.kind, spelt[0], tuple(joined))
    return None


def spelt(letters: str, name: str) -> bool:
    """Whether the letters, or of four and more all but one, come in order as first letters of words.

    The last two may stand within a word (`PwC`, `TeleCom`).
    """
    words = _BETWEEN_WORDS.split(name)
    firsts = iter([word[:1] for word in words])
    if all(letter in firsts for letter in letters):
        return True
    at = hits = 0
    for word in words:
        if at == len(letters) or word[:1] != letters[at]:
            continue
        at, hits, place = at + 1, hits + 1, 0
        while len(letters) - 2 <= at < len(letters) and (place := word.find(letters[at], place + 1)) > 0:
            at += 1
    return at >= len(letters) - (len(letters) > 3) and hits >= 2


def _stands(words: list[Word]) -> bool:
    """Whether a name that ends in a head is one: never a head alone, nor a weak one after an office."""
    if len(words) == 1 or not words[-1].bits & wc.WEAK_HEAD or words[-2].possessive:
        return len(words) > 1
    return any(not word.bits & wc.OFFICE or word.bits & wc.BODY_OPENER for word in words[:-1])


def _rightward(text: str, runs: list[Run], at: int, head: str) -> list[Run]:
    found: list[Run] = []
    fields = head in lexicon_set("bodies", "joins_fields")
    for place in range(at + 1, min(at + _MOST_RUNS, len(runs))):
        before, run = runs[place - 1], runs[place]
        link = text[before.end : run.start]
        if before.words[-1].possessive or run.taken or run.words[0].bits & (wc.CALENDAR | wc.HONORIFIC):
            break
        if link not in OF and not (fields and found and _adds_field(text, runs, place, link)):
            break
        found.append(run)
    if found and found[-1].words[-1].text in lexicon_set("places", "demonyms"):
        found.pop()  # `Commission of the Rivers' parliament` in small letters: the name ended before
    return found


def _adds_field(text: str, runs: list[Run], at: int, link: str) -> bool:
    """Whether `and X`, or `, X` with another to come, goes on with the field of a ministry or board."""
    run = runs[at]
    first, last = run.words[0], run.words[-1]
    if link == ", ":
        if at + 1 >= len(runs) or not first.bits & wc.FIELD:
            return False
        following = text[run.end : runs[at + 1].start]
        return following in _GOES_ON and bool(runs[at + 1].words[0].bits & wc.FIELD)
    has_head = head_kind(last.text) is not None and not last.bits & wc.FIELD
    return link in _AND and not has_head and not first.bits & wc.OFFICE


def _leftward(text: str, runs: list[Run], at: int, words: list[Word]) -> Run | None:
    """The run that `and` joins to the front of a name (`the Securities and Exchange Commission`)."""
    if at == 0 or words[0] is not runs[at].words[0] or words[0].gap not in _AND:
        return None
    left = runs[at - 1]
    inner = left.core
    if left.taken or not 0 < len(inner) < 5 or left.words[-1].possessive or is_place(inner[-1].text):
        return None
    is_field = any(word.bits & wc.FIELD or word.text in lexicon_set("bodies", "fields") for word in inner)
    has_head = head_kind(inner[-1].text) and inner[-1].text not in lexicon_set("bodies", "fields")
    opened = inner[0] is not left.words[0] or text.endswith("the ", 0, left.start)
    return left if is_field and not has_head and opened else None
