"""`policygraph remove`"""

from __future__ import annotations

from typing import Annotated

import typer

from policygraph.cli.options import DataOption, OwnOption
from policygraph.cli.output import note, print_rows
from policygraph.cli.stopping import stoppable

__all__ = ["remove"]


def remove(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="The id that `add` gave it.")],
    form: Annotated[str, typer.Option("--format", "-f", help="table, json, csv or tsv.")] = "table",
    data: DataOption = None,
    own: OwnOption = None,
) -> None:
    """Take one of your own articles out again, and what only it said."""
    from policygraph.newsroom.remove import remove_source

    with stoppable():
        gone = remove_source(source, data=data, own=own)
    rows = [("fact", words) for words in gone.facts]
    rows += [("entry", words) for words in gone.entries] + [("name", words) for words in gone.names]
    print_rows(("what", "went"), rows, form, f"Taken out with {source}")
    if gone.waiting:
        note(f"{gone.waiting} that waited for review went too")
    if gone.judged:
        note("its judgements are kept, for when the same text is added again")
