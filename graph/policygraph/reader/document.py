"""What is read: a text and what is known about it, by itself or because somebody gives it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from policygraph.reader.countries import Country, country_named

__all__ = ["Document", "Given", "Lands"]

Lands = tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]
"""Countries by their codes, each with its names and those of places in it."""


@dataclass(frozen=True, slots=True)
class Document:
    """An article; every offset of its reading counts Unicode code points of `text`, from 0.

    `text` is the article alone: what the head of a file says of it (see `headers`) is in the other fields,
    so that what is stored, hashed and quoted begins where the article does.
    """

    id: str
    text: str
    title: str = ""
    date: date | None = None
    """Date of publication: what `last month` is counted from."""
    country: str | None = None
    """ISO 3166-1 code: whose fiscal year and whose rupees are meant."""
    url: str = ""
    publisher: str = ""
    home: Country | None = None
    """What the pack says of that country, where it is the pack's; else the lexicon is asked."""
    assumed: bool = False
    """Whether nobody said its country, so that it was taken from the text, or is the usual one."""

    @property
    def land(self) -> Country:
        """The country's money and calendar."""
        return self.home or country_named(self.country)


@dataclass(frozen=True, slots=True)
class Given:
    """What holds for documents that do not say it themselves."""

    date: date | None = None
    country: str | None = None
    publisher: str = ""
    title: str = ""
    url: str = ""
    home: Country | None = None
    """The pack's country: what is said of it holds for documents on it alone."""
    lands: Lands = ()
    """The countries of a registry; one that a text names is its country (see `files.countries_told`)."""
    usual: str | None = None
    """The country of a text that tells none, where there are `lands`."""

    def fill(self, document: Document) -> Document:
        """The document, with what it does not say.

        >>> filled = Given(country="PK", title="B").fill(Document("d1", "Boats.", "A"))
        >>> filled.country, filled.title
        ('PK', 'A')
        """
        country = document.country or self.country
        at_home = self.home is not None and (country or "").upper() == self.home.code
        return replace(
            document,
            home=self.home if at_home else document.home,
            title=document.title or self.title,
            date=document.date or self.date,
            country=country,
            url=document.url or self.url,
            publisher=document.publisher or self.publisher,
        )
