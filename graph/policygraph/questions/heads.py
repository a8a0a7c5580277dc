"""Reading the head of a question: the `#+` lines that say what it asks and what it needs.

The lines are YAML, of which a small part is used: `key: value`, a value that goes on in indented lines,
a mapping of such pairs, and a list of such mappings; `"on"` is quoted, because YAML takes a bare one for
true. Reading just that keeps the cold start short.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["Head", "HeadError", "Value", "read_head", "split_text"]

Value = str | dict[str, str] | list[dict[str, str]]
Head = dict[str, Value]

_MARK = "#+"
_PAIR = re.compile(r'(?P<dash>- )?"?(?P<key>[a-z_]+)"?:(?: "?(?P<value>.*?)"?)?')


class HeadError(ValueError):
    """A `#+` line is not of the form that is read here; a fault in a shipped file, met only in tests."""


def split_text(text: str) -> tuple[list[str], str]:
    """The head's lines without their mark, and the query.

    >>> split_text("#+ title: Who\\nSELECT * {}\\n")
    (['title: Who'], 'SELECT * {}\\n')
    """
    lines = text.splitlines(keepends=True)
    head = [line[len(_MARK) + 1 :].rstrip("\n") for line in lines if line.startswith(_MARK)]
    return head, "".join(line for line in lines if not line.startswith(_MARK))


def read_head(lines: list[str]) -> Head:
    """Keys and values of a head; raises HeadError for a line of another form.

    >>> read_head(["title: Who held", "  a post", "example:", "  post: pm"])
    {'title': 'Who held a post', 'example': {'post': 'pm'}}
    """
    return dict(_entry(key, first, block) for key, first, block in _blocks(lines))


def _blocks(lines: list[str]) -> Iterator[tuple[str, str, list[str]]]:
    """Each top-level key with the rest of its line and the indented lines below it."""
    starts = [at for at, line in enumerate(lines) if not line.startswith(" ")]
    for at, following in zip(starts, [*starts[1:], len(lines)], strict=True):
        found = _pair(lines[at])
        yield found["key"], found["value"] or "", [line.strip() for line in lines[at + 1 : following]]


def _entry(key: str, first: str, block: list[str]) -> tuple[str, Value]:
    if first:
        return key, " ".join([first, *block])
    pairs = _joined(block)
    if pairs and pairs[0].startswith("- "):
        return key, _listed(pairs)
    return key, {found["key"]: found["value"] or "" for found in map(_pair, pairs)}


def _joined(block: list[str]) -> list[str]:
    """Pairs, each on one line: a line that is no pair goes on with the one before."""
    pairs: list[str] = []
    for line in block:
        if _PAIR.fullmatch(line):
            pairs.append(line)
        elif pairs:
            pairs[-1] += f" {line}"
        else:
            raise HeadError(line)
    return pairs


def _listed(pairs: list[str]) -> list[dict[str, str]]:
    items: list[dict[str, str]] = []
    for found in map(_pair, pairs):
        if found["dash"]:
            items.append({})
        items[-1][found["key"]] = found["value"] or ""
    return items


def _pair(line: str) -> re.Match[str]:
    found = _PAIR.fullmatch(line)
    if not found:
        raise HeadError(line)
    return found
