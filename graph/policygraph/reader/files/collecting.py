"""How often a process that does nothing but read looks for cycles: seldom, and not through what stays.

A reading makes no cycles: counts of references free all of it. What the reader has loaded, and what it
remembers of words, lives as long as the process, and the collector would go through it again and again.
"""

from __future__ import annotations

import gc

__all__ = ["collect_seldom"]

_MADE = 50_000
"""Objects that are made, and still there, before the collector looks at them; by default some hundreds. Not
never: who parses a page, or proposes to the reader, may make cycles."""


def collect_seldom() -> None:
    """Leave what is loaded so far to the end of the process, and look at the rest seldom.

    For a command or a worker, once its names are loaded; never for a process that is another's. About 4% of
    the time of many articles.

    >>> before = gc.get_threshold()
    >>> collect_seldom()
    >>> gc.get_threshold()[0], gc.get_threshold()[1:] == before[1:], gc.get_freeze_count() > 0
    (50000, True, True)
    >>> gc.unfreeze()
    >>> gc.set_threshold(*before)
    """
    gc.freeze()
    gc.set_threshold(_MADE, *gc.get_threshold()[1:])
