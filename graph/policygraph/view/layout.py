"""Where each node stands: worked out when the page is made, the same each time.

Entities are laid out by forces, communities apart, and pushed until no two labels overlap. Figures sit
in a disc around their indicator, which stands at the rim for it; sources form the outermost ring. So
the first picture, which shows neither, has no holes, and the whole one needs no second layout.
"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import networkx as nx
import numpy as np

from policygraph.network.projection import Network
from policygraph.view.forces import ASPECT, groups_of, numbered, spread, sunflower

__all__ = ["Place", "place_nodes"]

_Where: TypeAlias = dict[str, tuple[float, float]]
_SATELLITES = ("figure", "source")
_FONTS = ((12, 42), (36, 32), (110, 17), (10**9, 11))
"""Size of names by rank: the first twelve, up to the thirty-sixth, and so on."""
_DISC = 20.0
_DISC_FROM = 6


@dataclass(frozen=True)
class Place:
    """Position, radius of the shape, size of the label and community of a node."""

    x: int
    y: int
    radius: int
    font: int
    group: int


def place_nodes(network: Network) -> dict[str, Place]:
    """The place of every node.

    >>> import networkx as nx
    >>> place_nodes(nx.MultiDiGraph())
    {}
    """
    kinds = {node: str(kind) for node, kind in network.nodes(data="kind")}
    core = [node for node in network if kinds[node] not in _SATELLITES]
    plain = numbered(network, core)
    groups = groups_of(plain)
    sizes = _sizes(plain, core)
    boxes = np.array([_box(str(network.nodes[node]["label"]), *sizes[node]) for node in core]).reshape(-1, 3)
    points = spread(plain, groups, boxes)
    where = {node: (float(x), float(y)) for node, (x, y) in zip(core, points, strict=True)}
    _place_figures(network, kinds, where)
    _place_sources(network, kinds, where)
    group_of = {core[place]: number for number, group in enumerate(groups) for place in group}
    return {
        node: Place(round(x), round(y), *sizes.get(node, (6, 5)), group_of.get(node, -1))
        for node, (x, y) in where.items()
    }


def _sizes(plain: nx.Graph[int], core: list[str]) -> dict[str, tuple[int, int]]:
    """Radius and font: the most connected few have names that can be read from afar."""
    degrees = [len(plain[place]) for place in range(len(core))]
    ranks = sorted(range(len(core)), key=lambda place: (-degrees[place], place))
    fonts = {place: next(font for upto, font in _FONTS if rank < upto) for rank, place in enumerate(ranks)}
    return {
        node: (round(9 + 3 * math.sqrt(min(80, degrees[place]))), fonts[place])
        for place, node in enumerate(core)
    }


def _box(label: str, radius: int, font: int) -> tuple[float, float, float]:
    """Half the width and height of shape and wrapped label, and how far below the shape they centre."""
    lines = textwrap.wrap(label[:200], 20)[:4] or [""]
    share = 0.54 if font > 11 else 0.38  # the smallest names are only read close up, and may come near
    width = max(map(len, lines)) * font * share
    below = len(lines) * font * 0.6
    return max(radius * 2.0, width) / 2 + 5, radius + below + 5, below


def _place_figures(network: Network, kinds: Mapping[str, str], where: _Where) -> None:
    """Figures in a disc around their indicator; an indicator with many moves out to the rim."""
    discs: dict[str, list[str]] = {}
    for node in network:
        if kinds[node] == "figure":
            anchors = sorted(near for near in network.successors(node) if near in where)
            discs.setdefault(anchors[0] if anchors else "", []).append(node)
    large = {anchor: len(nodes) for anchor, nodes in discs.items() if anchor and len(nodes) >= _DISC_FROM}
    _move_to_rim(large, where)
    rim = _reach(where.values())
    for anchor, nodes in sorted(discs.items()):
        x, y = where.get(anchor, (0.0, rim + 200.0))
        for place, node in enumerate(nodes):
            dx, dy = sunflower(place + 4, _DISC)
            where[node] = (x + dx, y + dy)


def _move_to_rim(large: Mapping[str, int], where: _Where) -> None:
    """Turn discs along the rim, each as little as it takes, until none overlaps the next."""
    rim = _reach(place for node, place in where.items() if node not in large)
    radius = {anchor: _DISC * math.sqrt(count + 4) + 45 for anchor, count in large.items()}
    half = {anchor: math.asin(size / (rim + size + 1)) * 1.15 for anchor, size in radius.items()}
    order = sorted(large, key=lambda anchor: (_angle(where[anchor]), anchor))
    angles = [_angle(where[anchor]) for anchor in order]
    for _ in range(400):
        for here in range(len(order)):
            after = (here + 1) % len(order)
            turn = 2 * math.pi if after <= here else 0.0
            lack = half[order[here]] + half[order[after]] - (angles[after] + turn - angles[here])
            if lack > 0 and after != here:
                angles[here], angles[after] = angles[here] - lack / 2, angles[after] + lack / 2
    for anchor, angle in zip(order, angles, strict=True):
        where[anchor] = _on_ellipse(angle, rim + radius[anchor])


def _place_sources(network: Network, kinds: Mapping[str, str], where: _Where) -> None:
    """Sources on rings around everything, each in the direction of what it speaks about."""
    angles = []
    for node in network:
        if kinds[node] == "source":
            near = [where[other] for other in network.successors(node) if other in where]
            x, y = np.mean(near, axis=0) if near else (0.0, 1.0)
            angles.append((_angle((x, y)), node))
    rim = _reach(where.values()) + 90
    for place, (_, node) in enumerate(sorted(angles)):
        angle = 2 * math.pi * place / max(1, len(angles)) - math.pi
        where[node] = _on_ellipse(angle, rim + 46 * (place % 3))


def _on_ellipse(angle: float, radius: float) -> tuple[float, float]:
    stretch = math.sqrt(ASPECT)
    return radius * math.cos(angle) * stretch, radius * math.sin(angle) / stretch


def _angle(place: tuple[float, float]) -> float:
    return math.atan2(place[1] * ASPECT, place[0])


def _reach(places: Iterable[tuple[float, float]]) -> float:
    """How far the farthest place is from the middle, counted along the ellipse."""
    stretch = math.sqrt(ASPECT)
    return max((math.hypot(x / stretch, y * stretch) for x, y in places), default=0.0)
