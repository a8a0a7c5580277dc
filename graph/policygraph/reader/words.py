"""The words of a text, each with what it does in its sentence, as far as a list of words can tell.

1. A word is a number, a run of letters with the marks that hold it together (`P@SHA`, `co-working`), or one
   mark. A possessive ending is a word of its own.
2. A word on one of the lists of `words.yaml` has that list's tag; a known verb in any of its forms is a verb.
   A form that may be a noun is one after a determiner, a preposition, a possessive, a number or an adjective,
   and a verb after an auxiliary, `to` or a pronoun.
3. A word in `-ed` that no list knows is a verb unless a determiner stands before it.
4. A sentence of more words than any has is read in pieces, so that time stays in line with length.
5. Any other word is a name where it has a capital or a digit, and else a plain word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from types import MappingProxyType

from policygraph.reader.lexicon import inverted, phrases, section
from policygraph.reader.sentences import Sentence

__all__ = ["Clause", "Words", "forms_of", "split_words", "verb_forms", "words_of"]

_WORD = re.compile(
    r"([A-Za-z]+(?=[ ,])|\d+(?:[.,]\d+)*(?:%|[A-Za-z][\w-]*)?|['’]s(?!\w)"
    r"|[^\W_]+(?:(?:[-&@./+]|['’](?!s\b))[^\W_]+)*|[^\w\s]|_)"
)
"""As a group, so that a split gives what stands between words too, by turns; plain words are tried first."""

DETERMINER, PREPOSITION, CONJUNCTION, PRONOUN, AUXILIARY, ADVERB, VERB = "DPCRXAV"
NUMBER, MARK, POSSESSIVE, NAME, PLAIN = "N.SUw"
_TAGS: Mapping[str, str] = MappingProxyType(
    {
        "determiner": DETERMINER,
        "preposition": PREPOSITION,
        "conjunction": CONJUNCTION,
        "pronoun": PRONOUN,
        "auxiliary": AUXILIARY,
        "adverb": ADVERB,
        "calendar": ADVERB,
    }
)
_LONGEST = 300
"""Words of a sentence."""
_ARTICLES = frozenset({"a", "an", "the", "its", "his", "her", "their", "our", "my", "your"})
_VERB_AFTER = frozenset("XRA")


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence as a run of words: from `start`, up to `end` and not with it."""

    start: int
    end: int
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """All words of a text in parallel lists."""

    text: str
    shown: list[str]
    low: list[str]
    start: list[int]
    end: list[int]
    tag: list[str]
    clauses: list[Clause]
    at: dict[int, int]
    """The word that starts at a place of the text."""

    def quote(self, first: int, last: int) -> str:
        """The text from the first word to the last one, both included."""
        return self.text[self.start[first] : self.end[last]]


def words_of(text: str, sentences: Sequence[Sentence]) -> Words:
    """The words of a text, sentence by sentence.

    >>> words = words_of("The board's new fund opened.", [Sentence(0, 28, 0)])
    >>> list(zip(words.low, words.tag))[1:5]
    [('board', 'w'), ("'s", 'S'), ('new', 'w'), ('fund', 'w')]
    """
    shown: list[str] = []
    start: list[int] = []
    end: list[int] = []
    clauses: list[Clause] = []
    for sentence in sentences:
        first = len(shown)
        parts = _WORD.split(text[sentence.start : sentence.end])
        places = list(accumulate(map(len, parts), initial=sentence.start))
        shown += parts[1::2]
        start += places[1:-1:2]
        end += places[2::2]
        pieces = range(first, len(shown), _LONGEST)
        clauses.extend(Clause(i, min(i + _LONGEST, len(shown)), sentence.paragraph) for i in pieces)
    known = [_BY_ITSELF.get(word) or _by_itself(word) for word in shown]
    low = [word for word, _ in known]
    tag = [tag for _, tag in known]
    _in_context(shown, low, tag, clauses)
    return Words(text, shown, low, start, end, tag, clauses, {place: i for i, place in enumerate(start)})


def split_words(text: str) -> list[str]:
    """The words of a run of text, as they are shown.

    >>> split_words("R&D’s 5%")
    ['R&D', '’s', '5%']
    """
    return _WORD.findall(text)


_BY_ITSELF: dict[str, tuple[str, str]] = {}
"""Words met so far, in small letters and with their tag where nothing stands beside them; never very many."""
_MOST = 100_000
_PERHAPS_VERB = "e"


def _by_itself(shown: str) -> tuple[str, str]:
    low = shown.lower().replace("’", "'")
    tag = _known().get(low) or _unlisted(shown, low)
    if len(low) > 1 and tag in "RDPCX" and shown.isupper():
        tag = NAME
    if len(_BY_ITSELF) >= _MOST:
        _BY_ITSELF.clear()
    _BY_ITSELF[shown] = low, tag
    return low, tag


def _unlisted(shown: str, word: str) -> str:
    first = word[0]
    if first.isdigit():
        return NUMBER
    if not first.isalpha():
        return POSSESSIVE if len(word) == 2 else MARK
    if shown[0].isupper() or not shown.islower():
        return NAME
    return _PERHAPS_VERB if word.endswith("ed") and len(word) > 4 else PLAIN


def _in_context(shown: Sequence[str], low: Sequence[str], tag: list[str], clauses: Iterable[Clause]) -> None:
    """Settle the tags that depend on the word before."""
    nouns = _also_nouns()
    for clause in clauses:
        for i, alone in enumerate(tag[clause.start : clause.end], clause.start):
            if alone not in {VERB, _PERHAPS_VERB}:
                continue
            before, previous = (tag[i - 1], low[i - 1]) if i > clause.start else (MARK, "")
            if alone == VERB:
                tag[i] = _verb_or_noun(low[i], shown[i], previous, before, nouns)
            else:
                tag[i] = PLAIN if before in "DS" else VERB


def _verb_or_noun(word: str, shown: str, previous: str, before: str, nouns: frozenset[str]) -> str:
    if shown[0].isupper() and before in {NAME, PREPOSITION, DETERMINER} and previous != "to":
        return NAME
    if before == POSSESSIVE or (before == DETERMINER and previous in _ARTICLES):
        return PLAIN
    if word not in nouns:
        participle = before == DETERMINER and word.endswith(("ed", "ing", "given", "known"))
        return PLAIN if participle else VERB
    if previous == "to" or before in _VERB_AFTER:
        return VERB
    return VERB if before == NAME or (before == PLAIN and word.endswith("ed")) else PLAIN


@cache
def _known() -> Mapping[str, str]:
    known = dict.fromkeys(verb_forms(_all_verbs()), VERB)
    known.update({word: _TAGS[name] for word, name in inverted("words", "tags").items()})
    return MappingProxyType(known)


@cache
def _also_nouns() -> frozenset[str]:
    return frozenset(phrases("words", "also_nouns"))


def _all_verbs() -> tuple[str, ...]:
    deeds = [verb for verbs in section("actions", "verbs").values() for verb in verbs]
    claims = [pair[0] for kind in section("causes", "claims").values() for pair in kind]
    return (*phrases("words", "verbs"), *deeds, *phrases("causes", "says"), *claims)


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
    stem = verb + verb[-1] if verb in _doubled() else verb
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


@cache
def _doubled() -> frozenset[str]:
    return frozenset(phrases("words", "doubled"))
