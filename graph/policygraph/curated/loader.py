"""Files as records: reads a YAML file into records and collects what is wrong, with file, line and field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from policygraph.curated.yaml_lines import Located, Path_, field_name, locate
from policygraph.errors import DataInvalidError, Problem
from policygraph.model.base import Record
from policygraph.periods import FiscalCalendar

__all__ = ["Loader"]

_R = TypeVar("_R", bound=Record)


class Loader:
    """Reads files one by one; `problems` holds all that was found so far."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.calendar = FiscalCalendar(start_month=7)

    def document(self, file: Path) -> Located | None:
        """The located YAML of a file, or None and a problem."""
        text = self.text(file)
        return None if text is None else self.located(file, text)

    def located(self, file: Path, text: str, first_line: int = 1) -> Located | None:
        """The located YAML of a text of this file, or None and problems."""
        try:
            return locate(file, text, first_line)
        except DataInvalidError as error:
            self.problems += error.problems
            return None

    def text(self, file: Path, encoding: str = "utf-8-sig") -> str | None:
        """The text of a file, every character as it stands; None and a problem where it is not UTF-8."""
        try:
            return file.read_bytes().decode(encoding)
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            self.problems.append(Problem(file, line, "", "not UTF-8"))
        except OSError as error:
            self.problems.append(Problem(file, 1, "", f"cannot be read: {error.strerror}"))
        return None

    def record(self, kind: type[_R], document: Located, value: object, path: Path_) -> _R | None:
        """The record of a value, or None and its problems."""
        try:
            return kind.model_validate(value, context={"calendar": self.calendar})
        except ValidationError as error:
            self.problems += _problems(document, kind, error, path)
            return None

    def problem(self, document: Located, path: Path_, message: str) -> None:
        """Note what is wrong at a place of a document."""
        self.problems.append(Problem(document.file, document.line(path), field_name(path), message))


def _problems(
    document: Located, kind: type[Record], error: ValidationError, path: Path_
) -> Iterator[Problem]:
    """What pydantic found, at the line it found it on."""
    for found in error.errors(include_url=False):
        loc = tuple(part for part in found["loc"] if part != "[key]")
        where = (*path, *loc)
        yield Problem(document.file, document.line(where), field_name(where), _words(kind, found, loc))


def _words(kind: type[Record], found: ErrorDetails, loc: Path_) -> str:
    match found["type"]:
        case "missing":
            return "missing"
        case "extra_forbidden":
            return f"no such field; there are: {', '.join(_fields(kind, loc[:-1]))}"
        case "model_type" | "model_attributes_type" | "dict_type":
            return "expected a mapping"
        case "tuple_type":
            return "expected a list"
    message = found["msg"].removeprefix("Value error, ")
    value = found["input"]
    return f"{message}; found {value!r}" if isinstance(value, str) and repr(value) not in message else message


def _fields(kind: type[Record], path: Path_) -> Iterable[str]:
    """The fields of the record that stands at a path inside a record of this kind."""
    for part in path:
        if isinstance(part, str) and part in kind.model_fields:
            kind = next(_records(kind.model_fields[part].annotation), kind)
    return kind.model_fields


def _records(annotation: object) -> Iterator[type[Record]]:
    """The kinds of records that an annotation names, at any depth: `tuple[Step, ...]` names Step."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for argument in get_args(annotation):
        yield from _records(argument)
