"""Runs of capitalised words that hold more than one name, parted before names are looked for.

1. After `Bank of` or its kind an office, or a given name after a place, begins something new (`Bank of Rivers
   President Jo Noor`).
2. The head word of an organisation ends its name where a given name follows, without a word for a thing or a
   place, and an office or `of the` stands before it (`Chairman Rivers Export Board Jo Noor`).
3. An office in front of an organisation begins no name of one (`Chairman Rivers Export Board`).
"""

from __future__ import annotations

from itertools import pairwise

from policygraph.reader.names.body_names import OF
from policygraph.reader.names.names import Run, Word
from policygraph.reader.text import word_class as wc
from policygraph.reader.text.word_class import is_place, lexicon_set

__all__ = ["part_runs"]

_NO_PERSON = wc.HEAD | wc.THING | wc.PLACE_HEAD | wc.FIELD | wc.OFFICE | wc.PLACE
_OPENING = wc.OPENER | wc.CALENDAR
_FEWEST, _MOST = 2, 4
"""Words of a person's name."""
_OF_THE = (" of the ", " of ", " at the ", " at ", " for the ")


def part_runs(text: str, runs: list[Run]) -> None:
    """Part the runs, in place."""
    for at in [at for at, before in enumerate(runs[:-1], 1) if before.last & wc.LEAD_HEAD][::-1]:
        head, run = runs[at - 1].words[-1], runs[at]
        if len(run.words) > 1 and head.text != "Office" and text[head.end : run.start] in OF:
            part = _new_start(text, run)
            if part and not run.taken:
                runs[at : at + 1] = _cut(run, part)
    for at in [at for at, run in enumerate(runs) if len(run.words) > _FEWEST and not run.taken][::-1]:
        run = runs[at]
        part = 0 if run.last & wc.HEAD else _name_start(text, run)
        office = _office_end(run.words[:part] if part else run.words)
        if part or office:
            runs[at : at + 1] = _cut(run, *filter(None, (office, part)))


def _cut(run: Run, *places: int) -> list[Run]:
    bounds = [0, *places, len(run.words)]
    return [Run(run.words[start:end], run.first and not start) for start, end in pairwise(bounds)]


def _new_start(text: str, run: Run) -> int:
    """Where rule 1 parts a run; 0 for nowhere."""
    for at, word in enumerate(run.words):
        given = word.bits & wc.GIVEN and at + 1 < len(run.words) and not word.bits & wc.PLACE
        if word.bits & wc.OFFICE or (given and at and is_place(text[run.start : run.words[at - 1].end])):
            return at
    return 0


def _name_start(text: str, run: Run) -> int:
    """Where rule 2 parts a run; 0 for nowhere."""
    words = run.words
    if len(words) < _FEWEST + 2 or not any(word.bits & wc.GIVEN for word in words[_FEWEST:]):
        return 0
    head = next((at for at in range(len(words) - _FEWEST - 1, 0, -1) if words[at].bits & wc.HEAD), 0)
    office = any(word.bits & wc.OFFICE for word in words[:head])
    if not head or words[head].possessive or not (office or text.endswith(_OF_THE, 0, run.start)):
        return 0
    name = _without_titles(words[head + 1 :])
    fits = (
        _FEWEST <= len(name) <= _MOST
        and name[0].bits & wc.GIVEN
        and not any(w.bits & _NO_PERSON for w in name)
    )
    return head + 1 if fits else 0


def _office_end(words: list[Word]) -> int:
    """Where the name of an organisation begins after an office (rule 3); 0 for nowhere."""
    if not words[-1].bits & wc.HEAD:
        return 0
    end = 0
    for at, word in enumerate(words[:-_FEWEST], 1):
        if word.text in lexicon_set("people", "heading_offices"):
            end = at
        elif not word.bits & _OPENING and word.text.lower() not in lexicon_set("people", "office_modifiers"):
            break
    return end


def _without_titles(words: list[Word]) -> list[Word]:
    return words[next((at for at, word in enumerate(words) if not word.bits & wc.HONORIFIC), len(words)) :]
