"""Proposed people, bodies and measures: every mention must be in the text, and look like what it names.

1. A mention stands in the text as whole words, outside what the reader has taken as a person, body or
   measure (a measure: as a measure); one that stands nowhere, or nowhere else, makes the whole proposal not
   count.
2. A person's name is one run of at most five capitalised words by the reader's own rules: titles before it
   are cut off, and offices, places, things, words in capitals and known names of something else are no
   names. A person of whom no name has two words needs a post.
3. An organisation's name is one to twelve words, the last with a capital; it is no place, day,
   field or office and nothing but these, no head word alone (`Ministry`), and does not end in the word for a
   measure or a thing. An acronym counts where the text has it.
4. A measure is two to twenty words, or one with a capital.
5. A post, or the body of a post, counts where the text has it; else it is left open.
6. A name resolves to the registry as one that the reader found does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from policygraph.proposers.contract import Proposal
from policygraph.proposers.evidence import Evidence, NotBorneOutError
from policygraph.reader.names.candidates import name_part, vetoed
from policygraph.reader.names.entries import Entry
from policygraph.reader.names.found import FoundBody
from policygraph.reader.names.gazetteer import Gazetteer
from policygraph.reader.names.names import runs_of
from policygraph.reader.names.offices import Office
from policygraph.reader.names.persons import FoundPerson
from policygraph.reader.names.resolving import read_body, read_person
from policygraph.reader.reading import ReadBody, ReadInitiative, ReadPerson, Span
from policygraph.reader.text import word_class as wc
from policygraph.reader.text.sentences import sentences_of
from policygraph.reader.text.word_class import class_of, is_place, lexicon_set

__all__ = ["Occupied", "proposed_body", "proposed_initiative", "proposed_person", "untitled"]

_PERSON, _BODY, _MEASURE = 5, 12, 20
"""Words that a name has at most."""
_NO_BODY = wc.CALENDAR | wc.FIELD | wc.OFFICE | wc.OPENER | wc.HONORIFIC | wc.PLACE


class Occupied:
    """What of a text is taken by names, found in one pass over it."""

    def __init__(self, text: str, names: Iterable[str]) -> None:
        self._taken = bytearray(len(text))
        entry = Entry("taken", "taken", tuple(names))
        for hit in Gazetteer.of([entry]).find(text) if entry.names else ():
            if hit.entry.kind == "taken":
                self.take([(hit.start, hit.end)])

    def take(self, spans: Iterable[Span]) -> None:
        """More that is taken."""
        for start, end in spans:
            self._taken[start:end] = b"\1" * (end - start)

    def free(self, spans: Iterable[Span]) -> list[Span]:
        """Those that nothing taken touches."""
        return [(start, end) for start, end in spans if not any(self._taken[start:end])]


def proposed_person(
    evidence: Evidence, proposal: Proposal, taken: Occupied, bodies: set[str]
) -> tuple[ReadPerson, list[Span]]:
    """The person and all places of the name; `bodies`: IRIs of those in the article.

    Raises NotBorneOutError where the text does not bear it out.
    """
    names, spans = _mentions(evidence, proposal.said["mentions"], taken, _person_name)
    post, body = evidence.printed(proposal.said["post"]), evidence.printed(proposal.said["body"])
    if not post and not any(" " in name for name in names):
        raise NotBorneOutError("is a single word without a post")
    if any(hit.entry.kind != "person" for name in names for hit in evidence.gazetteer.find(name)):
        raise NotBorneOutError("is a known name of something else")
    office = Office(post, *spans[0], body) if post else None
    read = read_person(FoundPerson(spans, names, office), evidence.document, evidence.gazetteer, bodies)
    return replace(read, body=body, origin=proposal.origin), spans


def proposed_body(evidence: Evidence, proposal: Proposal, taken: Occupied) -> tuple[ReadBody, list[Span]]:
    """The organisation and all places of its names; raises NotBorneOutError likewise."""
    names, spans = _mentions(evidence, proposal.said["mentions"], taken, _body_name)
    acronym = evidence.printed(proposal.said["acronym"])
    read = read_body(
        FoundBody(spans, names, proposal.said["kind"], acronym), evidence.document.text, evidence.gazetteer
    )
    return replace(read, origin=proposal.origin), spans


def proposed_initiative(
    evidence: Evidence, proposal: Proposal, taken: Occupied
) -> tuple[ReadInitiative, list[Span]]:
    """The measure and all places of its names; raises NotBorneOutError likewise."""
    said = proposal.said
    names, spans = _mentions(evidence, said["mentions"], taken, _measure_name)
    ordered = tuple(sorted(dict.fromkeys(names), key=lambda name: (-len(name), name)))
    groups = tuple(dict.fromkeys(said["target_groups"]))
    return ReadInitiative(spans[0], ordered, said["kind"], groups, origin=proposal.origin), spans


def untitled(mention: str) -> str:
    """A person's name without what stands before it; empty where it does not look like one (rule 2).

    >>> untitled("Dr. Jo Noor"), untitled("the board"), untitled("Rivers Minister")
    ('Jo Noor', '', '')
    """
    runs = runs_of(mention, sentences_of(mention))
    name, _ = name_part(runs[0]) if len(runs) == 1 else ([], False)
    cut_behind = not name or name[-1].end != len(mention.rstrip())
    if cut_behind or len(name) > _PERSON or vetoed(mention, name):
        return ""
    return mention[name[0].start : name[-1].end]


def _mentions(
    evidence: Evidence, mentions: Sequence[str], taken: Occupied, named: Callable[[str], str]
) -> tuple[list[str], list[Span]]:
    """The names as the text has them, and their free places in order."""
    said: list[str] = []
    found: list[Span] = []
    for mention in mentions:
        if evidence.quotes.find(mention) is None:
            which = f"“{mention[:80]}” " if len(mentions) > 1 else ""
            raise NotBorneOutError(f"{which}is not in the text")
        if not (free := taken.free(evidence.quotes.places(named(mention)))):
            raise NotBorneOutError("is within a name that was read")
        said.append(evidence.text(free[0]))
        found += free
    return said, sorted(set(found))


def _person_name(mention: str) -> str:
    if name := untitled(mention):
        return name
    raise NotBorneOutError("does not look like a person's name")


def _body_name(mention: str) -> str:
    words = mention.split()
    last = words[-1] if words else "-"
    ends = last[0].isalnum() and words[0][0].isalnum()
    if last[:2] == last[:2].lower() or not ends or len(words) > _BODY:
        raise NotBorneOutError("does not look like an organisation's name")
    told = [class_of(word) for word in words if word.lower() not in lexicon_set("proposals", "name_links")]
    head = any(bits & wc.HEAD for bits in told)
    alone = len(words) == 1 and words[0].lower() in lexicon_set("people", "capacities")
    if is_place(mention.strip()) or is_place(mention.strip().title()) or (head and len(words) == 1):
        raise NotBorneOutError("is a place, or a head word alone")
    if not head and (alone or all(bits & _NO_BODY for bits in told) or told[-1] & (wc.OFFICE | wc.THING)):
        raise NotBorneOutError("is a day, a field, an office or a thing")
    return mention


def _measure_name(mention: str) -> str:
    words = mention.split()
    if not 0 < len(words) <= _MEASURE or (len(words) == 1 and mention.islower()):
        raise NotBorneOutError("does not look like a measure's name")
    return mention
