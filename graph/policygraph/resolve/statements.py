"""One fact that an article states more than once: in its headline, and again where it says who says so.

1. A figure of the reading is stated wherever the article has the same value and unit, of the same thing and
   time (see `reader.figures`); each place is resolved by itself.
2. Of these the one without a doubt is taken, then the one that says most of these: whose figure it is, and
   the rate by which it changed; then the one that says whose, then the one that the reader took. Its passage
   is the evidence.
3. A rate that stands with a statement which is not taken stands alone.
4. What the text tells only to deny it, or as what would have been, is doubted; where it ends is what counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace

from policygraph.reader.figures.figures import stated_figures
from policygraph.reader.figures.one_fact import is_one_fact
from policygraph.reader.reading import ReadFigure
from policygraph.resolve.article import Article
from policygraph.resolve.resolved import Candidate

__all__ = ["Levels", "unless_denied"]

_DENIED = "the text denies it, or tells it as what would have been"
_OF_THE_LEVEL = frozenset({"value", "printed", "bound", "kind"})


class Levels:
    """The levels of an article, every statement of each; `candidates` can be changed place for place."""

    def __init__(self, article: Article, resolved: Callable[[ReadFigure], Candidate | None]) -> None:
        self.candidates: list[Candidate] = []
        self._groups: list[range] = []
        for some in _statements(article):
            start = len(self.candidates)
            self.candidates += [unless_denied(article, one) for one in map(resolved, some) if one]
            self._groups.append(range(start, len(self.candidates)))

    def fullest(self, candidates: list[Candidate]) -> Iterator[Candidate]:
        """One statement of each level (rule 2), the rates that it leaves behind, and what else there is."""
        for group in self._groups:
            some = [candidates[place] for place in group]
            best = max(some, key=_fullness, default=None)
            if best is not None:
                yield best
                yield from (_rate_alone(one) for one in some if one is not best and one.fact.get("growth"))
        yield from candidates[len(self.candidates) :]


def unless_denied(article: Article, one: Candidate) -> Candidate:
    """The candidate, with a doubt where the text denies it (rule 4)."""
    if _DENIED in one.doubts or not article.denies(one.at[1] - 1):
        return one
    return replace(one, doubts=(*one.doubts, _DENIED))


def _statements(article: Article) -> list[list[ReadFigure]]:
    """Each figure of the reading, and after it the other places where it is stated."""
    groups = [[one] for one in article.reading.figures]
    own: dict[tuple[object, str], list[list[ReadFigure]]] = defaultdict(list)
    for group in groups:
        if not group[0].origin:
            own[group[0].value, group[0].unit].append(group)
    for one in stated_figures(article.document, article.sentences) if own else ():
        known = own[one.value, one.unit]
        if all(one.span != group[0].span for group in known):
            fitting = next((group for group in known if is_one_fact(group[0], one)), None)
            if fitting:
                fitting.append(one)
    return groups


def _fullness(one: Candidate) -> tuple[bool, int, bool]:
    whose, rate = bool(one.fact.get("by") or one.fact.get("agent")), bool(one.fact.get("growth"))
    return not one.doubts, whose + rate, whose


def _rate_alone(one: Candidate) -> Candidate:
    """Rule 3; a rate that was in doubt stands alone already."""
    fact = {name: value for name, value in one.fact.items() if name not in _OF_THE_LEVEL}
    start, end = one.fact["growth"]["at"]
    return Candidate("figures", (start, end), fact)
