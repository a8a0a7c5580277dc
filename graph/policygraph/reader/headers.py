"""The head of a text file: who published the article, when, where, under what title; apart from its text.

1. Front matter is what stands between a first line `---` and the next line `---` or `...`: YAML, or where
   it is none, its lines by rule 2. Where it has no name of rule 2, it is words of the article.
2. A header line is a known name, a colon and at most `_LONGEST` characters; the name is one of
   `ontology/lexicon/headers.yaml`, in any case and in Markdown's stars (`**Date:** 17 January 2024`). Header
   lines stand at the top, with blank and ruled lines between them, and end at the first other line.
3. A first line `# Heading` is the title. So is a first line without a stop at its end where header lines
   follow.
4. Of two lines for one thing the first counts. A date that is no single day (as `3/4/2024`, which is one of
   two), and a country that is no code of two letters, are told by `unclear`.
5. What follows the head, from its first visible line on, is the text: the title, too, is no part of it. A
   file that is nothing but a head is all text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

import yaml

from policygraph.reader.document import Document
from policygraph.reader.lexicon import inverted
from policygraph.reader.measures import measures_of
from policygraph.reader.sentences import sentences_of

__all__ = ["Head", "headed", "headline"]

_LONGEST = 300
_HEADLINE = 200
_STOPS = (".", ":", ";", ",")
_MATTER = 20_000
"""Characters of front matter."""
_FENCE = re.compile(r"---[ \t]*\r?\n")
_CLOSED = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_NAMED = re.compile(
    r"[*_>\s]{0,6}(?P<name>[^\W\d_][^\W\d_ -]*(?:[ -][^\W\d_]+){0,3})[*_ ]{0,3}:(?P<value>.*)"
)
_RULED = re.compile(r"\s*[-=*_]{3,}\s*")
_HASH = re.compile(r"#[ \t]+(?P<title>.*\S)")
_NUMBERS = re.compile(r"([0-9]{1,4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,4})(?![0-9])")
_MARKS = "*_<> \t\"'"


@dataclass(frozen=True, slots=True)
class Head:
    """What a file says of its article; `start` is where the text begins."""

    start: int = 0
    title: str = ""
    publisher: str = ""
    url: str = ""
    day: date | None = None
    country: str = ""
    unclear: tuple[str, ...] = ()
    """What was said and not understood, as `date 'soon'`."""


def headed(text: str) -> Head:
    """The head of a text; one that says nothing, and starts at 0, where it has none.

    >>> found = headed("Title: Boats\\nDate: 17 January 2024\\n\\nThey sail.")
    >>> found.title, str(found.day), found.start
    ('Boats', '2024-01-17', 36)
    """
    start, said = _front_matter(text)
    hashed = False
    for begin, end, line in _lines(text, start):
        name, value = _header(line)
        if name:
            said.setdefault(name, value)
        elif found := None if hashed else _HASH.fullmatch(line):
            hashed = True
            said.setdefault("title", found["title"].rstrip("# "))
        elif line.strip() and not (said and _RULED.fullmatch(line)):
            if "title" in said or not _is_titled(text, line, end):
                return _head(begin, said)
            said["title"] = line.strip()
    return Head()


def headline(text: str) -> str:
    """The first line where it stands alone and is no sentence; the empty text where there is none.

    >>> headline("Boats sail on\\n\\nThey do so on Monday."), headline("They sail.\\nOn Monday.")
    ('Boats sail on', '')
    """
    first, _, rest = text.strip().partition("\n")
    return first.strip() if rest.strip() and _is_headline(first.strip()) else ""


def _is_headline(line: str) -> bool:
    return len(line) <= _HEADLINE and not line.endswith(_STOPS) and not _RULED.fullmatch(line)


def _lines(text: str, start: int) -> Iterator[tuple[int, int, str]]:
    """Where each line begins and ends, and the line; no longer than what is asked of them."""
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield start, end, text[start : min(end, start + 2 * _LONGEST)].rstrip()
        start = end


def _header(line: str) -> tuple[str, str]:
    """What a line tells and its value; empty for any other line (rule 2)."""
    found = _NAMED.fullmatch(line) if len(line) < 2 * _LONGEST else None
    name = inverted("headers", "names").get(_key(found["name"])) if found else None
    if found is None or name is None or len(found["value"]) > _LONGEST:
        return "", ""
    return name, found["value"].strip(_MARKS)


def _key(name: str) -> str:
    return " ".join(re.split(r"[\s_-]+", name.lower()))


def _is_titled(text: str, line: str, end: int) -> bool:
    """Whether header lines follow a line that may be a title (rule 3)."""
    following = next((one for _, _, one in _lines(text, end) if one.strip()), "")
    return _is_headline(line.strip()) and bool(_header(following)[0])


def _front_matter(text: str) -> tuple[int, dict[str, str]]:
    """Rule 1: where it ends, and what it says."""
    opened = _FENCE.match(text)
    closed = _CLOSED.search(text, opened.end(), _MATTER) if opened else None
    if opened is None or closed is None:
        return 0, {}
    said: dict[str, str] = {}
    for name, value in _pairs(text[opened.end() : closed.start()]):
        if known := inverted("headers", "names").get(_key(name)):
            said.setdefault(known, value)
    return (closed.end(), said) if said else (0, {})


def _pairs(matter: str) -> Iterator[tuple[str, str]]:
    try:
        found = yaml.load(matter, Loader=yaml.CBaseLoader)  # noqa: S506  texts alone, and no objects
    except (yaml.YAMLError, RecursionError, ValueError):
        found = None
    if isinstance(found, Mapping):
        yield from ((str(name), value) for name, value in found.items() if isinstance(value, str))
        return
    for line in matter.splitlines():
        name, value = _header(line)
        if name:
            yield name, value


def _head(start: int, said: Mapping[str, str]) -> Head:
    if not said:
        return Head()
    when, place = said.get("date", ""), said.get("country", "")
    day = _day(when)
    code = place.upper() if re.fullmatch("[A-Za-z]{2}", place) else ""
    unclear = [f"date {when!r}"] * bool(when and not day) + [f"country {place!r}"] * bool(place and not code)
    return Head(
        start,
        said.get("title", ""),
        said.get("publisher", ""),
        said.get("url", ""),
        day,
        code,
        tuple(unclear),
    )


def _day(said: str) -> date | None:
    """The one day that is named, in any form in which articles name one.

    >>> _day("2024-01-17T08:00:00Z") == _day("Wed Jan 17, 2024") == date(2024, 1, 17)
    True
    """
    if numbers := _NUMBERS.match(said):
        return _numbered(*map(int, numbers.groups()))
    named = Document("", f"{said[:_LONGEST].replace('-', ' ')}.")
    days = {
        one.period.start
        for one in measures_of(named, sentences_of(named.text)).periods
        if one.period and one.period.start == one.period.end
    }
    return days.pop() if len(days) == 1 else None


def _numbered(first: int, second: int, third: int) -> date | None:
    """The day of three numbers with the year first or last; None where day and month may be either."""
    year, *rest = (first, second, third) if first > 31 else (third, second, first)
    found = set()
    for month, day in [rest] if first > 31 else [rest, rest[::-1]]:
        with suppress(ValueError):
            found.add(date(year, month, day))
    return found.pop() if len(found) == 1 and year > 31 else None
