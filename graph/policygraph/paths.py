"""Where `ontology/` and `data/` are, in a checkout and when installed; nothing else knows."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["cache_dir", "data_dir", "ontology_dir", "own_dir", "package_dir"]


def package_dir() -> Path:
    """The folder of the package itself.

    >>> package_dir().name
    'policygraph'
    """
    return Path(__file__).resolve().parent


def ontology_dir() -> Path:
    """The folder of `policygraph.ttl`, `concepts.ttl`, `shapes.ttl` and `questions/`."""
    return _shipped("ontology")


def data_dir() -> Path:
    """The folder of the shipped country pack (`pack.yaml`, `registry/`, `sources/`, `briefs/`)."""
    return _shipped("data")


def cache_dir() -> Path:
    """Where built graphs are cached: `$POLICYGRAPH_CACHE`, else the user's cache folder."""
    if chosen := os.environ.get("POLICYGRAPH_CACHE"):
        return Path(chosen)
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "policygraph"


def own_dir() -> Path:
    """Where a user's own articles are kept: `$POLICYGRAPH_OWN`, else the user's data folder."""
    if chosen := os.environ.get("POLICYGRAPH_OWN"):
        return Path(chosen)
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "policygraph"


def _shipped(name: str) -> Path:
    """The wheel carries the folder in the package as `_ontology`, `_data`; a checkout has it at its root."""
    installed = package_dir() / f"_{name}"
    return installed if installed.is_dir() else package_dir().parents[1] / name
