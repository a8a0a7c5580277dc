"""YAML as plain values that remember their lines; the one place that uses PyYAML.

Every scalar stays a text as written (so `2023-12`, `0.60` and `no` keep their form) and every value's
line is kept under its path, so that an error can name the line whatever rule it breaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from policygraph.errors import DataInvalidError, Problem

__all__ = ["Located", "Path_", "field_name", "locate"]

Path_ = tuple[str | int, ...]
"""Keys and list positions from the document's root to a value."""

Value = str | None | list["Value"] | dict[str, "Value"]

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = "tag:yaml.org,2002:null"
_MAX_DEPTH = 50
_NESTING = re.compile(r"[\[{]|[-?:]\s+(?=[-?:]\s)")
"""What opens a level, apart from an indent, which costs a text as much room as it adds depth."""


@dataclass
class Located:
    """A document's value, and the line of each part."""

    file: Path
    value: Value = None
    lines: dict[Path_, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    first_line: int = 1

    def line(self, path: Path_) -> int:
        """The line of the value at `path`, or of the closest part around it that exists."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, self.first_line)


def locate(file: Path, text: str, first_line: int = 1) -> Located:
    """Read one YAML document.

    Raises DataInvalidError, with file and line, for text that is no YAML, a key that stands twice in one
    mapping, an alias, or a key that is not a text. `first_line` is where the text starts in its file.
    """
    document = Located(file, first_line=first_line)
    if _nests_too_deep(text):
        raise DataInvalidError([Problem(file, first_line, "", f"nested deeper than {_MAX_DEPTH} levels")])
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + first_line
        raise DataInvalidError([Problem(file, line, "", f"not valid YAML: {error.problem}")]) from None
    except yaml.reader.ReaderError as error:
        line = text.encode()[: error.position].count(b"\n") + first_line
        raise DataInvalidError([Problem(file, line, "", f"not valid YAML: {error.reason}")]) from None
    document.value = _Reading(document, text).value(root, ())
    if document.problems:
        raise DataInvalidError(document.problems)
    return document


class _Reading:
    """One walk over the composed nodes of a document; an alias shows as a node that was met before."""

    def __init__(self, document: Located, text: str) -> None:
        self._document = document
        self._seen: set[int] = set()
        self._alias_lines = _alias_lines(text, document.first_line)

    def value(self, node: yaml.Node | None, path: Path_) -> Value:
        if node is None or self._is_alias(node, path):
            return None
        self._document.lines[path] = self._line(node)
        if isinstance(node, yaml.ScalarNode):
            return None if node.tag == _NULL else str(node.value)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, index)) for index, item in enumerate(node.value)]
        return self._mapping(node, path)

    def _mapping(self, node: yaml.Node, path: Path_) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for key, item in node.value:
            if self._is_alias(key, path):
                continue
            if not isinstance(key, yaml.ScalarNode):
                self._fault(self._line(key), path, "a key must be a text")
                continue
            name = str(key.value)
            if name in found:
                first = self._document.line((*path, name))
                self._fault(self._line(key), (*path, name), f"{name!r} stands twice (first on line {first})")
                continue
            found[name] = self.value(item, (*path, name))
            self._document.lines[(*path, name)] = self._line(key)
        return found

    def _is_alias(self, node: yaml.Node, path: Path_) -> bool:
        if id(node) in self._seen:
            self._fault(next(self._alias_lines), path, "an alias (*name): write the values out")
            return True
        self._seen.add(id(node))
        return False

    def _line(self, node: yaml.Node) -> int:
        return int(node.start_mark.line) + self._document.first_line

    def _fault(self, line: int, path: Path_, message: str) -> None:
        self._document.problems.append(Problem(self._document.file, line, field_name(path), message))


def _nests_too_deep(text: str) -> bool:
    """LibYAML composes by recursion: some 100,000 levels end the process. Few texts need the second look."""
    if len(_NESTING.findall(text)) <= _MAX_DEPTH and len(text) < 100_000:
        return False
    depth = deepest = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            deepest = max(deepest, depth)
            if deepest > _MAX_DEPTH:
                return True
    except yaml.YAMLError:
        pass  # composing says what is wrong, and where
    return False


def _alias_lines(text: str, first_line: int) -> Iterator[int]:
    """Where the aliases stand, in the order of the text: a composed node only knows its anchor."""
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent) and event.start_mark is not None:
            yield event.start_mark.line + first_line


def field_name(path: Path_) -> str:
    """A path as people write it.

    >>> field_name(("figures", 3, "period"))
    'figures[3].period'
    """
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text
