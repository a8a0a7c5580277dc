"""YAML as plain values that remember their lines; the one place that uses PyYAML.

Every scalar stays a text as written (so `2023-12`, `0.60` and `no` keep their form) and every value's
line is kept under its path, so that an error can name the line whatever rule it breaks.
"""

from __future__ import annotations

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
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + first_line
        raise DataInvalidError([Problem(file, line, "", f"not valid YAML: {error.problem}")]) from None
    except yaml.YAMLError as error:
        raise DataInvalidError([Problem(file, first_line, "", f"not valid YAML: {error}")]) from None
    document.value = _Reading(document, first_line).value(root, ())
    if document.problems:
        raise DataInvalidError(document.problems)
    return document


class _Reading:
    """One walk over the composed nodes of a document."""

    def __init__(self, document: Located, first_line: int) -> None:
        self._document = document
        self._first_line = first_line
        self._seen: set[int] = set()

    def value(self, node: yaml.Node | None, path: Path_) -> Value:
        if node is None:
            return None
        self._document.lines[path] = node.start_mark.line + self._first_line
        if isinstance(node, yaml.ScalarNode):
            return None if node.tag == _NULL else str(node.value)
        if id(node) in self._seen:
            self._fault(node, path, "an alias (*name): write the values out")
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, index)) for index, item in enumerate(node.value)]
        return self._mapping(node, path)

    def _mapping(self, node: yaml.Node, path: Path_) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for key, item in node.value:
            name = str(key.value)
            if name in found:
                first = self._document.line((*path, name))
                self._fault(key, (*path, name), f"{name!r} stands twice (first on line {first})")
                continue
            found[name] = self.value(item, (*path, name))
            self._document.lines[(*path, name)] = key.start_mark.line + self._first_line
        return found

    def _fault(self, node: yaml.Node, path: Path_, message: str) -> None:
        line = node.start_mark.line + self._first_line
        self._document.problems.append(Problem(self._document.file, line, field_name(path), message))


def field_name(path: Path_) -> str:
    """A path as people write it.

    >>> field_name(("figures", 3, "period"))
    'figures[3].period'
    """
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text

