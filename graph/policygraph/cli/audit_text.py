"""Findings as a table's rows and as a Markdown page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from policygraph.cli.row_forms import escaped
from policygraph.questions.audits import Found
from policygraph.severities import HEADINGS

__all__ = ["as_markdown", "as_rows"]


def as_rows(findings: Iterable[Found]) -> list[tuple[str, str]]:
    """How grave and of what kind; then the sentence, the sum that shows it, and where it is stated."""
    return [(f"{one.severity}\n{one.kind}", "\n".join([*_lines(one), ""])) for one in findings]


def as_markdown(findings: Iterable[Found], verdicts: Mapping[str, int]) -> str:
    """A page with the counts, then the findings by gravity and kind.

    >>> print(as_markdown([], {"consistent": 2}).splitlines()[0])
    # What the audit found
    """
    lines = ["# What the audit found"]
    lines += ["", "| verdict on growth claims | rates |", "| --- | ---: |"] if verdicts else []
    lines += [f"| {verdict} | {count} |" for verdict, count in verdicts.items()]
    ordered = list(findings)
    for severity, grave in groupby(ordered, key=lambda one: one.severity):
        lines += ["", f"## {HEADINGS[severity]}"]
        for kind, alike in groupby(grave, key=lambda one: one.kind):
            lines += ["", f"### {kind}", ""]
            for one in alike:
                lines += _item(one)
    if not ordered:
        lines += ["", "Nothing found."]
    return "\n".join([*lines, ""])


def _lines(one: Found) -> Iterator[str]:
    yield one.sentence
    if one.arithmetic:
        yield f"= {one.arithmetic}"
    if one.sources:
        yield f"in: {', '.join(one.sources)}"


def _item(one: Found) -> Iterator[str]:
    yield f"- {escaped(one.sentence)}"
    if one.arithmetic:
        yield f"  - {escaped(one.arithmetic)}"
    if one.sources:
        yield f"  - in {', '.join(map(escaped, one.sources))}"
