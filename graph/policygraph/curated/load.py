"""From a folder of YAML, and a user's own folder over it, to a pack.

A pack is `pack.yaml`, `registry/<kind>.yaml`, `sources/<id>.yaml` and `briefs/<id>.md`. All faults of all
files are collected and raised together; nothing is returned from a pack that has one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from policygraph.curated.loader import Loader
from policygraph.curated.overlay import lay_over
from policygraph.curated.pack import BriefArticle, LoadedPack
from policygraph.curated.parts import REGISTRY, read_registry, read_source
from policygraph.errors import DataInvalidError, Problem
from policygraph.model.registry import Pack
from policygraph.model.sources import Brief

__all__ = ["REGISTRY", "input_files", "load_country", "load_pack", "with_own"]

_HEAD = "---\n"


def input_files(folder: Path) -> list[Path]:
    """Every file that a pack is made of, in a fixed order."""
    found = [folder / "pack.yaml"]
    found += [folder / "registry" / f"{name}.yaml" for name in REGISTRY]
    found += sorted((folder / "sources").glob("*.yaml"))
    found += sorted((folder / "briefs").glob("*.md"))
    return [file for file in found if file.is_file()]


def load_pack(folder: Path, own: Path | None = None) -> LoadedPack:
    """Read a pack, and over it what a user's own folder adds (see `overlay`).

    Raises DataInvalidError with every fault of form, each with file, line and field. References between
    entries are checked apart, by `check_pack`.
    """
    if not (folder / "pack.yaml").is_file():
        raise _no_pack(folder)
    loader = Loader()
    pack = _opened(loader, folder / "pack.yaml")
    _check_strays(loader, folder)
    for name, kind in REGISTRY.items():
        read_registry(loader, pack, folder / "registry" / f"{name}.yaml", kind)
    for file in sorted((folder / "sources").glob("*.yaml")):
        read_source(loader, pack, file)
    for file in sorted((folder / "briefs").glob("*.md")):
        _read_brief(loader, pack, file)
    if own is not None:
        lay_over(loader, pack, own)
    if loader.problems:
        raise DataInvalidError(loader.problems)
    return pack


def load_country(folder: Path) -> LoadedPack:
    """What a pack says of itself and its places, and nothing else; raises DataInvalidError likewise."""
    loader = Loader()
    if not (folder / "pack.yaml").is_file():
        raise _no_pack(folder)
    pack = _opened(loader, folder / "pack.yaml")
    read_registry(loader, pack, folder / "registry" / "places.yaml", REGISTRY["places"])
    if loader.problems:
        raise DataInvalidError(loader.problems)
    return pack


def with_own(pack: LoadedPack, own: Path) -> LoadedPack:
    """A copy of a pack that was loaded without one, and over it what an own folder adds.

    Raises DataInvalidError with every fault of form of the folder.
    """
    loader, whole = Loader(), pack.copied()
    loader.calendar = pack.calendar
    lay_over(loader, whole, own)
    if loader.problems:
        raise DataInvalidError(loader.problems)
    return whole


def _no_pack(folder: Path) -> DataInvalidError:
    return DataInvalidError([Problem(folder / "pack.yaml", 1, "", "no such file: not a data folder")])


def _check_strays(loader: Loader, folder: Path) -> None:
    inputs = set(input_files(folder))
    for file in sorted(folder.rglob("*.y*ml")):
        if file not in inputs and not file.is_relative_to(folder / "schema"):
            loader.problems.append(Problem(file, 1, "", "not a file of a pack: nothing would read it"))


def _opened(loader: Loader, file: Path) -> LoadedPack:
    """The pack, still empty; where `pack.yaml` is wrong, one to read on with, which never gets out."""
    document = loader.document(file)
    about = loader.record(Pack, document, document.value, ()) if document else None
    if document is None or about is None:
        nothing: dict[str, Any] = {}
        return LoadedPack(Pack.model_construct(**nothing))
    pack = LoadedPack(about, documents={file: document})
    loader.calendar = pack.calendar
    return pack


def _read_brief(loader: Loader, pack: LoadedPack, file: Path) -> None:
    text = loader.text(file)
    if text is None:
        return
    text = text.replace("\r\n", "\n")
    opening, _, rest = text.partition(_HEAD)
    head, closing, body = rest.partition("\n" + _HEAD)
    if opening or not closing:
        loader.problems.append(Problem(file, 1, "", "expected a head between two lines of ---"))
        return
    document = loader.located(file, head, first_line=2)
    if document is None:
        return
    pack.documents[file] = document
    brief = loader.record(Brief, document, document.value, ())
    if brief is not None:
        pack.briefs[file.stem] = BriefArticle(brief, body.strip())
        pack.files["briefs", file.stem] = file
