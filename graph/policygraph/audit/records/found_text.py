"""What was found in a family as one line of JSON, and back again, the same to the last digit."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from policygraph.audit.records.counted import Series
from policygraph.audit.records.findings import Base, Derived, Finding, Found, Verdict
from policygraph.periods import Period

__all__ = ["from_text", "to_text"]


def to_text(found: Found) -> str:
    """As JSON, without spaces.

    >>> to_text(Found((Finding("body-cycle", "major", ("urn:a",), "It is its own."),)))
    '[[["body-cycle","major",["urn:a"],"It is its own.","",""]],[],[]]'
    """
    parts = [
        [
            (one.kind, one.severity, one.about, one.sentence, one.arithmetic, one.fits)
            for one in found.findings
        ],
        list(map(_verdict, found.verdicts)),
        list(map(_derived, found.derived)),
    ]
    return json.dumps(parts, separators=(",", ":"))


def from_text(text: str) -> Found:
    """Back from what `to_text` wrote.

    >>> from_text(to_text(Found())) == Found()
    True
    """
    findings, verdicts, derived = json.loads(text)
    return Found(
        tuple(Finding(kind, severity, tuple(about), *rest) for kind, severity, about, *rest in findings),
        tuple(map(_verdict_of, verdicts)),
        tuple(map(_derived_of, derived)),
    )


def _verdict(one: Verdict) -> Sequence[object]:
    bases = [(base.iri, base.value, _number(base.low), _number(base.high), base.fits) for base in one.bases]
    return one.rate, one.code, one.arithmetic, one.sentence, bases, one.fits


def _verdict_of(parts: Sequence[Any]) -> Verdict:
    rate, code, arithmetic, sentence, bases, fits = parts
    return Verdict(
        rate,
        code,
        arithmetic,
        sentence,
        tuple(Base(iri, value, _decimal(low), _decimal(high), fit) for iri, value, low, high, fit in bases),
        fits,
    )


def _number(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _derived(one: Derived) -> Sequence[object]:
    series = one.series
    return (
        (series.indicator, series.area, series.definition, series.unit),
        (one.period.start.isoformat(), one.period.end.isoformat()),
        *(one.kind, str(one.low), str(one.high), one.sources, one.equation),
    )


def _derived_of(parts: Sequence[Any]) -> Derived:
    series, (start, end), kind, low, high, sources, equation = parts
    period = Period(date.fromisoformat(start), date.fromisoformat(end))
    return Derived(Series(*series), period, kind, Decimal(low), Decimal(high), tuple(sources), equation)
