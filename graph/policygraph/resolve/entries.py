"""New entries of the registry: who and what an article names that the registry lacks.

1. A person is entered under a name of two words or more, a body where its name says what kind it is (see
   `body_kinds`, `body_words`), a measure where it has a name in capitals and a kind of its own.
2. The id is made of the name: small letters, accents off, hyphens. One that is taken gets a number.
3. A post goes by its office and its body (`Chairman, Rivers Board`), and by the office as it is printed.
4. A measure whose name does not say its kind (`National Skills Initiative`), or has its last words in small
   letters (`Tech Harbour scheme`), is proposed, of the kind that its name says or another (`proposed_kinds`):
   a person has to confirm it.
5. A noun with a place (`lab in Riverton`) is no name, nor what is longer than `_LONGEST` or has
   marks that no name has.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

from policygraph.lexicon import flat, groups, phrases
from policygraph.model.registry import Body, Entity, Initiative, Person, Post
from policygraph.reader.reading import ReadBody, Reading, ReadInitiative, ReadPerson
from policygraph.terms import slugged

__all__ = [
    "ReadName",
    "clean_name",
    "doubtful_measure",
    "free_slug",
    "names_read",
    "new_entry",
    "new_post",
    "widened",
]

ReadName = ReadPerson | ReadBody | ReadInitiative

_LONGEST = 90
_SPACE = re.compile(r"\s+")
_NO_NAME = re.compile(r"[<>{}\[\]|\\^`\"\x00-\x1f\x7f\ufffd]|://|@[a-z]{2,3}\Z")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def clean_name(text: str) -> str | None:
    """A name on one line; None for what can be none.

    >>> clean_name("Rivers\\n Board"), clean_name("<b>Board"), clean_name("Board@ur")
    ('Rivers Board', None, None)
    """
    name = _SPACE.sub(" ", text).strip()
    fit = 1 < len(name) <= _LONGEST and not _NO_NAME.search(name) and name.isprintable()
    return name if fit else None


def free_slug(name: str, is_taken: Callable[[str], bool]) -> str:
    """The id that a name gives, with a number where that is taken.

    >>> free_slug("Café Board", {"cafe-board"}.__contains__)
    'cafe-board-2'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    slug = slugged(plain).strip("._-")[:80].strip("._-")
    if not slug:
        slug = f"name-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
    number, chosen = 1, slug
    while is_taken(chosen):
        number += 1
        chosen = f"{slug}-{number}"
    return chosen


def _person(read: ReadPerson, source: str) -> Person | None:
    """The entry of a person, or None."""
    names = _names(read.mentions, two_words=True)
    return Person(name=names[0], names=names[1:], sources=(source,)) if names else None


def _body(read: ReadBody, source: str) -> Body | None:
    """The entry of a body, or None."""
    names = _names([one for one in read.mentions if one != read.acronym])
    kind = _body_kind(read) if names else None
    if kind is None:
        return None
    acronym = clean_name(read.acronym or "") or ""
    return Body(name=names[0], names=names[1:], sources=(source,), kind=kind, acronym=acronym)


def new_post(office: str, printed: str, body: str, body_name: str) -> Post | None:
    """The entry of an office in a body, or None.

    >>> new_post("chairman", "chairman of the board", "rivers-board", "Rivers Board").name
    'Chairman, Rivers Board'
    """
    name, said = clean_name(f"{office[:1].upper()}{office[1:]}, {body_name}"), clean_name(printed)
    return Post(name=name, names=(said,) if said else (), body=body) if office and name else None


def _measure(read: ReadInitiative, source: str) -> Initiative | None:
    """The entry of a measure, or None."""
    return _initiative(read, source, flat("resolve", "initiative_kinds").get(read.kind), _in_capitals)


def _initiative(
    read: ReadInitiative, source: str, kind: str | None, is_name: Callable[[str], bool]
) -> Initiative | None:
    names = tuple(name for name in _names(read.mentions, two_words=True) if is_name(name))
    if kind is None or not names:
        return None
    codes = flat("resolve", "target_groups")
    audience = tuple(dict.fromkeys(codes[one] for one in read.target_groups if one in codes))
    return Initiative(name=names[0], names=names[1:], sources=(source,), kind=kind, audience=audience)


def names_read(reading: Reading) -> Iterator[tuple[str, ReadName]]:
    """What an article names, each with its part of the registry, bodies first."""
    yield from (("bodies", one) for one in reading.bodies)
    yield from (("people", one) for one in reading.people)
    yield from (("initiatives", one) for one in reading.initiatives)


def new_entry(read: ReadName, source: str) -> Person | Body | Initiative | None:
    """The entry of a person, body or measure, or None."""
    if isinstance(read, ReadPerson):
        return _person(read, source)
    return _body(read, source) if isinstance(read, ReadBody) else _measure(read, source)


def doubtful_measure(read: ReadName, source: str) -> Initiative | None:
    """The entry of a measure that is less than sure to be one (rule 4), or None."""
    if not isinstance(read, ReadInitiative):
        return None
    kinds = flat("resolve", "initiative_kinds"), flat("resolve", "proposed_kinds")
    kind = next((some[read.kind] for some in kinds if read.kind in some), None)
    return _initiative(read, source, kind, _begins_as_name) if kind else None


def widened(entry: Entity, source: str) -> Entity:
    """An entry of the own folder that one more source names."""
    return entry.model_copy(update={"sources": tuple(sorted({*entry.sources, source}))})


def _names(mentions: tuple[str, ...] | list[str], *, two_words: bool = False) -> tuple[str, ...]:
    clean = (clean_name(one) for one in mentions)
    return tuple(
        dict.fromkeys(one for one in clean if one and (not two_words or len(_WORD.findall(one)) > 1))
    )


def _body_kind(read: ReadBody) -> str | None:
    if found := flat("resolve", "body_kinds").get(read.kind):
        return found
    words = [word.lower() for word in _WORD.findall(" ".join(read.mentions))]
    return next(
        (
            kind
            for kind, listed in groups("resolve", "body_words").items()
            for word in words
            if word in listed
        ),
        None,
    )


def _in_capitals(name: str) -> bool:
    """Whether it is a name and no description: it begins as one, and only small words have no capital.

    >>> [_in_capitals(name) for name in ("Fund for the Arts", "e-boats Bill", "lab in Riverton", "Boat tax")]
    [True, True, False, False]
    """
    words = _WORD.findall(name)
    opens = any(letter.isupper() for letter in words[0]) or words[0][1:2] == "-" if words else False
    small = {word for word in words[1:] if word[0].islower()}
    long = any(len(word) > 3 and not word[0].islower() for word in words)
    return opens and long and name[0].isalnum() and small <= _small_words()


@cache
def _small_words() -> frozenset[str]:
    """What may be in small letters within a name."""
    return frozenset((*groups("words", "tags")["preposition"], *phrases("resolve", "articles"), "and", "or"))


def _begins_as_name(name: str) -> bool:
    """Whether it has a capital at its beginning, and at a further word of four letters or more."""
    words = _WORD.findall(name)
    return not name[0].islower() and any(len(word) > 3 and word[0].isupper() for word in words[1:])
