"""The head of a text file: who published the article, when, where, under what title; apart from its text.

1. Front matter is what stands between a first line `---` and the next line `---` or `...`: YAML, or where
   it is none, its lines by rule 2, but for a value that only YAML could read, as `[Boats`. Where it has no
   name of rule 2, it is words of the article. Front matter that no line ends, such as is no YAML, and a list
   where a text belongs, are told by `unclear`, with the line.
2. A header line is a known name, a colon and at most `_LONGEST` characters; the name is one of
   `ontology/lexicon/headers.yaml`, in any case and in Markdown's stars (`**Date:** 17 January 2024`). Header
   lines stand at the top, with blank and ruled lines between them, and end at the first other line.
3. A first line `# Heading` is the title. So is a first line without a stop at its end where header lines
   follow.
4. Of two lines for one thing the first counts. A date that is no single day (as `3/4/2024`, which is one of
   two, or `31/2/2024`, which is none), and a country that is no code of two letters, are told by `unclear`.
5. What follows the head, from its first visible line on, is the text: the title, too, is no part of it. A
   file that is nothing but a head is all text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import yaml

from policygraph.lexicon import inverted
from policygraph.reader.files.header_days import day_of, why_no_day

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
_MARKS = "*_<> \t\"'"
_YAML_ALONE = ("[", "{", "|", "&", "!")
"""Begins a value that is more than its line, or other than a text."""


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
    """What was said and not understood, and what to do, each as a sentence."""


def headed(text: str) -> Head:
    """The head of a text; one that says nothing, and starts at 0, where it has none.

    >>> found = headed("Title: Boats\\nDate: 17 January 2024\\n\\nThey sail.")
    >>> found.title, str(found.day), found.start
    ('Boats', '2024-01-17', 36)
    """
    start, said, faults = _front_matter(text)
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
                return _head(begin, said, faults)
            said["title"] = line.strip()
    return Head(unclear=faults)


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


def _front_matter(text: str) -> tuple[int, dict[str, str], tuple[str, ...]]:
    """Rule 1: where it ends, what it says, and what is wrong with it."""
    opened = _FENCE.match(text)
    if opened is None:
        return 0, {}, ()
    closed = _CLOSED.search(text, opened.end(), _MATTER)
    if closed is None:
        first = next((line for _, _, line in _lines(text, opened.end()) if line.strip()), "")
        never = "head not understood: no line --- ends what line 1 begins"
        return 0, {}, (never,) if _header(first)[0] else ()
    said: dict[str, str] = {}
    pairs, faults = _pairs(text[opened.end() : closed.start()])
    for name, value in pairs:
        known = inverted("headers", "names").get(_key(name))
        if known and (isinstance(value, str) or known == "other"):
            said.setdefault(known, str(value))
        elif known:
            faults += (f"{name} is a list or more, no text",)
    if said:
        return closed.end(), said, tuple(f"head not understood: {one}" for one in faults)
    return 0, {}, tuple(f"head not understood, and left in the text: {one}" for one in faults)


def _pairs(matter: str) -> tuple[list[tuple[str, object]], tuple[str, ...]]:
    """Names and values of front matter, and what is wrong with it."""
    found: object = None
    lines = [pair for pair in map(_header, matter.splitlines()) if pair[0]]
    try:
        found = yaml.load(matter, Loader=yaml.CBaseLoader)  # noqa: S506  texts alone, and no objects
    except yaml.MarkedYAMLError as error:
        fault = f"line {error.problem_mark.line + 2 if error.problem_mark else 1}: {error.problem}"
    except (yaml.YAMLError, RecursionError, ValueError):
        fault = "it is no YAML"
    else:
        if isinstance(found, Mapping):
            return [(str(name), value) for name, value in found.items()], ()
        return list(lines), ()
    taken = [(name, value) for name, value in lines if not value.startswith(_YAML_ALONE)]
    if ":" not in matter:
        return [], ()
    return list(taken), (f"{fault}; its lines are read one by one" if taken else fault,)


def _head(start: int, said: Mapping[str, str], faults: tuple[str, ...]) -> Head:
    if not said:
        return Head(unclear=faults)
    when, place = said.get("date", ""), said.get("country", "")
    day = day_of(when)
    code = place.upper() if re.fullmatch("[A-Za-z]{2}", place) else ""
    unclear = [*faults]
    if when and not day:
        unclear.append(f"date {when!r}: {why_no_day(when)}: give --date")
    if place and not code:
        unclear.append(f"country {place!r} is no code like PK: give --country")
    return Head(
        start,
        said.get("title", ""),
        said.get("publisher", ""),
        said.get("url", ""),
        day,
        code,
        tuple(unclear),
    )
