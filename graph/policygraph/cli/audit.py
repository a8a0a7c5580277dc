"""`policygraph audit`"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from typing import Annotated

import typer

from policygraph.cli.audit_text import as_markdown, as_rows
from policygraph.cli.options import DataOption, OwnOption, StoreOption, check_choice
from policygraph.cli.output import note, print_table
from policygraph.cli.sending import OutputOption, form_of, form_option, sent_to
from policygraph.errors import UsageError
from policygraph.graph import Graph, open_graph
from policygraph.questions.audits import Found, VerdictCount
from policygraph.questions.audits import audit as found_by
from policygraph.questions.audits import verdicts as verdicts_of
from policygraph.severities import SEVERITIES

__all__ = ["audit"]

FOUND_EXIT = 3
FORMATS = ("table", "markdown", "json", "html")
KINDS = (
    "act-out-of-office",
    "amounts-differ",
    "body-cycle",
    "currency-not-comparable",
    "growth-inconsistent",
    "growth-not-computable",
    "growth-one-vintage",
    "launched-twice",
    "part-exceeds-whole",
    "parts-differ",
    "period-not-placed",
    "rank-conflict",
    "rival-conflict",
    "rival-misprint",
    "rival-period",
    "rival-revision",
    "rival-rounding",
    "rival-scope",
    "rival-unit",
    "same-name",
    "status-backwards",
    "target-moved",
    "targets-differ",
    "tenure-gap",
    "tenure-overlap",
    "total-mismatch",
)
"""The codes of the scheme `finding-kind`, for the help, which has no graph at hand."""


def audit(
    form: Annotated[str | None, form_option(", ".join(FORMATS))] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help=f"Only this kind: {', '.join(KINDS)}.")
    ] = None,
    severity: Annotated[
        str | None,
        typer.Option("--severity", metavar="SEVERITY", help="At least this severity: info, minor or major."),
    ] = None,
    about: Annotated[
        str | None,
        typer.Option(
            "--about", metavar="ENTITY", help="Only about this entity, indicator, source or figure."
        ),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on", metavar="SEVERITY", help=f"Exit with {FOUND_EXIT} if anything as grave is found."
        ),
    ] = None,
    output: OutputOption = None,
    data: DataOption = None,
    own: OwnOption = None,
    store: StoreOption = None,
) -> None:
    """Show what does not fit together: growth claims, rival values, totals, tenures."""
    form = form_of(form, output, FORMATS)
    _check(form, fail_on, filtered=any((kind, severity, about)))
    graph = open_graph(data, own=own, store=store)
    findings = found_by(graph.store, kind, severity, about)
    with sent_to(output):
        _print(form, graph, findings, filtered=any((kind, severity, about)))
    if fail_on and any(_gravity(one.severity) >= _gravity(fail_on) for one in findings):
        raise typer.Exit(FOUND_EXIT)


def _check(form: str, fail_on: str | None, *, filtered: bool) -> None:
    if fail_on is not None:
        check_choice("severity", fail_on, SEVERITIES)
    if form == "html" and filtered:
        raise UsageError(
            "the HTML report holds all findings; --kind, --severity and --about are for the others"
        )


def _gravity(severity: str) -> int:
    return SEVERITIES.index(severity)


def _print(form: str, graph: Graph, findings: list[Found], *, filtered: bool) -> None:
    """The verdicts are those of all rates, so they stand beside all findings and no others."""
    if form == "html":
        from policygraph.view.audit_report import render_report

        sys.stdout.write(render_report(graph.store))
        return
    verdicts = {} if filtered else _counts(verdicts_of(graph.store))
    if form == "json":
        sys.stdout.write(_json(findings, verdicts))
    elif form == "markdown":
        sys.stdout.write(as_markdown(findings, verdicts))
    else:
        _print_tables(findings, verdicts)


def _print_tables(findings: list[Found], verdicts: dict[str, int]) -> None:
    """The findings, then how many there are: who reads the end of a long list sees the sum of it."""
    if findings:
        print_table(("severity", "finding"), as_rows(findings), "Findings")
    kinds = Counter((one.severity, one.kind) for one in findings)
    order = sorted(kinds, key=lambda one: (-_gravity(one[0]), one[1]))
    print_table(("severity", "kind", "findings"), [(*one, kinds[one]) for one in order], "Findings by kind")
    if verdicts:
        print_table(("verdict on growth claims", "rates"), list(verdicts.items()), "Growth claims recomputed")
    if not findings:
        note("nothing found")


def _counts(rows: Sequence[VerdictCount]) -> dict[str, int]:
    """Verdict -> rates, over all indicators, the commonest first."""
    counted: Counter[str] = Counter()
    for row in rows:
        counted[row.verdict] += row.rates
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def _json(findings: list[Found], verdicts: dict[str, int]) -> str:
    document = {
        "verdicts": verdicts,
        "kinds": dict(sorted(Counter(one.kind for one in findings).items())),
        "severities": {one: sum(found.severity == one for found in findings) for one in SEVERITIES},
        "findings": [one._asdict() for one in findings],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
