"""Which of the words and marks before a name are its holder's office.

The rules are those of `offices`.
"""

from __future__ import annotations

from policygraph.reader.names import office_words as ow
from policygraph.reader.names.office_words import role_of
from policygraph.reader.text import word_class as wc
from policygraph.reader.text.word_class import class_of, is_place, lexicon_set

__all__ = ["office_bounds"]

_LONGEST = 14
"""Words between an office and the name."""
_PUNCTUATION = frozenset(",()")
_OPENING = wc.OPENER | wc.CALENDAR
_OPENS = frozenset(",(")


def office_bounds(tokens: list[str], more: bool = False) -> tuple[int, int] | None:
    """The first and last token of the office; the first is -1 where more tokens would be needed to tell.

    `more` says that there are some.

    >>> office_bounds(["the", "Chief", "Executive", "(", "CEO", ")", "of", "Acme", ","])
    (1, 7)
    """
    last = _skip_titles(tokens)
    if _is_title_after(tokens, last):
        found = _bounds_to(tokens, last - 1)  # `The rector of Acme, Professor Noor`
        if found is not None and (more or found[0] >= 0):
            return found
    return _bounds_to(tokens, last)


def _is_title_after(tokens: list[str], at: int) -> bool:
    """Whether a token is a title after a comma that no party's adjective precedes (`Democrat, Senator`)."""
    titled = at > 1 and tokens[at - 1] == "," and tokens[at] in lexicon_set("people", "titles_too")
    return titled and role_of(tokens[at - 2]) & (ow.OFFICE | ow.FIELD) != ow.OFFICE | ow.FIELD


def _bounds_to(tokens: list[str], last: int) -> tuple[int, int] | None:
    """The bounds of the office that ends before this token or with it."""
    comma = last >= 0 and tokens[last] == ","
    if comma:
        last -= 1
    elif last >= 0 and role_of(tokens[last].lower()) & ow.LINK:
        return None
    at = _back_to_office(tokens, last)
    if at is None or at < 0:
        return None if at is None else (-1, last)
    first = _back_over_qualifiers(tokens, at)
    return None if comma and _is_of_name_before(tokens, first) else (first, last)


def _skip_titles(tokens: list[str]) -> int:
    """The last token before the honorifics that tokens end in, ranks that are held no more included.

    >>> _skip_titles(["chairman", ",", "Maj", ".", "Gen", "(", "retd", ")"])
    1
    """
    at = len(tokens) - 1
    while at >= 0:
        word = tokens[at]
        if word == "." and (not at or len(tokens[at - 1]) == 1 or role_of(tokens[at - 1]) & ow.HONORIFIC):
            at -= 2
        elif role_of(word) & (ow.HONORIFIC | ow.OFFICE) == ow.HONORIFIC:
            at -= 1
        elif word in lexicon_set("people", "titles_too") and at and _is_office(tokens[at - 1]):
            at -= 1  # `Finance Minister Senator Noor`
        elif word == ")" and (left := _past_rank(tokens, at)) < at:
            at = left
        else:
            break
    return at


def _is_office(word: str) -> bool:
    """Whether a word is that for an office and nothing else (`Liberal MP`)."""
    return role_of(word) & (ow.OFFICE | ow.FIELD) == ow.OFFICE


def _past_rank(tokens: list[str], at: int) -> int:
    """The token before a bracket that says of a rank that it is held no more; the bracket's end for none."""
    word = at - 1 - (tokens[at - 1] == ".")
    said = word > 0 and tokens[word - 1] == "(" and tokens[word] in lexicon_set("people", "retired")
    return word - 2 if said else at


def _back_to_office(tokens: list[str], last: int) -> int | None:
    at, least = last, max(-1, last - _LONGEST)
    while at > least:
        role = role_of(tokens[at])
        if role & ow.OFFICE:
            if tokens[at - 1 : at] != ["("]:
                return at
            if not tokens[at].isupper():
                return None
            at -= 1  # the letters of the office before the bracket
        elif not (role & (ow.CAPITAL | ow.LINK | ow.FIELD) or tokens[at] in _PUNCTUATION):
            return None
        at -= 1
    return None if last >= _LONGEST else -1


def _is_of_name_before(tokens: list[str], first: int) -> bool:
    """Whether an office before a comma follows a name and a mark: it is the office of that name."""
    if first < 2 or tokens[first - 1] not in _OPENS:
        return False
    role = role_of(tokens[first - 2])
    return bool(role & ow.CAPITAL) and not role & (ow.OFFICE | ow.FIELD) and not is_place(tokens[first - 2])


def _back_over_qualifiers(tokens: list[str], at: int) -> int:
    while at > 0:
        if tokens[max(0, at - 2) : at] == ["to", "the"] and at > 2 and _assists(tokens[at - 3]):
            at -= 3  # `Special Assistant to the Prime Minister on Trade`
            continue
        joined = tokens[at - 1] == "and" and at > 1 and role_of(tokens[at - 2]) & ow.OFFICE
        if not (joined or _is_in_front(tokens[at - 1], tokens[at])):
            break
        at -= 1
    return at


def _is_in_front(word: str, following: str) -> bool:
    """Whether a word may stand before one of the office: no day and no first word of a sentence."""
    role = role_of(word)
    if not role & ow.IN_FRONT or role & (ow.FIELD | ow.OFFICE | ow.HONORIFIC):
        return bool(role & ow.IN_FRONT)
    bits = class_of(word)
    opens = bits & _OPENING and not bits & wc.HEAD and "-" not in word
    return not opens or (word, following) == ("Under", "Secretary")


def _assists(word: str) -> bool:
    return word[:1].isupper() and word.lower() in lexicon_set("people", "assisting")
