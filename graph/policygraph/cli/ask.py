"""`policygraph ask`"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from policygraph.cli.asked_columns import laid_out
from policygraph.cli.options import DataOption, OwnOption, RawOption, StoreOption
from policygraph.cli.output import FORMATS, note, print_rows
from policygraph.cli.sending import FormatOption, OutputOption, form_of, sent_to
from policygraph.errors import UsageError
from policygraph.graph import open_graph
from policygraph.questions.catalog import Question, catalog, question

__all__ = ["ask"]


def ask(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(help="The question; without one, all are listed.")] = None,
    parameters: Annotated[
        list[str] | None,
        typer.Option(
            "--param",
            "-p",
            metavar="NAME=VALUE",
            help="A parameter; or write --NAME VALUE. A day is 2023-12-15; a period 2023-12, "
            "2023-07/2024-03 or FY2023-24.",
        ),
    ] = None,
    form: FormatOption = None,
    columns: Annotated[
        str | None,
        typer.Option(
            "--columns",
            "-c",
            metavar="A,B,...",
            help="Only these columns, in this order, or `all`; a table shows the chief ones by default.",
        ),
    ] = None,
    output: OutputOption = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="What it asks, its parameters, its SPARQL.")
    ] = False,
    raw: RawOption = False,
    data: DataOption = None,
    own: OwnOption = None,
    store: StoreOption = None,
) -> None:
    """Answer a competency question; names, ids and acronyms all do for an entity."""
    form = form_of(form, output, FORMATS)
    with sent_to(output):
        if name is None:
            _list(form)
            return
        asked = question(name)
        if explain:
            sys.stdout.write(_explained(asked))
            return
        values = dict([*_named(parameters or ()), *_options(context.args)])
        answer = open_graph(data, own=own, store=store).ask(name, **values)
        chosen, rows = laid_out(asked, answer, columns, form, values)
        print_rows(chosen, rows, form, asked.title, raw=raw)
        if rows and columns is None and len(chosen) < len(answer.columns):
            note(f"{len(chosen)} of {len(answer.columns)} columns: --columns all, or -f csv, gives every one")


def _list(form: str) -> None:
    rows = [(one.name, one.title, " ".join(_shown(one))) for one in catalog().values()]
    print_rows(("question", "what it asks", "parameters"), rows, form)


def _shown(asked: Question) -> Iterator[str]:
    for parameter in asked.parameters:
        yield parameter.name if parameter.required else f"[{parameter.name}]"


def _explained(asked: Question) -> str:
    lines = [asked.title, "", asked.description, ""]
    for parameter in asked.parameters:
        need = (
            "needed"
            if parameter.required
            else f"default {parameter.default}"
            if parameter.default
            else "optional"
        )
        lines.append(f"  {parameter.name} ({parameter.type}, {need}): {parameter.description}")
    example = " ".join(f"--param '{key}={value}'" for key, value in asked.example.items())
    return "\n".join(
        [*lines, "", f"Example: policygraph ask {asked.name} {example}".rstrip(), "", asked.sparql, ""]
    )


def _named(given: Sequence[str]) -> Iterator[tuple[str, str]]:
    for text in given:
        key, equals, value = text.partition("=")
        if not equals:
            raise UsageError(f"--param {text!r}: write NAME=VALUE")
        yield key.strip(), value


def _options(given: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What stands on the command line as `--name value` or `--name=value`."""
    rest = list(given)
    while rest:
        option = rest.pop(0)
        key, equals, value = option.partition("=")
        if not key.startswith("--"):
            raise UsageError(
                f"unexpected argument {option!r}; a parameter is --param NAME=VALUE or --NAME VALUE"
            )
        if not equals and not rest:
            raise UsageError(f"option {option!r} needs a value")
        yield key[2:].replace("-", "_"), value if equals else rest.pop(0)
