"""What there is to say of the countries that articles are read as being on, when all are read.

1. A country that nobody gave, but the text or the data, is told.
2. So is one of which nothing is known: fiscal years of articles on it get no dates.
3. So is that an article names a fiscal year, and nothing says of which country.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from policygraph.cli.output import note

if TYPE_CHECKING:
    from policygraph.cli.finishing import Finished
    from policygraph.reader.document import Document

__all__ = ["CountryNotes", "land_note", "tell_assumed"]

_ASSUMED, _UNKNOWN, _OPEN = "assumed", "unknown", "open"


def land_note(document: Document) -> tuple[str, str]:
    """What there is to say of an article's country, if anything, and its code."""
    if document.assumed:
        return _ASSUMED, document.country or ""
    if document.land.calendar is not None:
        return "", ""
    if document.country:
        return _UNKNOWN, document.country
    return (_OPEN, "") if _names_fiscal_year(document) else ("", "")


def _names_fiscal_year(document: Document) -> bool:
    from policygraph.reader.figures.measures import measures_of
    from policygraph.reader.text.sentences import sentences_of

    return any(one.dateless for one in measures_of(document, sentences_of(document.text)).periods)


def tell_assumed(codes: Iterable[str]) -> None:
    """Say as being on which countries articles were read, for which nobody gave one."""
    for code, count in sorted(Counter(codes).items()):
        note(f"no country is given for {_articles(count)}: read as on {code}; --country says otherwise")


def _articles(count: int) -> str:
    return f"{count:,} article{'' if count == 1 else 's'}"


class CountryNotes:
    """The countries of the articles that a command reads, as far as there is anything to say."""

    def __init__(self) -> None:
        self._codes: dict[str, list[str]] = {_ASSUMED: [], _UNKNOWN: [], _OPEN: []}

    def counted(self, articles: Iterator[Finished]) -> Iterator[Finished]:
        """The same articles, noted as they pass."""
        for one in articles:
            if one.land:
                self._codes[one.land].append(one.code)
            yield one

    def tell(self) -> None:
        """One line a sort and country, on standard error."""
        tell_assumed(self._codes[_ASSUMED])
        if unknown := sorted(set(self._codes[_UNKNOWN])):
            note(f"no fiscal calendar is known of {', '.join(unknown)}: fiscal years there get no dates")
        if found := len(self._codes[_OPEN]):
            note(f"{_articles(found)}: a fiscal year of no known country gets no dates; give --country")
