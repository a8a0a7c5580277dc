"""Which columns of an answer are printed, and how a table says its quantities.

1. `--columns` names them, or says `all`.
2. Else JSON, CSV and TSV have all; a table has those that its question calls the chief ones (`shown` in its
   head, the chief first), but for such as are empty in every row, and for the name of what was asked for
   where it is in every row; and of these as many as the terminal has room for.
3. In such a table a quantity stands with its bound and unit, `at least USD 2 billion`, in one column.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from policygraph.cli.output import fitting
from policygraph.errors import UsageError
from policygraph.questions.catalog import Question
from policygraph.questions.run import Rows

__all__ = ["laid_out"]

_TABLES = ("table", "markdown")
_UNIT, _BOUND = "unit", "bound"

Cells = list[Sequence[object]]


def laid_out(
    asked: Question, answer: Rows, wanted: str | None, form: str, given: Collection[str] = ()
) -> tuple[list[str], Cells]:
    """The columns to print and their rows; raises UsageError for a column that the question has not.

    `given` are the parameters that were given.
    """
    known = list(answer.columns)
    if wanted is None and form in _TABLES and asked.shown:
        names, rows = _chief(asked, answer, given)
        room = fitting(names, rows) if form == "table" else len(names)
        return names[:room], [row[:room] for row in rows]
    names = known if wanted is None or wanted.strip() == "all" else [one.strip() for one in wanted.split(",")]
    for name in names:
        if name not in known:
            raise UsageError(f"{asked.name} has no column {name!r}; it has {', '.join(known)}, or all")
    return names, [[row[known.index(name)] for name in names] for row in answer]


def _chief(asked: Question, answer: Rows, given: Collection[str]) -> tuple[list[str], Cells]:
    """Rules 2 and 3."""
    records = [dict(zip(answer.columns, row, strict=True)) for row in answer]
    names = list(asked.shown)
    if records:
        names = [name for name in names if not _is_empty(name, records, given)]
    if _UNIT in asked.shown:
        records = [dict(_with_unit(record)) for record in records]
        names = [name for name in names if name not in (_UNIT, _BOUND)]
    return names, [[record[name] for name in names] for record in records]


def _is_empty(name: str, records: Sequence[Mapping[str, object]], given: Collection[str]) -> bool:
    """Whether a column tells nothing: in no row, or what was asked for in all."""
    cells = [record[name] for record in records]
    return all(cell in (None, "", ()) for cell in cells) or (
        name.removesuffix("_name") in given and all(cell == cells[0] for cell in cells)
    )


def _with_unit(record: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    from policygraph.cli.promise_text import amount

    for name, cell in record.items():
        if isinstance(cell, Decimal) and (name == "value" or name.endswith("_value")):
            bound = str(record.get(_BOUND) or "").replace("-", " ") if name == "value" else ""
            yield name, f"{bound} {amount(cell, str(record[_UNIT] or ''))}".strip()
        else:
            yield name, cell
