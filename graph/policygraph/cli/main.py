"""The commands together, and what their errors become: a message and an exit code.

Commands import what they need when they run, so that a quick one stays quick.

0 ok, 1 failure, 2 usage, 3 data invalid (or findings, where `audit --fail-on` asks), 4 not found,
130 interrupted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import typer

from policygraph.cli import (
    add,
    ask,
    audit,
    build,
    export,
    network,
    ontology,
    outcomes,
    promises,
    query,
    read,
    remove,
    review,
    run_all,
    schema,
    view,
)
from policygraph.errors import DataInvalidError, PolicygraphError, UsageError
from policygraph.version import __version__

__all__ = ["app", "run"]

app = typer.Typer(
    name="policygraph",
    help="A knowledge graph of IT-sector policy, with the passage that says so behind every statement.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    epilog=(
        "Exit codes: 0 ok, 1 failure, 2 usage, 3 data invalid (or findings, where --fail-on asks), "
        "4 not found, 130 interrupted."
    ),
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
)
app.command("run")(run_all.run_all)
app.command("build")(build.build)
app.command("ask", context_settings={"allow_extra_args": True, "ignore_unknown_options": True})(ask.ask)
app.command("audit")(audit.audit)
app.command("promises")(promises.promises)
app.command("outcomes")(outcomes.outcomes)
app.command("query")(query.query)
app.command("network")(network.network)
app.command("read")(read.read)
app.command("add")(add.add)
app.command("remove")(remove.remove)
app.command("review")(review.review)
app.command("view")(view.view)
app.command("export")(export.export)
app.command("ontology")(ontology.ontology)
app.command("schema")(schema.schema)


def _version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"policygraph {__version__}\n")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version and stop."
    ),
) -> None:
    """A knowledge graph of IT-sector policy, with the passage that says so behind every statement."""


def run(arguments: Sequence[str]) -> int:
    """Run one command; gives its exit code."""
    try:
        _check_text(arguments)
        status = app(list(arguments), prog_name="policygraph")
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    except KeyboardInterrupt:
        sys.stderr.write("interrupted\n")
        return 130
    except BrokenPipeError:
        # The reader has gone; what is left in the buffer has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except (PolicygraphError, OSError, UnicodeEncodeError) as error:
        return _complained(error)
    return int(status or 0)


def _check_text(arguments: Sequence[str]) -> None:
    for argument in arguments:
        if not argument.isprintable() and any("\ud800" <= letter <= "\udfff" for letter in argument):
            raise UsageError(f"the argument {argument!a} is not text in this terminal's encoding")


def _complained(error: PolicygraphError | OSError | UnicodeEncodeError) -> int:
    """Say what went wrong; gives the exit code."""
    if isinstance(error, PolicygraphError):
        message, code = str(error), error.exit_code
    elif isinstance(error, OSError):
        name = error.filename2 or error.filename  # of a rename, where to
        place = f"{name}: " if name else ""
        message, code = f"{place}{error.strerror or error}", 1
    else:
        found = ascii(error.object[error.start : error.end])
        message, code = f"{found} cannot be written as {error.encoding}", UsageError.exit_code
    sys.stderr.write(f"error: {message}\n")
    if isinstance(error, DataInvalidError):
        count = len(error.problems)
        sys.stderr.write(f"{count} problem{'s' if count != 1 else ''}; nothing was written\n")
    return code
