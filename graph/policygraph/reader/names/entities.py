"""People and organisations of a document together, since each tells what the other is not.

1. Known names first, then organisations by head word or acronym, then people, then organisations by cues;
   each takes its runs of capitalised words, and what is taken is not read again. A code of money or
   of a time (`FY2024`) is none.
2. Mentions of one organisation are put together: by IRI, by acronym, by key, and as shorter forms.
3. Each entry says in a sentence why it resolved to a registered entity, or why not.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter

from policygraph.reader.document import Document
from policygraph.reader.figures.measures import measures_of
from policygraph.reader.names.bodies import headed_bodies, known_bodies
from policygraph.reader.names.body_aliases import aliased
from policygraph.reader.names.body_cues import cued_bodies
from policygraph.reader.names.body_words import capital_bodies, owned_committees, small_bodies
from policygraph.reader.names.entries import Known
from policygraph.reader.names.found import Covered, FoundBody
from policygraph.reader.names.gazetteer import Gazetteer
from policygraph.reader.names.merging import merged_bodies, without_suffix
from policygraph.reader.names.names import Run, Word, runs_of
from policygraph.reader.names.office_bodies import name_office_bodies
from policygraph.reader.names.people import find_people
from policygraph.reader.names.resolving import read_body, read_person, together
from policygraph.reader.reading import ReadBody, ReadPerson
from policygraph.reader.text import word_class as wc
from policygraph.reader.text.sentences import Sentence

__all__ = ["Named", "read_names"]


_SPAN, _END = attrgetter("span"), attrgetter("end")
_LONG = 24
"""A known name this long is not the beginning of another."""


@dataclass(frozen=True, slots=True)
class Named:
    """The people and bodies of a document, and every known name in it."""

    people: tuple[ReadPerson, ...]
    bodies: tuple[ReadBody, ...]
    known: tuple[Known, ...]

    def speaks(self, gazetteer: Gazetteer) -> bool:
        """Whether a registered person, measure or national organisation is named: it may speak for others."""
        if any(one.entity for one in self.people):
            return True
        if any(hit.entry.kind == "initiative" for hit in self.known):
            return True
        registered = (gazetteer.entry(one.entity) for one in self.bodies if one.entity)
        return any(entry is not None and entry.sort != "international" for entry in registered)


def read_names(document: Document, sentences: tuple[Sentence, ...], gazetteer: Gazetteer) -> Named:
    """People and organisations, in the order of their first mention."""
    text = document.text
    runs = runs_of(text, sentences)
    known = _whole(runs, gazetteer.find(text))
    runs = _around(runs, known)
    bodies = known_bodies(text, known)
    bodies += capital_bodies(text, runs)
    bodies += headed_bodies(text, runs)
    without_suffix(text, bodies, runs)
    registered = [hit for hit in known if hit.entry.kind == "person"]
    people = find_people(text, runs, {at: hit for hit in registered for at in range(hit.start, hit.end)})
    aliased(text, bodies, runs)
    cued = cued_bodies(text, runs, [span for body in bodies for span in body.spans])
    bodies += _without_codes(document, sentences, cued) if cued else []
    bodies += small_bodies(text, bodies)
    bodies += owned_committees(text, bodies)
    bodies = merged_bodies(bodies, runs)
    name_office_bodies(text, people, bodies, sentences)
    read = together([read_body(body, text, gazetteer) for body in bodies])
    iris = {one.entity for one in read if one.entity}
    told = [read_person(one, document, gazetteer, iris) for one in people]
    return Named(tuple(sorted(told, key=_SPAN)), tuple(sorted(read, key=_SPAN)), known)


def _without_codes(
    document: Document, sentences: tuple[Sentence, ...], found: list[FoundBody]
) -> list[FoundBody]:
    """Those whose name is not the code of a money or a time.

    The measures are asked for once: what is remembered of them is found by all sentences.
    """
    has_money, is_time = document.land.has_money, measures_of(document, sentences).is_time
    return [body for body in found if not has_money(body.names[0]) and not is_time(body.spans[0][0])]


def _whole(runs: list[Run], known: tuple[Known, ...]) -> tuple[Known, ...]:
    """The known names without those that only begin a longer name with a head word (`Guardian Council`)."""
    short = {hit.start for hit in known if hit.entry.kind == "body" and hit.end - hit.start <= _LONG}
    if not short:
        return known
    last = {
        word.start: run.words[-1].start
        for run in runs
        if run.last & wc.HEAD
        for word in run.words
        if word.start in short
    }
    return tuple([hit for hit in known if hit.start not in last or hit.end >= last[hit.start]])


def _around(runs: list[Run], known: tuple[Known, ...]) -> list[Run]:
    """The runs without the words of known names that are no people."""
    others = [hit for hit in known if hit.entry.kind not in {"person", "post", "place"}]
    covered = Covered([(hit.start, hit.end) for hit in others])
    cut: list[Run] = []
    done = 0
    for hit in others:
        first = bisect_right(runs, hit.start, lo=done, key=_END)
        cut += runs[done:first]
        done = first
        while done < len(runs) and runs[done].start < hit.end:
            cut += _parts(runs[done], covered)
            done += 1
    return cut + runs[done:]


def _parts(run: Run, covered: Covered) -> list[Run]:
    """What is left of a run outside what is covered."""
    cut: list[Run] = []
    part: list[Word] = []
    for word in [*run.words, None]:
        if word is not None and not covered.touches(word.start, word.end):
            part.append(word)
        elif part:
            cut.append(Run(part, run.first and part[0] is run.words[0], taken=run.taken))
            part = []
    return cut
