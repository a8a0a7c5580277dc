"""What a finding sets side by side, as ranges on one scale: stated rates and the computed, or levels."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from policygraph.terms import PG, SCHEMA, SDMX_ATTRIBUTE, SDMX_MEASURE
from policygraph.view.fact import amount_of, caption, currency_of
from policygraph.view.number_line import Chart, Range, chart_of
from policygraph.view.snapshot import Snapshot
from policygraph.view.wording import amount_words, rate_words

__all__ = ["chart_of_finding"]


def chart_of_finding(see: Snapshot, about: list[str]) -> Chart | None:
    """The rates among the nodes of a finding and what their bases allow, else its levels, on one scale.

    None where fewer than two ranges differ, or the levels are in several units.
    """
    if rates := [*_rates(see, about)]:
        return chart_of(rates, "{:f}%".format)
    figures = [one for one in about if see.value(one, SDMX_MEASURE.obsValue)]
    units = {see.value(one, SDMX_ATTRIBUTE.unitMeasure) for one in figures}
    if len(units) != 1:
        return None
    unit = units.pop()
    return chart_of([_level(see, one) for one in figures], lambda value: _amount(see, value, unit))


def _level(see: Snapshot, figure: str) -> Range:
    low, high = _span(see, figure)
    words = amount_of(see, figure, SDMX_MEASURE.obsValue)
    return Range(caption(see, figure).removeprefix(words).strip(), words, low, high, _publisher(see, figure))


def _rates(see: Snapshot, about: list[str]) -> Iterator[Range]:
    """Each stated rate, then what they come to from each base that the audit checked them against."""
    rates = [one for one in about if see.value(one, PG.rate) and see.value(one, PG.growthOf)]
    checked = [one for one in rates if see.values(one, PG.checkedAgainst)]
    for rate in checked:
        value, half = Decimal(see.value(rate, PG.rate)), _half(see, rate)
        yield Range("as stated", rate_words(str(value)), value - half, value + half, _publisher(see, rate))
    for rate in checked:
        level = see.value(rate, PG.growthOf)
        yield from (
            found for base in see.values(rate, PG.checkedAgainst) for found in _from(see, base, level)
        )


def _from(see: Snapshot, base: str, level: str) -> Iterator[Range]:
    """The rates that lead from a base to a level."""
    (least, most), (low, high) = _span(see, base), _span(see, level)
    if least > 0 and low > 0:
        first, last = (low / most - 1) * 100, (high / least - 1) * 100
        words = f"{_percent(first)} to {_percent(last)}"
        yield Range(f"from {_base(see, base)}", words, first, last, _publisher(see, base), stated=False)


def _percent(rate: Decimal) -> str:
    """As many places as show a difference between two that print alike."""
    return f"{rate:.4f}%" if abs(rate) < 1 else f"{rate:.2f}%"


def _amount(see: Snapshot, value: Decimal, unit: str) -> str:
    """An end of the scale."""
    return amount_words(f"{value:f}", see.label(unit) if unit else "", currency_of(see, unit))


def _publisher(see: Snapshot, iri: str) -> tuple[str, ...]:
    publisher = see.value(see.value(iri, PG.source), SCHEMA.publisher)
    return (publisher,) if publisher else ()


def _base(see: Snapshot, base: str) -> str:
    if see.value(base, SDMX_MEASURE.obsValue):
        return caption(see, base)
    unit = see.value(base, SDMX_ATTRIBUTE.unitMeasure)
    return amount_words(see.value(base, PG.low), see.label(unit) if unit else "", currency_of(see, unit))


def _span(see: Snapshot, iri: str) -> tuple[Decimal, Decimal]:
    """What a stated level may stand for, or what a derived one lies between."""
    if value := see.value(iri, SDMX_MEASURE.obsValue):
        half = _half(see, iri)
        return Decimal(value) - half, Decimal(value) + half
    return Decimal(see.value(iri, PG.low) or 0), Decimal(see.value(iri, PG.high) or 0)


def _half(see: Snapshot, iri: str) -> Decimal:
    return Decimal(see.value(iri, PG.roundingStep) or 0) / 2
