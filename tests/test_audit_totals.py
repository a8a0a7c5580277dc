"""Sums over time and over parts: what adds up is left alone, what does not is told with the sum."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from audit_made import AREA, CALENDAR, FISCAL_START, month, run, series_of
from audit_planted_rivals import book, drawn
from policygraph.audit.records.counted import Observation, Rate, Series
from policygraph.audit.records.facts import Facts
from policygraph.audit.records.findings import Derived, Finding
from policygraph.audit.totals.derived import derived_levels
from policygraph.audit.totals.sums import Known
from policygraph.audit.totals.totals import check_totals
from policygraph.periods import Period

SERIES = series_of(1)
MILLION = Decimal(10**6)
YEAR = "2020-07/2021-06"
HALVES = ("2020-07/2020-12", "2021-01/2021-06")


def stated(period: str, value: str, **more: object) -> Observation:
    """A figure in millions, printed to the last place given."""
    printed, time = Decimal(value), Period.parse(period)
    made = Observation(
        iri=f"https://example.org/id/figure/{time.slug}_{value}",
        series=SERIES,
        period=time,
        kind=CALENDAR.kind(time),
        value=printed * MILLION,
        step=Decimal(1).scaleb(int(printed.as_tuple().exponent)) * MILLION,
        source=f"https://example.org/source/{time.slug}_{value}",
        published=date(2024, 8, 1),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def totals(*figures: Observation, **facts: object) -> list[Finding]:
    """What is found about these figures."""
    made = Facts(observations=figures, fiscal_start=FISCAL_START)
    return check_totals(replace(made, **facts))  # type: ignore[arg-type]


def derived(*figures: Observation, **facts: object) -> dict[str, Derived]:
    """What follows from these figures, by the period."""
    made = Facts(observations=figures, fiscal_start=FISCAL_START)
    found = derived_levels(replace(made, **facts))  # type: ignore[arg-type]
    return {str(one.period): one for one in found}


def in_millions(one: Derived) -> tuple[float, float]:
    """Its ends."""
    return float(one.low / MILLION), float(one.high / MILLION)


def test_a_running_total_meets_the_one_before_and_the_month() -> None:
    before, last = stated("2020-07/2020-10", "1206"), stated("2020-11", "324")
    assert totals(before, last, stated("2020-07/2020-11", "1530")) == []
    assert totals(before, last, stated("2020-07/2020-11", "1531")) == []
    (found,) = totals(before, last, stated("2020-07/2020-11", "1683"))
    assert (found.kind, found.severity, len(found.about)) == ("total-mismatch", "major", 3)
    assert found.arithmetic == (
        "1,206,000,000 (Jul-Oct 2020) + 324,000,000 (Nov 2020) = between 1,529,000,000 and 1,531,000,000, "
        "stated: 1,683,000,000 (Jul-Nov 2020)"
    )
    assert "at least USD 151.5 million less than the USD 1,683 million" in found.sentence


@pytest.mark.parametrize(("whole", "severity"), [("1545", "info"), ("1583", "minor"), ("1683", "major")])
def test_the_further_off_the_graver(whole: str, severity: str) -> None:
    parts = stated("2020-07/2020-10", "1206"), stated("2020-11", "324")
    (found,) = totals(*parts, stated("2020-07/2020-11", whole))
    assert found.severity == severity


def test_noughts_at_the_end_may_be_rounding() -> None:
    assert totals(stated(HALVES[0], "1302"), stated(HALVES[1], "1317"), stated(YEAR, "2600")) == []


def test_publications_of_unlike_age_are_for_information() -> None:
    first = stated("2020-07/2020-10", "1206"), stated("2020-07/2020-11", "1533")
    old, new = stated("2020-11", "324"), stated("2020-11", "311")
    assert totals(*first, stated("2020-11", "327")) == []
    (found,) = totals(*first, old, new, stated("2020-11", "327"))
    assert (found.severity, len(found.about)) == ("info", 5)
    assert "comes out with other values stated, not with Nov 2020 USD 311 million" in found.sentence


def test_months_quarters_and_halves_make_up_longer_periods() -> None:
    months = [stated(f"2020-{at:02d}", str(value)) for at, value in ((7, 101), (8, 103), (9, 107))]
    assert totals(*months, stated("2020-07/2020-09", "311")) == []
    assert [one.kind for one in totals(*months, stated("2020-07/2020-09", "391"))] == ["total-mismatch"]
    wrong = totals(*[stated(half, "1311") for half in HALVES], stated(YEAR, "2955"))
    assert [one.severity for one in wrong] == ["major"]


def test_every_way_to_add_up_is_known_once() -> None:
    periods = [
        run(0, 11),
        run(0, 5),
        run(6, 11),
        *(run(at, at + 2) for at in (0, 3, 6, 9)),
        run(0, 8),
        month(9),
    ]
    known = Known([*periods, *map(month, (10, 11))])
    ways = [[str(part) for part in way.parts] for way in known.ways(run(0, 11))]
    assert len(ways) == 4  # halves, nine months and a quarter, nine months and three, four quarters
    assert ["2020-07/2020-12", "2021-01/2021-06"] in ways
    assert known.ways(run(1, 11)) == []


def test_what_cannot_be_added_up_is_left_alone() -> None:
    figures = [stated(half, "1311") for half in HALVES] + [stated(YEAR, "1311")]
    assert [one.kind for one in totals(*figures)] == ["total-mismatch"]
    assert totals(*(replace(one, kind="point") for one in figures)) == []
    assert totals(*(replace(one, series=replace(SERIES, unit="percent")) for one in figures)) == []
    assert totals(*figures[:2], replace(figures[2], status="forecast")) == []
    assert totals(*figures[:2], replace(figures[2], doubt="Misprinted.")) == []
    assert totals(*figures[:2], replace(figures[2], series=replace(SERIES, definition="other"))) == []
    assert totals(*figures[:2], replace(figures[2], bound="at-least")) == []
    assert totals(*figures[:2], replace(figures[2], value=9000 * MILLION, bound="at-most")) == []


def test_a_shorter_period_is_not_greater_than_a_longer_one() -> None:
    (found,) = totals(stated("2020-07/2020-11", "763"), stated("2020-07/2020-12", "691"))
    assert (found.kind, found.severity) == ("part-exceeds-whole", "major")
    below = stated("2021-01", "-3")
    assert totals(stated("2020-07/2020-11", "763"), stated("2020-07/2020-12", "691"), below) == []


def test_parts_make_up_their_whole() -> None:
    parts = [stated(YEAR, value, series=series_of(at)) for at, value in ((2, "2109.4"), (3, "504.5"))]
    scheme = {one.series.definition or "": SERIES.definition for one in parts}
    assert totals(*parts, stated(YEAR, "2614"), wholes=scheme) == []
    (less,) = totals(*parts, stated(YEAR, "2913"), wholes=scheme)
    assert (less.kind, less.severity, len(less.about)) == ("parts-differ", "major", 3)
    assert less.arithmetic.endswith("= between 2,613,800,000 and 2,614,000,000, stated: 2,913,000,000")
    (more,) = totals(*parts, stated(YEAR, "2511"), wholes=scheme)
    assert (more.kind, more.severity) == ("part-exceeds-whole", "minor")
    assert totals(parts[0], stated(YEAR, "2913"), wholes=scheme) == []
    (one,) = totals(parts[0], stated(YEAR, "1913"), wholes=scheme)
    assert (one.kind, one.severity) == ("part-exceeds-whole", "major")


def test_a_part_by_the_scheme_alone_is_worth_a_look() -> None:
    part = stated(YEAR, "2913", series=series_of(2))
    scheme = {part.series.indicator: (SERIES.indicator,)}
    (found,) = totals(part, stated(YEAR, "2614"), broader=scheme)
    assert (found.kind, found.severity) == ("part-exceeds-whole", "minor")
    assert totals(part, stated(YEAR, "2900"), broader=scheme) == []


def test_a_period_that_cannot_be_placed_is_told() -> None:
    odd = replace(stated("2020-07-03/2020-08-11", "7"), kind="days")
    assert [one.kind for one in totals(odd, stated(YEAR, "99"))] == ["period-not-placed"]
    assert totals(odd) == []
    early = stated(YEAR, "99", published=date(2021, 2, 1))
    assert [(one.kind, one.severity) for one in totals(early)] == [("period-not-placed", "minor")]
    assert totals(replace(early, status="provisional")) == []
    assert totals(replace(early, kind="point")) == []
    (found,) = totals(replace(early, kind="point", published=date(2020, 2, 1)))
    assert "published before that had begun" in found.sentence


@pytest.mark.parametrize("period", ["0001", "9999", "0001/9999", "1900-01/2100-12"])
def test_the_ends_of_the_calendar_are_no_trouble(period: str) -> None:
    figures = [stated(period, "5"), stated(period, "7"), stated("2020", "9")]
    assert {one.kind for one in totals(*figures)} <= {"period-not-placed"}
    assert derived_levels(Facts(observations=tuple(figures))) == []


def test_a_month_follows_from_two_running_totals() -> None:
    found = derived(stated("2020-07/2020-10", "1206"), stated("2020-07/2020-11", "1533"))
    assert list(found) == ["2020-11"]
    month_ = found["2020-11"]
    assert in_millions(month_) == (326, 328)
    assert (month_.kind, len(month_.sources)) == ("month", 2)
    assert month_.equation == "Jul-Nov 2020 USD 1,533 million - Jul-Oct 2020 USD 1,206 million"


def test_a_quarter_follows_from_its_months_and_a_year_from_its_halves() -> None:
    months = [stated(f"2020-{at:02d}", value) for at, value in ((7, "101"), (8, "103"), (9, "107"))]
    assert in_millions(derived(*months)["2020-07/2020-09"]) == (309.5, 312.5)
    halves = [stated(half, "1311") for half in HALVES]
    assert in_millions(derived(*halves)[YEAR]) == (2621, 2623)


def rate(text: str, level: Observation | None, base: Observation | None, **more: object) -> Rate:
    """A rate, year on year, of the levels given."""
    made = Rate(
        iri="https://example.org/id/growth/1",
        series=SERIES,
        period=run(12, 23),
        kind="fiscal-year",
        rate=Decimal(text),
        step=Decimal(1).scaleb(int(Decimal(text).as_tuple().exponent)),
        basis="yoy",
        base_period=run(0, 11),
        source="https://example.org/source/1",
        figure=level.iri if level else None,
        base_figure=base.iri if base else None,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def test_a_base_follows_from_a_level_and_its_rate_and_the_other_way_round() -> None:
    level, base = stated("2021-07/2022-06", "2619"), stated(YEAR, "2108")
    low, high = in_millions(derived(level, rates=(rate("24.2", level, None),))[YEAR])
    assert low == pytest.approx(2618.5 / 1.2425, rel=1e-6)
    assert high == pytest.approx(2619.5 / 1.2415, rel=1e-6)
    (found,) = derived(base, rates=(rate("24.2", None, base),)).values()
    low, high = in_millions(found)
    assert low == pytest.approx(2107.5 * 1.2415, rel=1e-6)
    assert high == pytest.approx(2108.5 * 1.2425, rel=1e-6)
    assert found.equation == "FY2020-21 USD 2,108 million x (1 +24.2%)"
    assert derived(level, rates=(rate("-100", level, None),)) == {}
    assert derived(level, rates=(rate("24.2", level, None, doubt="Copied."),)) == {}


def test_nothing_is_derived_that_is_stated_or_known_too_roughly() -> None:
    totals_ = stated("2020-07/2020-10", "1206"), stated("2020-07/2020-11", "1533")
    for told in (stated("2020-11", "311"), stated("2020-11", "300", status="forecast")):
        assert derived(*totals_, told) == {}
    assert derived(stated("2020-07/2020-10", "1206"), stated("2020-07/2020-11", "1216")) == {}
    assert derived(stated("2020-07/2020-10", "1200"), stated("2020-07/2020-11", "1500")) == {}
    assert derived(totals_[0], replace(totals_[1], bound="at-least")) == {}


def test_a_part_follows_from_the_whole_and_the_others() -> None:
    part, other = series_of(2), series_of(3)
    scheme = {one.definition or "": SERIES.definition for one in (part, other)}
    figures = stated(YEAR, "504.5", series=part), stated(YEAR, "2614"), stated("2022", "7", series=other)
    found = [one for one in derived(*figures, wholes=scheme).values() if one.series == other]
    assert [in_millions(one) for one in found] == [(2108.95, 2110.05)]
    assert found[0].series == Series(other.indicator, AREA, other.definition, "USD")


def test_what_is_derived_holds_the_truth() -> None:
    count = 0
    for seed in range(60):
        made = book(drawn(seed))
        truths = {truth.series: truth for truth in made.truths.values()}
        for one in derived_levels(made.facts()):
            start = (one.period.start.year - 2020) * 12 + one.period.start.month - 7
            truth = truths[one.series].total(start, start + one.period.months - 1)
            assert one.low <= truth <= one.high
            assert Fraction(one.high - one.low) <= Fraction(one.low + one.high) / 2 / 20 * Fraction(
                1001, 1000
            )
            count += 1
    assert count > 100
