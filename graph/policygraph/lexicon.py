"""The words that texts are read and checked by, which are data: the YAML files of `ontology/lexicon/`.

A file is a mapping of sections; a section is a list of words or phrases, or a mapping from a name to a
list (all the words that mean it) or to a single value. Modules ask for a section by file and name and
build their own frozen records from it; nothing is read twice.

>>> "million" in flat("numbers", "scales")
True
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import yaml

from policygraph.errors import DataInvalidError, Problem
from policygraph.paths import ontology_dir

__all__ = ["any_of", "by_letter", "flat", "groups", "inverted", "one_of", "phrases", "section"]

_SPACE = r"[\s\u00a0]{1,4}"
"""Between the words of a phrase: a line break or a few blanks, never an open run."""


@cache
def _file(name: str) -> Mapping[str, Any]:
    path = ontology_dir() / "lexicon" / f"{name}.yaml"
    try:
        loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError) as error:
        raise DataInvalidError([Problem(path, 1, "", f"cannot be read: {error}")]) from None
    if not isinstance(loaded, dict):
        raise DataInvalidError([Problem(path, 1, "", "is no mapping of sections")])
    return MappingProxyType(loaded)


@cache
def section(name: str, key: str) -> Any:
    """One section of one file, as YAML has it; raises DataInvalidError where there is none."""
    whole = _file(name)
    if key not in whole:
        path = ontology_dir() / "lexicon" / f"{name}.yaml"
        raise DataInvalidError([Problem(path, 1, key, "section is missing")])
    return whole[key]


@cache
def phrases(name: str, key: str) -> tuple[str, ...]:
    """A section that is a list, in its own order.

    >>> phrases("numbers", "about")[0]
    'about'
    """
    return tuple(str(item) for item in section(name, key))


@cache
def flat(name: str, key: str) -> Mapping[str, str]:
    """A section from names to single values, lower-cased names; values as text."""
    return MappingProxyType({str(word).lower(): str(value) for word, value in section(name, key).items()})


@cache
def groups(name: str, key: str) -> Mapping[str, tuple[str, ...]]:
    """A section from names to lists of words, in its own order."""
    found = section(name, key)
    return MappingProxyType({str(code): tuple(str(word) for word in words) for code, words in found.items()})


@cache
def inverted(name: str, key: str) -> Mapping[str, str]:
    """A section of lists turned round: each word, lower-cased, to the first name that lists it."""
    turned: dict[str, str] = {}
    for code, words in groups(name, key).items():
        for word in words:
            turned.setdefault(word.lower(), code)
    return MappingProxyType(turned)


def any_of(words: Iterable[str], *, whole: bool = True) -> str:
    """The source of a regular expression for any of the words, the longest first.

    Blanks in a phrase stand for any short run of white space; `whole` asks for word boundaries. An apostrophe
    stands for the typographic one too.

    >>> re.findall(any_of(["per cent", "pc"]), "5 per  cent or 5 pc")
    ['per  cent', 'pc']
    """
    ordered = sorted({word for word in words if word}, key=lambda word: (-len(word), word))
    inner = "|".join(_SPACE.join(_escaped(part) for part in word.split()) for word in ordered)
    return rf"(?<!\w)(?:{inner})(?!\w)" if whole else f"(?:{inner})"


def one_of(name: str, key: str, *, opening: bool = False) -> str:
    """The source for any word of a section, without word boundaries, or with one before it."""
    words = phrases(name, key)
    return by_letter(words, opening=True) if opening else any_of(words, whole=False)


def by_letter(words: Iterable[str], *, opening: bool = False) -> str:
    """The source for any of the words, by first letter, so that a search fails early; the longest first.

    `opening` asks for a word boundary before them, after the first letter has fitted.

    >>> re.findall(by_letter(["by", "up to"], opening=True), "nearby, by, up to")
    ['by', 'up to']
    """
    heads: dict[str, list[str]] = {}
    for word in sorted({word for word in words if word}, key=lambda word: (-len(word), word)):
        heads.setdefault(word[0], []).append(_SPACE.join(map(_escaped, word[1:].split(" "))))
    begun = r"(?<!\w.)" if opening else ""
    inner = "|".join(f"{_escaped(head)}{begun}(?:{'|'.join(tails)})" for head, tails in sorted(heads.items()))
    return f"(?:{inner})"


def _escaped(word: str) -> str:
    return re.escape(word).replace("'", "['’]")
