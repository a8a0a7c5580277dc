"""The corrections of a person, checked before anything is done with them (see `fields`).

1. A field that the kind of fact has not is refused with those that it has.
2. A list is written with commas: `by=mirela-strandvik,treasury`. An empty value takes the field out.
3. A code is one of its scheme, an id one of the registry or of a name of the article; a post may be a new
   one, as `OFFICE, BODY` (`Chairman, rivers-board`).
4. A period may be written as it is printed, too (`Jul-Sep 2025`); it is kept as ISO 8601 has it.
5. What a rate is compared with may be given as that period: FY2023-24, of a rate in FY2024-25, is `yoy`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from policygraph.curated.references import kinds_of
from policygraph.errors import UsageError
from policygraph.newsroom.fields import FIXED, Field, fields_of
from policygraph.periods import Period, PeriodError
from policygraph.resolve.known import Known
from policygraph.resolve.offices import office_and_body
from policygraph.resolve.resolved import ALIASES, NAMES, Candidate

__all__ = ["checked"]

_BASIS = "growth.basis"


def checked(
    known: Known, read: Candidate, fields: Mapping[str, str], named: frozenset[str] = frozenset()
) -> dict[str, Any]:
    """The corrections of what was read, lists as lists; raises UsageError by the rules above.

    `named` are the ids of what the article's own names mean, which the registry may not have.
    """
    able = _fields(read)
    found: dict[str, Any] = {}
    for name, value in fields.items():
        if name in FIXED:
            raise UsageError(f"{read.key}: {name} cannot be corrected; reject the fact if it is wrong")
        if name not in able:
            raise UsageError(f"{read.key}: no field {name}; the fields are {', '.join(able)}")
        is_name = read.kind in {ALIASES, NAMES}
        found[name] = _value(known, read, able[name], value, named) if value or is_name else value
    if found.get(_BASIS):
        found[_BASIS] = _basis(known, read, found)
    return found


def _fields(read: Candidate) -> Mapping[str, Field]:
    able = fields_of(read.kind)
    if read.kind not in {ALIASES, NAMES}:
        return able
    part = str(read.fact["kind"])
    own = {"entity": Field("entity", parts=(part,))}
    return {**able, **own} if part == "initiatives" else own


def _value(known: Known, read: Candidate, field: Field, value: str, named: frozenset[str]) -> Any:
    if field.is_period:
        return str(_period(known, read, field.name, value))
    if field.name == _BASIS:
        return value
    values = [one.strip() for one in value.split(",") if one.strip()] if field.is_list else [value]
    for one in values:
        _check(known, read, field, one, named)
    return values if field.is_list else value


def _check(known: Known, read: Candidate, field: Field, value: str, named: frozenset[str]) -> None:
    """Rule 3."""
    where = f"{read.key}: {field.name}"
    if field.is_number and not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value):
        raise UsageError(f"{where}: {value!r} is no number like 303 or -1.5")
    if field.scheme and not known.vocabulary.has(field.scheme, value):
        codes = ", ".join(known.vocabulary.concepts(field.scheme))
        raise UsageError(f"{where}: {value!r} is not one of: {codes}")
    office, body = office_and_body(value) if field.parts == ("posts",) else ("", "")
    if office and (body in known.pack.bodies or body in named):
        return
    ids = {slug for part in field.parts for slug in getattr(known.pack, part)}
    if field.parts and value not in ids and value not in named:
        near = get_close_matches(value, sorted(ids | named))
        hint = f"; did you mean {', '.join(near)}?" if near else ""
        raise UsageError(f"{where}: no such {kinds_of(field.parts)}: {value!r}{hint}")


def _period(known: Known, read: Candidate, name: str, value: str) -> Period:
    """Rule 4."""
    try:
        return known.pack.calendar.of_label(value)
    except PeriodError:
        forms = "write it as 2025-10-03, 2025-10, 2025, 2025-07/2025-09, FY2024-25 or Jul-Sep 2025"
        raise UsageError(f"{read.key}: {name}: {value!r} is no period; {forms}") from None


def _basis(known: Known, read: Candidate, fields: Mapping[str, Any]) -> str:
    """Rule 5: the code, whether it or a period is given."""
    value, codes = str(fields[_BASIS]), known.vocabulary.concepts("basis")
    if value in codes:
        return value
    wrong = f"{read.key}: {_BASIS}: {value!r} is not one of: {', '.join(codes)}"
    try:
        base = known.pack.calendar.of_label(value)
    except PeriodError:
        raise UsageError(f"{wrong}; nor a period that the rate is compared with") from None
    said = fields.get("period") or read.fact.get("period")
    if not said:
        raise UsageError(f"{wrong}; for it to be the period that is compared with, give period=... too")
    period = Period.parse(str(said))
    for code in codes:
        if _shifted(period, known.vocabulary.shift_months(code)) == base:
            return code
    then, since = (known.pack.calendar.label(one) for one in (period, base))
    raise UsageError(f"{wrong}; and of a rate in {then}, none of these compares with {since}")


def _shifted(period: Period, months: int) -> Period | None:
    try:
        return period.shifted(months)
    except PeriodError:
        return None
