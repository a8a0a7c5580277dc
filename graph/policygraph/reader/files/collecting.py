"""How often a process that does nothing but read looks for cycles: seldom, and not through what stays.

A reading makes no cycles: counts of references free all of it. What the reader has loaded, and what it
remembers of words, lives as long as the process, and the collector would go through it again and again.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["collect_seldom", "collecting_seldom"]

_MADE = 50_000
"""Objects that are made, and still there, before the collector looks at them; by default some hundreds. Not
never: who parses a page, or proposes to the reader, may make cycles."""


def collect_seldom() -> None:
    """Leave what is loaded so far to the end of the process, and look at the rest seldom.

    For a process that does nothing else, once its names are loaded. About 4% of the time of many articles.
    """
    gc.freeze()
    gc.set_threshold(_MADE, *gc.get_threshold()[1:])


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """The same for as long as a command reads; who called it has the collector as it was before.

    >>> before = gc.get_threshold()
    >>> with collecting_seldom():
    ...     gc.get_threshold()[0], gc.get_freeze_count() > 0
    (50000, True)
    >>> gc.get_threshold() == before
    True
    """
    before = gc.get_threshold()
    collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
