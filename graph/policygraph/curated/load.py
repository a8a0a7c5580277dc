"""From a folder of YAML to a checked pack.

A pack is `pack.yaml`, `registry/<kind>.yaml`, `sources/<id>.yaml` and `briefs/<id>.md`. All faults of all
files are collected and raised together; nothing is returned from a pack that has one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from policygraph.curated.pack import BriefArticle, LoadedPack
from policygraph.curated.yaml_lines import Located, Path_, field_name, locate
from policygraph.errors import DataInvalidError, Problem
from policygraph.model.base import Record
from policygraph.model.registry import Body, Indicator, Initiative, Pack, Person, Place, Post
from policygraph.model.sources import Brief, Source
from policygraph.periods import FiscalCalendar

__all__ = ["REGISTRY", "input_files", "load_pack"]

REGISTRY: dict[str, type[Record]] = {
    "people": Person,
    "bodies": Body,
    "posts": Post,
    "places": Place,
    "initiatives": Initiative,
    "indicators": Indicator,
}
"""The files under `registry/` and what each maps its ids to."""

_HEAD = "---\n"


def input_files(folder: Path) -> list[Path]:
    """Every file that a pack is made of, in a fixed order."""
    found = [folder / "pack.yaml"]
    found += [folder / "registry" / f"{name}.yaml" for name in REGISTRY]
    found += sorted((folder / "sources").glob("*.yaml"))
    found += sorted((folder / "briefs").glob("*.md"))
    return [file for file in found if file.is_file()]


def load_pack(folder: Path) -> LoadedPack:
    """Read a pack; raises DataInvalidError with every fault of form, each with file, line and field.

    References between entries are checked apart, by `check_pack`.
    """
    if not (folder / "pack.yaml").is_file():
        raise DataInvalidError([Problem(folder / "pack.yaml", 1, "", "no such file: not a data folder")])
    return _Loader(folder).run()


class _Loader:
    """One reading of one folder; collects problems until the end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._problems: list[Problem] = []
        self._calendar = FiscalCalendar(start_month=7)
        self._inputs = set(input_files(folder))

    def run(self) -> LoadedPack:
        pack = self._opened()
        for file in sorted(self._folder.rglob("*.y*ml")):
            if file not in self._inputs and not file.is_relative_to(self._folder / "schema"):
                self._problems.append(Problem(file, 1, "", "not a file of a pack: nothing would read it"))
        for name, kind in REGISTRY.items():
            self._registry(pack, name, kind)
        for path in sorted((self._folder / "sources").glob("*.yaml")):
            self._source(pack, path)
        for path in sorted((self._folder / "briefs").glob("*.md")):
            self._brief(pack, path)
        if self._problems:
            raise DataInvalidError(self._problems)
        return pack

    def _opened(self) -> LoadedPack:
        """The pack, still empty; where `pack.yaml` is wrong, one to read on with, which never gets out."""
        file = self._folder / "pack.yaml"
        document = self._document(file)
        about = self._record(Pack, document, document.value, ()) if document else None
        if document is None or not isinstance(about, Pack):
            nothing: dict[str, Any] = {}
            return LoadedPack(Pack.model_construct(**nothing))
        pack = LoadedPack(about, documents={file: document})
        self._calendar = pack.calendar
        return pack

    def _registry(self, pack: LoadedPack, name: str, kind: type[Record]) -> None:
        file = self._folder / "registry" / f"{name}.yaml"
        if not file.is_file():
            return
        document = self._document(file)
        if document is None:
            return
        pack.documents[file] = document
        if not isinstance(document.value, dict):
            self._problem(document, (), "expected a mapping from ids to entries")
            return
        entries: dict[str, Any] = getattr(pack, name)
        for slug, value in document.value.items():
            entry = self._record(kind, document, value, (slug,))
            if entry is not None:
                entries[slug] = entry

    def _source(self, pack: LoadedPack, file: Path) -> None:
        document = self._document(file)
        if document is None:
            return
        pack.documents[file] = document
        source = self._record(Source, document, document.value, ())
        if isinstance(source, Source):
            pack.sources[file.stem] = source

    def _brief(self, pack: LoadedPack, file: Path) -> None:
        text = self._text(file)
        if text is None:
            return
        opening, _, rest = text.partition(_HEAD)
        head, closing, body = rest.partition("\n" + _HEAD)
        if opening or not closing:
            self._problems.append(Problem(file, 1, "", "expected a head between two lines of ---"))
            return
        document = self._located(file, head, first_line=2)
        if document is None:
            return
        pack.documents[file] = document
        brief = self._record(Brief, document, document.value, ())
        if isinstance(brief, Brief):
            pack.briefs[file.stem] = BriefArticle(brief, body.strip())

    def _document(self, file: Path) -> Located | None:
        text = self._text(file)
        return None if text is None else self._located(file, text)

    def _located(self, file: Path, text: str, first_line: int = 1) -> Located | None:
        try:
            return locate(file, text, first_line)
        except DataInvalidError as error:
            self._problems += error.problems
            return None

    def _text(self, file: Path) -> str | None:
        try:
            return file.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            self._problems.append(Problem(file, line, "", "not UTF-8"))
        except OSError as error:
            self._problems.append(Problem(file, 1, "", f"cannot be read: {error.strerror}"))
        return None

    def _record(self, kind: type[Record], document: Located, value: object, path: Path_) -> Record | None:
        try:
            return kind.model_validate(value, context={"calendar": self._calendar})
        except ValidationError as error:
            self._problems += _problems(document, kind, error, path)
            return None

    def _problem(self, document: Located, path: Path_, message: str) -> None:
        self._problems.append(Problem(document.file, document.line(path), field_name(path), message))


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
