"""Exports written to disk, whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from policygraph.atomic import replace_file, sync_folder
from policygraph.errors import UsageError
from policygraph.export.csv_folder import csv_folder, raw_csv_folder
from policygraph.export.description import description
from policygraph.export.formats import format_named
from policygraph.export.graph_files import gexf_file, graphml_file
from policygraph.export.json_file import json_file
from policygraph.export.jsonld_file import jsonld_file
from policygraph.export.neo4j_folder import neo4j_folder
from policygraph.export.rdf_files import nquads, ntriples, rdfxml, trig, turtle
from policygraph.store.contract import ReadStore

__all__ = ["FILES", "FOLDERS", "export_bytes", "export_graph"]

FILES: Final[dict[str, Callable[[ReadStore], bytes]]] = {
    "ttl": turtle,
    "nt": ntriples,
    "rdfxml": rdfxml,
    "jsonld": jsonld_file,
    "trig": trig,
    "nq": nquads,
    "json": json_file,
    "graphml": graphml_file,
    "gexf": gexf_file,
    "void": description,
}
"""The exporters of formats that are one file."""

FOLDERS: Final[dict[str, Callable[[ReadStore], dict[str, bytes]]]] = {
    "csv": csv_folder,
    "csv-raw": raw_csv_folder,
    "neo4j": neo4j_folder,
}
"""The exporters of formats that are a folder: file name -> content."""


def export_bytes(store: ReadStore, form: str) -> bytes:
    """The graph in a format that is one file.

    Raises UsageError for an unknown format, or one that is a folder.
    """
    if format_named(form).folder:
        raise UsageError(f"the format {form!r} is a folder of files: name a folder to write it to")
    return FILES[form](store)


def export_graph(store: ReadStore, form: str, target: Path) -> list[Path]:
    """Write the graph to a file, or to a folder; gives the files written, sorted.

    A file format given a folder writes `policygraph.<ending>` into it. A folder format replaces the
    folder, but only one that holds nothing else than an earlier export. On any failure what was there
    stays. Raises UsageError for an unknown format or a target that is not fit, OSError when the disk
    refuses.
    """
    if not format_named(form).folder:
        file = target / format_named(form).file_name if target.is_dir() else target
        replace_file(file, export_bytes(store, form))
        return [file]
    if target.exists() and not target.is_dir():
        raise UsageError(f"{target} is a file; the format {form!r} needs a folder")
    files = FOLDERS[form](store)
    _check_replaceable(target, files)
    _replace_folder(target, files)
    return sorted(target / name for name in files)


def _check_replaceable(folder: Path, files: dict[str, bytes]) -> None:
    if not folder.is_dir():
        return
    foreign = sorted(found.name for found in folder.iterdir() if found.name not in files)
    if foreign:
        raise UsageError(f"{folder} holds {foreign[0]!r}, which is no part of this export: name a new folder")


def _replace_folder(folder: Path, files: dict[str, bytes]) -> None:
    """Write beside the folder, then exchange by renames; the old one comes back if that fails."""
    folder = folder.resolve()
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    fresh, old = staging / "new", staging / "old"
    try:
        fresh.mkdir(mode=0o755)
        for name, content in files.items():
            replace_file(fresh / name, content)
        sync_folder(fresh)
        if folder.exists():
            folder.rename(old)
        try:
            fresh.rename(folder)
        except OSError:
            if old.exists():
                old.rename(folder)
            raise
        sync_folder(folder.parent)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
