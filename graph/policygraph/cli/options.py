"""Options that several commands share."""

from __future__ import annotations

import re
import shlex
from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from policygraph.errors import NotFoundError, UsageError

__all__ = [
    "DataOption",
    "OwnOption",
    "QuotesOption",
    "RawOption",
    "StoreOption",
    "check_choice",
    "country_of",
    "day_of",
    "with_options",
]


def _there(folder: Path | None) -> Path | None:
    """Refuse a folder that is not there; raises NotFoundError."""
    if folder is not None and not folder.exists():
        raise NotFoundError("folder", str(folder))
    return folder


DataOption = Annotated[
    Path | None,
    typer.Option(
        "--data",
        metavar="DIR",
        callback=_there,
        help="A folder of YAML to use in place of the shipped data.",
    ),
]
StoreOption = Annotated[
    Path | None,
    typer.Option(
        "--store", metavar="DIR", callback=_there, help="A store made by `policygraph build --store`."
    ),
]
OwnOption = Annotated[
    str | None,
    typer.Option(
        "--own", metavar="DIR|none", help="Your own folder of articles; the usual one where there is one."
    ),
]
"""What it means is settled by `shipped.own_folder`."""
QuotesOption = Annotated[
    bool, typer.Option("--quotes", help="With the words of your own articles, not only their places.")
]
RawOption = Annotated[
    bool,
    typer.Option(
        "--raw", help="CSV and TSV cells as they are; without it, none that a spreadsheet would run."
    ),
]


def check_choice(what: str, given: str, choices: Collection[str]) -> None:
    """Refuse what is none of the choices, and name them; raises UsageError.

    >>> check_choice("format", "json", ("table", "json"))
    """
    if given not in choices:
        raise UsageError(f"no {what} {given!r}; use one of {', '.join(choices)}")


def day_of(text: str | None, option: str = "--date") -> date | None:
    """The day that an option gives; raises UsageError for what is none.

    >>> day_of("2026-01-31")
    datetime.date(2026, 1, 31)
    """
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise UsageError(f"{option} {text!r} is no date like 2026-01-31") from None


def with_options(data: Path | None, own: str | None) -> str:
    """The options that a further command on the same folders needs, with a space before each.

    >>> with_options(Path("my data"), None)
    " --data 'my data'"
    """
    given = (("--own", own), ("--data", data))
    return "".join(f" {name} {shlex.quote(str(value))}" for name, value in given if value is not None)


def country_of(text: str | None, data: Path | None = None) -> str | None:
    """The country that `--country` gives; raises UsageError for what is no code, or that of no known country.

    >>> country_of("pk")
    'PK'
    """
    if not text:
        return None
    if not re.fullmatch("[A-Za-z]{2}", text):
        raise UsageError(f"--country {text!r} is no country code like PK")
    from policygraph.reader.countries import known_codes

    if (code := text.upper()) not in known_codes() and code != (home := _home(data)):
        raise UsageError(
            f"--country {text!r}: nothing is known of its money and its fiscal year; use one of "
            f"{', '.join(sorted({*known_codes(), home}))}; or leave it out; or add the country in a pack, "
            "and name that with --data"
        )
    return code


def _home(data: Path | None) -> str:
    """The code of the country that the data are about."""
    from policygraph.curated.load import load_country
    from policygraph.paths import data_dir
    from policygraph.resolve.known import home_of

    return home_of(load_country(data or data_dir())).code
