"""A knowledge graph of IT-sector policy, with the passage that says so behind every statement.

>>> import policygraph
>>> graph = policygraph.open()
>>> graph.find("PSEB").name
'Pakistan Software Export Board'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygraph.version import __version__

if TYPE_CHECKING:
    from policygraph.graph import Graph, open_graph

    open = open_graph  # noqa: A001 - as in `policygraph.open()`

__all__ = ["Graph", "__version__", "open"]


def __getattr__(name: str) -> Any:
    """Import what is costly only when it is used."""
    if name == "open":
        from policygraph.graph import open_graph

        return open_graph
    if name == "Graph":
        from policygraph.graph import Graph

        return Graph
    raise AttributeError(f"module 'policygraph' has no attribute {name!r}")
