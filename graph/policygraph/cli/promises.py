"""`policygraph promises`"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer

from policygraph.cli.options import DataOption, OwnOption, RawOption, StoreOption, day_of
from policygraph.cli.output import FORMATS, note, print_rows, print_table
from policygraph.cli.parts import Part, check_parts, filled, print_object
from policygraph.cli.promise_text import SILENCE, TARGETS_NOTE, initiative_row, left_out, target_row
from policygraph.cli.sending import FormatOption, OutputOption, form_of, sent_to
from policygraph.errors import CodeNotFoundError
from policygraph.graph import open_graph
from policygraph.questions.entities import find_optional
from policygraph.questions.progress import STANDINGS, Progress, progress
from policygraph.questions.promises import Promise, PromisedTarget, promised_targets
from policygraph.questions.promises import promises as promises_of
from policygraph.store.contract import ReadStore

__all__ = ["promises"]

_INITIATIVES = ("initiative", "stands", "life", "evidence", "credited by")
_TARGETS = ("target", "by", "said", "due", "stands", "latest figure", "needed a year", "moved to")
_PARTS = ("initiatives", "targets")
_TARGET_FIELDS = (*PromisedTarget._fields, "standing", "due_told", "growth_needed", "why")

Judged = tuple[PromisedTarget, Progress]


def promises(
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="PERSON|BODY", help="Only what this person or body promised."),
    ] = None,
    status: Annotated[
        str | None,
        typer.Option(
            "--status", metavar="STAGE", help=f"Only at this stage; targets also: {', '.join(STANDINGS)}."
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(
            "--on",
            metavar="DATE",
            help="As known on this day (2024-06-30); else in the newest source.",
        ),
    ] = None,
    only: Annotated[
        str | None, typer.Option("--only", metavar="PART", help=" or ".join(_PARTS) + ".")
    ] = None,
    form: FormatOption = None,
    output: OutputOption = None,
    raw: RawOption = False,
    data: DataOption = None,
    own: OwnOption = None,
    store: StoreOption = None,
) -> None:
    """What was promised and what became of it: initiatives' lives, targets and how far they got."""
    day = day_of(on, "--on")
    form = form_of(form, output, FORMATS)
    check_parts(form, only, _PARTS)
    known = open_graph(data, own=own, store=store).store
    initiatives = _initiatives(known, by, status, day) if only != "targets" else []
    targets = _targets(known, by, status, day) if only != "initiatives" else []
    with sent_to(output):
        if form in ("table", "markdown"):
            notes = _notes(known, by, day, targets=only != "initiatives")
            _print_tables(initiatives, targets, notes, form)
        elif form == "json":
            tables: dict[str, Part] = {
                "initiatives": (Promise._fields, initiatives),
                "targets": (_TARGET_FIELDS, [(*row, *judged) for row, judged in targets]),
            }
            head = {"note": " ".join([SILENCE, *_notes(known, by, day, targets=only != "initiatives")])}
            print_object(head, {name: table for name, table in tables.items() if only in (None, name)})
        elif only == "targets":
            rows = [(*row, *judged) for row, judged in targets]
            print_rows(_TARGET_FIELDS, rows, form, raw=raw)
        else:
            print_rows(Promise._fields, initiatives, form, raw=raw)


def _initiatives(known: ReadStore, by: str | None, status: str | None, day: date | None) -> list[Promise]:
    if _is_stage(known, status):
        return promises_of(known, by, status, day)
    promises_of(known, by, None, day)  # whoever is not known is still an error
    return []


def _is_stage(known: ReadStore, status: str | None) -> bool:
    """Whether it is a stage, or none is asked for; not for a standing of targets alone.

    Raises CodeNotFoundError for what is neither.
    """
    try:
        find_optional(known, status, ("stage",))
    except CodeNotFoundError as error:
        if error.name.strip().casefold() not in STANDINGS:
            codes = tuple(dict.fromkeys((*error.codes, *STANDINGS)))
            raise CodeNotFoundError("stage or standing", error.name, codes) from None
        return False
    return True


def _targets(known: ReadStore, by: str | None, status: str | None, day: date | None) -> list[Judged]:
    _is_stage(known, status)
    judged = [(row, progress(row)) for row in promised_targets(known, by, day)]
    return [one for one in judged if status is None or status.strip().casefold() in _words(*one)]


def _notes(known: ReadStore, by: str | None, day: date | None, *, targets: bool) -> list[str]:
    """What is to be known of the targets, and how many a day leaves out for want of a date."""
    if day is None or not targets:
        return [TARGETS_NOTE]
    undated = sum(row.said is None for row in promised_targets(known, by))
    return [TARGETS_NOTE, *([left_out(undated)] if undated else [])]


def _words(row: PromisedTarget, judged: Progress) -> set[str]:
    """How a target stands, and what sources say of it (`missed, says NAME`)."""
    return {judged.standing, *(said.partition(",")[0] for said in row.reported)}


def _print_tables(
    initiatives: Sequence[Promise], targets: Sequence[Judged], notes: Sequence[str], form: str
) -> None:
    if initiatives:
        columns, rows = filled(_INITIATIVES, [initiative_row(row) for row in initiatives])
        print_table(columns, rows, _title("Initiatives", initiatives[0].as_of), form=form)
        sys.stdout.write(f"{SILENCE}\n")
    if targets:
        columns, rows = filled(_TARGETS, [target_row(row, judged) for row, judged in targets])
        print_table(columns, rows, _title("Targets", targets[0][0].as_of), form=form)
        sys.stdout.write("".join(f"{one}\n" for one in notes))
    if not initiatives and not targets:
        note(" ".join(["nothing that fits", *notes[1:]]))


def _title(what: str, day: date) -> str:
    return f"{what}, as known on {day}"
