"""Options that several commands share."""

from __future__ import annotations

import re
import shlex
from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from policygraph.errors import UsageError

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

DataOption = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", help="A folder of YAML to use in place of the shipped data."),
]
StoreOption = Annotated[
    Path | None,
    typer.Option("--store", metavar="DIR", help="A store made by `policygraph build --store`."),
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


def country_of(text: str | None) -> str | None:
    """The country that `--country` gives; raises UsageError for what is no code.

    >>> country_of("pk")
    'PK'
    """
    if text and not re.fullmatch("[A-Za-z]{2}", text):
        raise UsageError(f"--country {text!r} is no country code like PK")
    return text.upper() if text else None
