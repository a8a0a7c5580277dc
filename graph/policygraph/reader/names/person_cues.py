"""What speaks for a run of capitalised words being a person's name, in points.

1. In the name: a common given name in front (2) or later (1.5), an initial or a particle within (1.5); a word
   of an office, field or place in it takes 1.5 away each, and more than four words 1.
2. After it: a verb of saying (1.5) or one of people alone (2), past a day and other words that may stand
   between; `of`, `from` or `at`, an organisation and a verb of saying (2); an age between commas (2);
   words of who is in the chair (3).
3. Before it: a verb of saying (1.5), or people by their offices (2), past the words that open a list; `the
   government of` (2).
4. A name of two or three words that are nothing else, with no article or preposition before them, and a verb
   that people say things with right after (0.5).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from policygraph.lexicon import phrases
from policygraph.reader.names.names import Word
from policygraph.reader.text import word_class as wc
from policygraph.reader.text.remembered import Remembered
from policygraph.reader.text.word_class import class_of, lexicon_set

__all__ = ["beside", "inner", "plainly_says", "reigns"]

_OF_BODY = re.compile(
    r" (?:of|from|at) (?:the )?[A-Z][\w'’&@-]*(?: (?:(?:of|for|and|in|on) (?:the )?)?[A-Z&][\w'’&@-]*){0,8}"
    r"(?: \([^()]{1,30}\))?,? ([a-z]+)"
)
_AGED = re.compile(r", \d\d(?:,|\Z)")
_PLAIN = re.compile(r"[^\W\d_][^\W\d_A-Z]+(?:-[^\W\d_]+)?")
_NO_SPEAKER = (" of ", " at ", " for ", " from ", " in ", "the ", "The ", " a ", " an ")
_EDGES = ",:\"“”'‘("
_ODD = wc.FIELD | wc.OFFICE | wc.PLACE
_FORMS = wc.CAPITALS | wc.NAME_END | wc.CODE | wc.NO_BODY
"""What does not speak against a person's name."""

_SPEECH, _SAYS, _AFTER_SPEECH, _PERSON_VERB, _SKIPPED, _PLURAL, _LIST_WORD, _REIGN, _OF = (
    1 << n for n in range(9)
)
_SECTIONS = (
    (_SPEECH, "speech"),
    (_SAYS, "says"),
    (_AFTER_SPEECH, "after_speech"),
    (_PERSON_VERB, "person_verbs"),
    (_SKIPPED, "skipped"),
    (_PLURAL, "plural_offices"),
    (_LIST_WORD, "list_words"),
    (_REIGN, "reigns"),
)


@cache
def _roles() -> Mapping[str, int]:
    """Words beside names, each with all that it is there, as bits."""
    roles: dict[str, int] = {}
    for bit, key in _SECTIONS:
        for word in phrases("people", key):
            roles[word] = roles.get(word, 0) | bit
    roles["who"] = roles.get("who", 0) & ~_SKIPPED
    roles["of"] = roles.get("of", 0) | _OF
    return MappingProxyType(roles)


_AFTER = Remembered(lambda word: _roles().get(word, 0) | (_SKIPPED if word.endswith("day") else 0))
"""What a word after a name is; a day may stand between the name and what tells."""
_BEFORE = Remembered(lambda printed: _roles().get(printed.strip(_EDGES).lower(), 0))
"""What a word before a name is, with the marks that it is printed with."""


def inner(name: Sequence[Word]) -> float:
    """What the words themselves say (rule 1)."""
    first, bits = name[0].text, name[0].bits
    given = bits & wc.GIVEN or ("-" in first and class_of(first.partition("-")[0]) & wc.GIVEN)
    odd = 1 if bits & _ODD else 0
    later = inside = False
    for word in name[1:]:
        if bits := word.bits:
            odd += bits & _ODD != 0
            later = later or bits & wc.GIVEN != 0
        inside = inside or len(word.text) == 1 or _after_particle(word)
    score = 2.0 if given else 1.5 if later else 0.0
    return score + (1.5 if inside else 0.0) - 1.5 * odd - (1.0 if len(name) > 4 else 0.0)


def _after_particle(word: Word) -> bool:
    return len(word.gap) > 2 and word.gap.strip() in lexicon_set("people", "particles")


def beside(text: str, start: int, end: int) -> float:
    """What the words right before and after say (rules 2 and 3)."""
    of_body = 2.0 if _speaks_for_body(text, start, end) else 0.0
    return of_body + _after(text, end) + _before(text, start)


def _speaks_for_body(text: str, start: int, end: int) -> bool:
    """Whether someone of an organisation says something; an article before makes that none's name."""
    if not text.startswith((" of ", " from ", " at "), end) or text.endswith(("the ", "The "), 0, start):
        return False
    found = _OF_BODY.match(text, end, end + 140)
    return found is not None and _roles().get(found[1], 0) & (_SPEECH | _AFTER_SPEECH) != 0


def _after(text: str, end: int) -> float:
    score = 3.0 if text.startswith(phrases("people", "in_chair"), end + 1) else 0.0
    if text.startswith(", ", end) and _AGED.match(text, end, end + 5):
        return score + 2.0
    for word in text[end : end + 44].replace(",", " ").split(None, 5)[:5]:
        role = _AFTER[word]
        if not role & _SKIPPED:
            return score + (1.5 if role & _SPEECH else 2.0 if role & _PERSON_VERB else 0.0)
    return score


def _before(text: str, start: int) -> float:
    before = text[max(0, start - 30) : start]
    words = before.rsplit(None, 2)
    role = last = _BEFORE[words[-1]] if words else 0
    if not last:
        return 0.0
    if last & _LIST_WORD:
        others = [word for word in before.split() if not _roles().get(word, 0) & _LIST_WORD]
        role = _BEFORE[others[-1]] if others else 0
    reign = last & _OF and len(words) > 1 and _roles().get(words[-2].lower(), 0) & _REIGN
    return (2.0 if reign else 0.0) + (1.5 if role & _SPEECH else 2.0 if role & _PLURAL else 0.0)


def plainly_says(text: str, name: Sequence[Word]) -> bool:
    """Whether two or three words that mean nothing else say who speaks (rule 4)."""
    if not 2 <= len(name) <= 3:
        return False
    start, end = name[0].start, name[-1].end
    verb = text[end : end + 16].split(" ", 2)[1:2]
    if not verb or not _roles().get(verb[0].strip(",:"), 0) & _SAYS:
        return False
    plain = all(not word.bits & ~_FORMS and _PLAIN.fullmatch(word.text) for word in name)
    return plain and not text.endswith(_NO_SPEAKER, 0, start)


def reigns(text: str, end: int) -> bool:
    """Whether a name that ends there is that of who reigns (`the Noor government`)."""
    if not text.startswith(" ", end):
        return False
    role, roles = 0, _roles()
    for word in text[end : end + 40].split(None, 2)[:2]:
        role |= roles.get(word.strip(",."), 0)
    return role & _REIGN != 0
