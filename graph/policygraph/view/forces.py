"""Forces: from who is joined to whom to places in the plane, and room for every label."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any, Final

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from policygraph.network.projection import Network

__all__ = ["ASPECT", "groups_of", "numbered", "spread", "sunflower"]

ASPECT: Final = 1.35
"""How much wider than high a picture is."""

_Floats = NDArray[np.float64]
_SEED: Final = 11
_GOLDEN: Final = math.pi * (3 - math.sqrt(5))


def numbered(network: Network, core: list[str]) -> nx.Graph[int]:
    """Numbers for nodes: sets of numbers have the same order in every process, sets of texts do not.

    What a figure joins (who states it, what it is about) is joined here although figures are not.
    """
    number = {node: place for place, node in enumerate(core)}
    plain: nx.Graph[int] = nx.Graph()
    plain.add_nodes_from(range(len(core)))
    for one, other in network.edges():
        if one in number and other in number:
            plain.add_edge(number[one], number[other])
    for node, kind in network.nodes(data="kind"):
        if str(kind) == "figure":
            ends = [*network.predecessors(node), *network.successors(node)]
            near = sorted({number[end] for end in ends if end in number})
            plain.add_edges_from(pairwise(near))
    return plain


def groups_of(plain: nx.Graph[int]) -> list[list[int]]:
    if not plain:
        return []
    found = nx.community.louvain_communities(plain, seed=_SEED)
    return sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))


def spread(plain: nx.Graph[int], groups: list[list[int]], boxes: _Floats) -> _Floats:
    """Forces first, then room for the labels."""
    if not plain:
        return np.zeros((0, 2))
    start = _seeded(groups, len(plain))
    weighted: nx.Graph[int] = nx.Graph()
    weighted.add_nodes_from(plain)
    group_of = {node: number for number, group in enumerate(groups) for node in group}
    for one, other in plain.edges():
        weighted.add_edge(one, other, weight=2.0 if group_of[one] == group_of[other] else 0.5)
    with np.errstate(invalid="ignore"):  # the pull of a node on itself is 0/0, and networkx sets it to 0
        found = nx.forceatlas2_layout(
            weighted, pos=start, max_iter=160, gravity=3.0, linlog=True, weight="weight", seed=_SEED
        )
    points = np.array([found[node] for node in range(len(plain))], dtype=np.float64)
    return _without_overlaps(_scaled(points, boxes), boxes)


def _seeded(groups: list[list[int]], count: int) -> dict[int, Any]:
    """A start that keeps communities together: each on its own patch of a sunflower."""
    start: dict[int, Any] = {}
    placed = 0
    for group in groups:
        middle = sunflower(placed + len(group) / 2, 1.0)
        for place, node in enumerate(group):
            offset = sunflower(place + 0.5, 0.5)
            start[node] = np.array([middle[0] + offset[0], middle[1] + offset[1]]) / math.sqrt(count)
        placed += len(group)
    return start


def sunflower(place: float, step: float) -> tuple[float, float]:
    radius, angle = step * math.sqrt(place), place * _GOLDEN
    return radius * math.cos(angle), radius * math.sin(angle)


def _scaled(points: _Floats, boxes: _Floats) -> _Floats:
    """Centred, without far outliers, wide rather than high, and about as large as the labels need."""
    centred = points - np.median(points, axis=0)
    reach = np.hypot(*centred.T)
    middle = float(np.quantile(reach, 0.7)) or 1.0
    shrunk = centred * (np.where(reach > 0, np.power(np.maximum(reach, 1e-9) / middle, -0.5), 1.0))[:, None]
    area = float(np.sum(4 * boxes[:, 0] * boxes[:, 1])) * 0.8
    size = math.sqrt(area / math.pi)
    spread = float(np.quantile(np.hypot(*shrunk.T), 0.9)) or 1.0
    wide = np.array([math.sqrt(ASPECT), 1 / math.sqrt(ASPECT)])
    return np.asarray(shrunk * (size / spread) * wide, dtype=np.float64)


def _without_overlaps(points: _Floats, boxes: _Floats, rounds: int = 1500) -> _Floats:
    """Push overlapping boxes apart, along the axis where they overlap least; give room where they jam."""
    moved = points + np.column_stack([np.zeros(len(points)), boxes[:, 2]])
    rows, columns = np.triu_indices(len(points), 1)
    room_x, room_y = boxes[rows, 0] + boxes[columns, 0], boxes[rows, 1] + boxes[columns, 1]
    for turn in range(1, rounds + 1):
        gap_x, gap_y = moved[rows, 0] - moved[columns, 0], moved[rows, 1] - moved[columns, 1]
        over_x, over_y = room_x - np.abs(gap_x), room_y - np.abs(gap_y)
        hit = np.flatnonzero((over_x > 0.5) & (over_y > 0.5))
        if not len(hit):
            break
        across = over_x[hit] < over_y[hit]
        for axis, over, gap, chosen in ((0, over_x, gap_x, across), (1, over_y, gap_y, ~across)):
            pairs = hit[chosen]
            push = np.where(gap[pairs] < 0, -0.4, 0.4) * over[pairs]
            np.add.at(moved[:, axis], rows[pairs], push)
            np.add.at(moved[:, axis], columns[pairs], -push)
        if turn % 600 == 0:
            moved *= 1.03
    return moved - np.column_stack([np.zeros(len(points)), boxes[:, 2]])
