"""`policygraph remove`"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from policygraph.cli.options import DataOption, OwnOption
from policygraph.cli.output import note, print_rows
from policygraph.cli.stopping import stoppable

if TYPE_CHECKING:
    from policygraph.newsroom.remove import Removed

__all__ = ["remove"]


def remove(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help="The ids that `add` gave them: all go, or none.")
    ],
    form: Annotated[str, typer.Option("--format", "-f", help="table, json, csv or tsv.")] = "table",
    data: DataOption = None,
    own: OwnOption = None,
) -> None:
    """Take articles of your own out again, and what only they said."""
    from policygraph.newsroom.remove import remove_sources

    with stoppable():
        removed = remove_sources(sources, data=data, own=own)
    head = ("source",) if len(removed) > 1 else ()
    rows = [row if head else row[1:] for gone in removed for row in _rows(gone)]
    print_rows(
        (*head, "what", "went"), rows, form, f"Taken out with {', '.join(one.source for one in removed)}"
    )
    if waiting := sum(one.waiting for one in removed):
        note(f"{waiting} that waited for review went too")
    for one in removed:
        if one.judged:
            note(f"the judgements on {one.source} are kept, for when the same text is added again")


def _rows(gone: Removed) -> Iterator[tuple[str, str, str]]:
    for what, went in (("fact", gone.facts), ("entry", gone.entries), ("name", gone.names)):
        yield from ((gone.source, what, words) for words in went)
