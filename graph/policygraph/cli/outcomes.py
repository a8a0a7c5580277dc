"""`policygraph outcomes`"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from policygraph.cli.options import DataOption, OwnOption, RawOption, StoreOption
from policygraph.cli.output import FORMATS, note, print_rows, print_table
from policygraph.cli.parts import Part, check_parts, print_object
from policygraph.cli.promise_text import amount
from policygraph.cli.sending import FormatOption, OutputOption, form_of, sent_to
from policygraph.graph import open_graph
from policygraph.questions.entities import resolve
from policygraph.questions.initiatives import TimelineStep, initiative_timeline
from policygraph.questions.outcomes import NearbyStep, Outcome, steps_nearby
from policygraph.questions.outcomes import outcomes as outcomes_of

__all__ = ["outcomes"]

ORDER = "This shows what came first in time. It does not show that one thing brought about another."
_PARTS = ("series", "steps", "others")


def outcomes(
    initiative: Annotated[str, typer.Argument(help="The initiative: its name, id or other spelling.")],
    indicator: Annotated[
        str | None,
        typer.Option("--indicator", "-i", metavar="INDICATOR", help="The series; else that of exports."),
    ] = None,
    months: Annotated[
        int,
        typer.Option(
            "--months", "-m", min=0, max=1200, help="Months to show before the first step and after the last."
        ),
    ] = 12,
    only: Annotated[str | None, typer.Option("--only", metavar="PART", help=", ".join(_PARTS) + ".")] = None,
    form: FormatOption = None,
    output: OutputOption = None,
    raw: RawOption = False,
    data: DataOption = None,
    own: OwnOption = None,
    store: StoreOption = None,
) -> None:
    """Show a series before and after an initiative's steps, and what else happened then."""
    form = form_of(form, output, FORMATS)
    check_parts(form, only, _PARTS)
    known = open_graph(data, own=own, store=store).store
    named = resolve(known, initiative, ("initiative",))
    steps = initiative_timeline(known, named.iri)
    series = outcomes_of(known, named.iri, indicator, months)
    others = steps_nearby(known, named.iri, months)
    parts: dict[str, Part] = {
        "series": (Outcome._fields, series),
        "steps": (TimelineStep._fields, steps),
        "others": (NearbyStep._fields, others),
    }
    with sent_to(output):
        if form in ("table", "markdown"):
            _print_tables(named.name, only, steps, series, others, form)
        elif form == "json":
            head = {"initiative": named.name, "note": ORDER}
            print_object(head, {name: part for name, part in parts.items() if only in (None, name)})
        else:
            columns, rows = parts[only or "series"]
            print_rows(columns, rows, form, raw=raw)


def _print_tables(
    name: str,
    only: str | None,
    steps: Sequence[TimelineStep],
    series: Sequence[Outcome],
    others: Sequence[NearbyStep],
    form: str,
) -> None:
    if only in (None, "steps"):
        print_table(("date", "step", "by"), [_step(one) for one in steps], name, form=form)
    if only in (None, "series"):
        _print_series(series, form)
    if only in (None, "others") and others:
        rows = [(one.date_stated or one.on, one.name, one.stage, " and ".join(one.actors)) for one in others]
        print_table(("date", "initiative", "step", "by"), rows, "Other steps in the same time", form=form)
    sys.stdout.write(f"{ORDER}\n")


def _print_series(series: Sequence[Outcome], form: str) -> None:
    if not series:
        note("no figure to show: no step of it is dated, or none of the series lies near")
        return
    first = series[0]
    title = f"{first.indicator_name}, {first.area_name}, before and after"
    columns = ("period", "value", "side", "steps in it", "counted")
    print_table(columns, map(_point, series), title, form=form)


def _step(one: TimelineStep) -> tuple[object, ...]:
    stage = one.stage if one.modality == "done" else f"{one.stage} ({one.modality})"
    return one.date_stated or "undated", stage, " and ".join(one.actors)


def _point(one: Outcome) -> tuple[object, ...]:
    value = amount(one.value, one.unit)
    marked = [one.status] if one.status != "actual" else []
    doubted = ["in doubt"] if one.doubt else []
    notes = f" ({', '.join([*marked, *doubted])})" if marked or doubted else ""
    return one.label, f"{value}{notes}", one.side, "; ".join(one.steps), one.definition_name
