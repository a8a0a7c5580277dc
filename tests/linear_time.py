"""Whether time grows with the length of a text and no faster, told apart from a busy machine."""

from __future__ import annotations

import time
from collections.abc import Callable

__all__ = ["in_linear_time"]

_TRIES = 5
_LEAST = 0.02
"""CPU seconds: what takes less is not told apart from chance."""


def in_linear_time(work: Callable[[str], object], short: str, long: str, *, slack: int = 3) -> bool:
    """Whether the longer of two texts takes no more than `slack` times what its length allows.

    A few tries are made, and the least time of each text counts; each try has texts of its own, so that
    nothing is remembered. Quadratic work is out by the ratio of the lengths, which is to be above `slack`.
    """
    most = slack * len(long) / len(short)
    best: list[tuple[float, float]] = []
    for attempt in range(_TRIES):
        best.append((_seconds(work, f"{attempt}\n{short}"), _seconds(work, f"{attempt}\n{long}")))
        least_short, least_long = (min(one[place] for one in best) for place in (0, 1))
        if least_long < most * max(least_short, _LEAST):
            return True
    return False


def _seconds(work: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    work(text)
    return time.process_time() - start
