"""Stated rates are recomputed against every base: one rule a test, and the shipped rates."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_made import FISCAL_START
from policygraph.audit.graph.extract import facts_of
from policygraph.audit.growths.growths import growth_findings, verdicts
from policygraph.audit.numbers.intervals import Interval
from policygraph.audit.records.counted import Observation, Rate, Series
from policygraph.audit.records.facts import Facts, SourceRecord
from policygraph.audit.records.findings import Derived, Finding, Verdict
from policygraph.graph import Graph
from policygraph.periods import Period

SERIES = Series("x:exports", "x:ruritania", "x:exports.head", "USD")
MILLION = Decimal(10) ** 6
CHECKED = {
    "freelancer-remittances_pakistan_2021-07--2022-06_ap-fl22": "unit-slip",
    "freelancer-remittances_pakistan_2021-07--2022-06_ap-fl22_2": "truncated",
    "freelancer-remittances_pakistan_2021-07--2022-06_ptn-fl22": "unit-slip",
    "freelancer-remittances_pakistan_2021-07--2022-06_ptn-fl22_2": "truncated",
    "ict-exports_pakistan_2017-07--2018-06_po-2018": "truncated",
    "ict-exports_pakistan_2020-07--2021-04_pp-2021may": "rounded-inputs",
    "ict-exports_pakistan_2020-07--2021-04_up-1513467": "rounded-inputs",
    "ict-exports_pakistan_2021-07--2022-06_bol-2023jul": "last-years-rate",
    "ict-exports_pakistan_2021-07--2022-06_pp-2023aug": "last-years-rate",
    "ict-exports_pakistan_2021-07--2022-06_pp-2023jul": "last-years-rate",
    "ict-exports_pakistan_2023-07--2024-01_ary-2024feb": "rounded-inputs",
    "ict-exports_pakistan_2023-07--2024-04_nat-2024jun24": "digits-swapped",
    "ict-exports_pakistan_2023-11_seed-000": "",
    "ict-exports_pakistan_2023-11_up-1786298": "",
    "ict-exports_pakistan_2023-12_ary-2024jan": "other-base",
    "ict-exports_pakistan_2023-12_seed-000": "other-base",
    "ict-exports_pakistan_2023-12_up-1786298": "other-base",
    "ict-exports_pakistan_2024-06_br-40313559_2": "",
    "ict-exports_pakistan_2024-07--2024-11_ary-2024dec": "truncated",
    "ict-exports_pakistan_2024-07--2024-11_cwp-2024nov": "truncated",
    "ict-exports_pakistan_2024-07--2025-03_br-40366886_2": "other-level",
    "ict-exports_pakistan_2025-07--2025-10_app-2025nov": "truncated",
    "telecom-services-exports_pakistan_2023-07--2023-10_nat-2024jan01": "other-rate",
}
"""The shipped rates that no base reproduces, and what they may have been; each looked at in the data."""


def level(name: str, month: str, value: str, series: Series = SERIES, **more: object) -> Observation:
    """A level in millions, stated by the source `s:NAME`."""
    printed = Decimal(value)
    made = Observation(
        iri=f"f:{name}-{month}",
        series=series,
        period=Period.parse(month),
        kind="month",
        value=printed * MILLION,
        step=Decimal(1).scaleb(int(printed.as_tuple().exponent)) * MILLION,
        source=f"s:{name}",
    )
    return replace(made, **more)  # type: ignore[arg-type]


def rate(size: str, month: str = "2023-12", name: str = "a", **more: object) -> Rate:
    """A yearly rate, stated by the source `s:NAME` together with its level of the month."""
    made = Rate(
        iri=f"g:{name}-{month}-{size}",
        series=SERIES,
        period=Period.parse(month),
        kind="month",
        rate=Decimal(size),
        step=Decimal(1).scaleb(int(Decimal(size).as_tuple().exponent)),
        basis="yoy",
        base_period=Period.parse(month).shifted(-12),
        source=f"s:{name}",
        figure=f"f:{name}-{month}",
    )
    return replace(made, **more)  # type: ignore[arg-type]


def facts(*records: Observation | Rate) -> Facts:
    """These records, and names for what they are about."""
    return Facts(
        observations=tuple(one for one in records if isinstance(one, Observation)),
        rates=tuple(one for one in records if isinstance(one, Rate)),
        names={"x:exports": "Exports", "x:ruritania": "Ruritania"},
        sources=(SourceRecord("s:a", publisher="The Courier"), SourceRecord("s:b", publisher="The Mirror")),
        fiscal_start=FISCAL_START,
    )


def judged(*records: Observation | Rate) -> tuple[Verdict, Finding | None]:
    """The verdict on the first rate, and the finding that it gives."""
    known = facts(*records)
    found = verdicts(known)
    first = next(one for one in records if isinstance(one, Rate))
    verdict = next(one for one in found if one.rate == first.iri)
    finding = [one for one in growth_findings(known, found) if first.iri in one.about]
    return verdict, finding[0] if finding else None


NOW = level("a", "2023-12", "303")


def test_shows_the_sum_of_a_rate_that_agrees() -> None:
    verdict, finding = judged(NOW, level("b", "2022-12", "247"), rate("22.67"))
    assert verdict.code == "consistent"
    assert verdict.arithmetic == "303 / 247 USD million = +22.67% (between 22.22% and 23.13%), stated: 22.67%"
    assert verdict.sentence == (
        "Exports, Ruritania, Dec 2023: a stated rise of 22.67% over Dec 2022 (The Courier). "
        "It agrees with a base of USD 247 million (The Mirror)."
    )
    assert finding is None


def test_a_rate_that_is_held_by_its_rounding_only_shows_that() -> None:
    verdict, _ = judged(NOW, level("b", "2022-12", "246"), rate("24"))
    assert verdict.arithmetic == (
        "303 / 246 USD million = +23.17% (between 22.71% and 23.63%), stated: 24% (between 23.5% and 24.5%)"
    )


def test_tells_which_vintage_fits() -> None:
    verdict, finding = judged(
        NOW,
        level("b", "2022-12", "247"),
        level("c", "2022-12", "244"),
        rate("22.67", published=date(2024, 1, 17)),
    )
    assert verdict.code == "one-vintage"
    assert (
        "It fits a base of USD 247 million (The Mirror), not a base of USD 244 million (s:c)."
        in verdict.sentence
    )
    assert [(base.iri, base.fits) for base in verdict.bases] == [
        ("f:b-2022-12", True),
        ("f:c-2022-12", False),
    ]
    assert finding
    assert (finding.kind, finding.severity) == ("growth-one-vintage", "info")
    assert finding.about == ("f:a-2023-12", "f:b-2022-12", "f:c-2022-12", "g:a-2023-12-22.67")


def test_a_vintage_is_graver_where_its_own_base_does_not_fit_or_the_bases_are_far_apart() -> None:
    own = level("a", "2022-12", "244")
    _, finding = judged(NOW, own, level("b", "2022-12", "247"), rate("22.67", base_figure=own.iri))
    assert finding
    assert finding.severity == "minor"
    _, finding = judged(NOW, level("b", "2022-12", "247"), level("c", "2022-12", "200"), rate("22.67"))
    assert finding
    assert finding.severity == "minor"


def test_names_the_number_to_doubt() -> None:
    wrong, base = rate("31"), level("b", "2022-12", "247")
    verdict, finding = judged(NOW, base, wrong, level("b", "2023-12", "303"), rate("22.7", name="b"))
    assert verdict.sentence.endswith(
        "For the same two amounts +22.7% is stated (The Mirror): the rate is the number to doubt."
    )
    assert finding
    assert (finding.kind, finding.severity, finding.fits) == ("growth-inconsistent", "major", "")
    before = level("c", "2021-12", "200"), rate("23.5", "2022-12", "b")
    verdict, _ = judged(NOW, base, wrong, *before)
    assert verdict.sentence.endswith(
        "The base fits another stated rate: the level or the rate is the number to doubt."
    )


def test_a_slip_of_the_rate_is_told_with_the_sum_it_fits() -> None:
    base, now = level("b", "2022-12", "396.243"), level("a", "2023-12", "397.328")
    verdict, _ = judged(now, base, rate("2.74"))
    assert verdict.fits == "unit-slip"
    assert verdict.arithmetic == (
        "397.328 / 396.243 USD million = +0.27% (between 0.2736% and 0.274%), stated: 2.74%; "
        "0.274% would fit (between 0.2735% and 0.2741%)"
    )


@pytest.mark.parametrize("pointed", [True, False])
def test_the_base_of_its_own_source_is_told_first(pointed: bool) -> None:
    own, nearer = level("a", "2022-12", "247"), level("c", "2022-12", "235")
    wrong = rate("33", base_figure=own.iri if pointed else None)
    verdict, _ = judged(NOW, own, nearer, wrong)
    assert "From USD 247 million (The Courier) to USD 303 million is +22.67%." in verdict.sentence
    assert verdict.arithmetic.startswith("303 / 247 ")
    verdict, _ = judged(NOW, level("b", "2022-12", "247"), nearer, wrong)
    assert "From USD 235 million (s:c) to USD 303 million is +28.94% (the nearest of 2 pairs)." in (
        verdict.sentence
    )


def test_a_slip_against_its_own_base_goes_before_a_chance_match() -> None:
    wrong, now, month = rate("26.27"), level("a", "2023-12", "3030"), level("c", "2023-11", "2400")
    assert judged(now, month, level("b", "2022-12", "2470"), wrong)[0].fits == "month-on-month"
    verdict, _ = judged(now, month, level("a", "2022-12", "2470"), wrong)
    assert verdict.fits == "digits-swapped"
    assert verdict.sentence.endswith("A rate of +22.67% would fit.")


def test_no_slip_is_read_into_an_amount_that_other_rates_fit() -> None:
    wrong, base = rate("33.60"), level("b", "2022-12", "247")
    assert "USD 330 million would fit" in judged(NOW, base, wrong)[0].sentence
    verdict, _ = judged(NOW, base, wrong, level("b", "2023-12", "303"), rate("22.67", name="b"))
    assert "would fit" not in verdict.sentence
    assert verdict.sentence.endswith("the rate is the number to doubt.")


def test_only_the_very_number_is_the_rate_of_another_year() -> None:
    base, wrong = level("b", "2022-12", "247"), rate("47.43")
    verdict, _ = judged(NOW, base, wrong, rate("47.43", "2022-12", "b"))
    assert verdict.fits == "last-years-rate"
    assert "+22.67%. +47.43% is the rate stated for Dec 2022 (The Mirror)." in verdict.sentence
    verdict, _ = judged(NOW, base, wrong, rate("47", "2022-12", "b"))
    assert "rate stated for" not in verdict.sentence


def test_two_amounts_of_a_sentence_are_told_in_one_scale() -> None:
    now, base = level("a", "2023-12", "2100"), level("b", "2022-12", "1755")
    verdict, _ = judged(now, base, rate("31"))
    assert "From USD 1,755 million (The Mirror) to USD 2,100 million is +19.66%." in verdict.sentence
    verdict, _ = judged(now, base, level("c", "2022-12", "1600"), rate("31.25"))
    assert "a base of USD 1,600 million (s:c), not a base of USD 1,755 million" in verdict.sentence


def test_intervals_are_equal_by_their_ends() -> None:
    half, open_above = Interval.between((2, 4), (6, 4)), Interval.between((2, 4), None)
    assert half == Interval(Fraction(1, 2), Fraction(3, 2)) != open_above
    assert len({half, Interval(Fraction(1, 2), Fraction(3, 2)), open_above}) == 2
    assert repr(half) == "Interval(low=Fraction(1, 2), high=Fraction(3, 2))"
    assert half - half == Interval(Fraction(-1), Fraction(1))
    assert (Fraction(3, 2) in half, Decimal("1.51") in half, 10**9 in open_above) == (True, False, True)


def test_what_several_print_is_one_finding() -> None:
    base = level("z", "2022-12", "247")
    papers = [
        (
            level(name, "2023-12", "303", published=day),
            rate("31", name=name, published=day, doubt="A slip, it seems." if name == "a" else ""),
        )
        for name, day in (("c", date(2024, 1, 20)), ("b", date(2024, 1, 18)), ("a", date(2024, 1, 17)))
    ]
    known = facts(base, *(one for paper in papers for one in paper), rate("31.0", name="d"), rate("32"))
    told = growth_findings(known, verdicts(known))
    assert len(told) == 3
    one = next(one for one in told if "g:b-2023-12-31" in one.about)
    assert one.about == (
        *("f:a-2023-12", "f:b-2023-12", "f:c-2023-12", "f:z-2022-12"),
        *("g:a-2023-12-31", "g:b-2023-12-31", "g:c-2023-12-31"),
    )
    assert one.severity == "major"
    assert one.sentence.startswith(
        "Exports, Ruritania, Dec 2023: a stated rise of 31% over Dec 2022 (The Mirror, 2024-01-18; 2 more). "
        "From USD 247 million (s:z) to USD 303 million is +22.67%."
    )
    assert one.arithmetic == "303 / 247 USD million = +22.67% (between 22.23% and 23.12%), stated: 31%"


def test_what_reads_otherwise_is_another_finding() -> None:
    """Both papers print the same rate; for one of them it is that of a related indicator."""
    other = Series("x:goods", "x:ruritania", "x:goods.head", "USD")
    claims = NOW, level("b", "2023-12", "303"), rate("31"), rate("31", name="b")
    related = rate("31", name="b", iri="g:goods", series=other, figure=None)
    known = facts(level("z", "2022-12", "247"), *claims, related)
    known = replace(known, broader={"x:goods": ("x:exports",)})
    told = {
        tuple(iri for iri in one.about if iri.startswith("g:")): one.fits
        for one in growth_findings(known, verdicts(known))
    }
    assert told == {("g:a-2023-12-31",): "", ("g:b-2023-12-31",): "other-rate"}


@pytest.mark.parametrize(
    ("base", "code"),
    [
        (level("b", "2022-12", "230", doubt="A slip, it seems."), "no-base"),
        (level("b", "2022-12", "230", replace(SERIES, definition=None)), "no-base"),
        (level("b", "2022-12", "247", replace(SERIES, definition="x:exports.as-labelled")), "consistent"),
        (level("b", "2022-12", "230", replace(SERIES, definition="x:exports.narrow")), "no-base"),
        (level("b", "2022-12", "230", status="forecast"), "no-base"),
        (level("b", "2022-12", "230", kind="point"), "no-base"),
        (level("b", "2022-12", "230", status="provisional"), "inconsistent"),
        (level("b", "2022-12", "230", bound="at-least"), "consistent"),
        (level("b", "2022-12", "260", bound="at-least"), "inconsistent"),
        (level("b", "2022-12", "250", bound="about"), "consistent"),
        (level("b", "2022-12", "250"), "inconsistent"),
        (level("b", "2022-12", "247", replace(SERIES, unit="RUR")), "not-computable"),
        (level("b", "2022-12", "0"), "not-computable"),
        (level("b", "2022-12", "-5"), "not-computable"),
        (level("b", "2022-12", "230", replace(SERIES, area="x:elsewhere")), "no-base"),
        (level("b", "2021-12", "230"), "no-base"),
    ],
)
def test_which_bases_may_speak(base: Observation, code: str) -> None:
    verdict, _ = judged(NOW, base, rate("22.67"))
    assert verdict.code == code


def test_a_base_without_an_end_does_not_stand_up_for_a_rate_that_a_known_one_refutes() -> None:
    verdict, _ = judged(
        NOW, level("b", "2022-12", "230"), level("c", "2022-12", "100", bound="at-least"), rate("22.67")
    )
    assert verdict.code == "inconsistent"
    assert {base.iri: base.high is None for base in verdict.bases} == {"f:b-2022-12": False}


def test_a_source_that_does_not_say_what_it_counts_is_held_to_every_definition() -> None:
    vague = replace(SERIES, definition=None)
    claim = replace(NOW, series=vague)
    bases = (
        level("b", "2022-12", "247"),
        level("c", "2022-12", "150", replace(SERIES, definition="x:exports.narrow")),
    )
    verdict, finding = judged(claim, *bases, rate("22.67", series=vague))
    assert verdict.code == "one-vintage"
    verdict, finding = judged(claim, bases[1], rate("22.67", series=vague))
    assert finding
    assert (verdict.code, finding.severity) == ("inconsistent", "minor")


def test_a_rate_stated_alone_is_held_to_the_levels_of_others() -> None:
    alone = rate("31", name="z", figure=None, series=replace(SERIES, unit="percent"))
    verdict, finding = judged(NOW, level("b", "2022-12", "247"), alone)
    assert finding
    assert (verdict.code, finding.severity) == ("inconsistent", "major")
    verdict, _ = judged(NOW, alone)
    assert (verdict.code, verdict.sentence[-17:]) == ("no-base", "No base is known.")
    verdict, _ = judged(level("b", "2022-12", "247"), alone)
    assert verdict.sentence.endswith("The level that it leads to is not known.")


def test_a_derived_base_can_speak_for_a_rate_but_not_against_it() -> None:
    period, known = Period.parse("2022-12"), facts(NOW, rate("22.67"))
    for low, code in ((246, "consistent"), (230, "no-base")):
        ends = low * MILLION, (low + 2) * MILLION
        derived = Derived(SERIES, period, "month", *ends, ("f:x",), "the year less eleven months")
        assert [one.code for one in verdicts(known, [derived])] == [code]
        from_rate = replace(derived, sources=(known.rates[0].iri,))
        assert [one.code for one in verdicts(known, [from_rate])] == ["no-base"]


@pytest.mark.parametrize(
    ("claim", "more"),
    [
        (rate("31", doubt="Copied from elsewhere, it seems."), {}),
        (rate("31"), {"doubt": "One digit looks wrong."}),
        (rate("31", status="forecast"), {"status": "forecast"}),
        (rate("23.4"), {}),
    ],
)
def test_what_is_doubted_forecast_or_nearly_right_is_minor(claim: Rate, more: dict[str, object]) -> None:
    _, finding = judged(replace(NOW, **more), level("b", "2022-12", "247"), claim)  # type: ignore[arg-type]
    assert finding
    assert (finding.kind, finding.severity) == ("growth-inconsistent", "minor")


@settings(max_examples=200, deadline=None)
@given(
    size=st.decimals(allow_nan=True, allow_infinity=True),
    step=st.decimals(allow_nan=True, allow_infinity=True),
    base=st.decimals(allow_nan=True, allow_infinity=True),
    value=st.decimals(allow_nan=True, allow_infinity=True),
    months=st.integers(-30, 30),
)
def test_no_number_breaks_it(
    size: Decimal, step: Decimal, base: Decimal, value: Decimal, months: int
) -> None:
    claim = replace(rate("1"), rate=size, step=step, base_period=Period.parse("2023-12").shifted(months))
    before = replace(level("b", "2022-12", "1"), value=base, step=step)
    verdict, _ = judged(replace(NOW, value=value), before, claim)
    assert verdict.code in {"consistent", "inconsistent", "one-vintage", "no-base", "not-computable"}
    for one in verdict.bases:
        assert all(end is None or end.is_finite() for end in (one.low, one.high))


@pytest.mark.parametrize("size", ["1E+12", "NaN", "sNaN", "-Infinity", "1E+999999", "1000000000"])
def test_a_rate_beyond_all_sense_is_not_computed(size: str) -> None:
    verdict, finding = judged(NOW, level("b", "2022-12", "247"), replace(rate("1"), rate=Decimal(size)))
    assert verdict.code == "not-computable"
    assert finding
    assert finding.severity == "minor"


def test_the_calendar_has_an_end() -> None:
    first, second = Period.parse("0001-01"), Period.parse("0001-02")
    early = rate("31", period=second, base_period=first)
    verdict, _ = judged(replace(NOW, period=second), level("b", "0001-01", "247"), early)
    assert verdict.code == "inconsistent"


def test_the_shipped_rates_that_no_base_reproduces_are_those_checked_by_hand(shipped: Graph) -> None:
    found = verdicts(facts_of(shipped.store.quads()))
    counts = Counter(one.code for one in found)
    assert {code: counts[code] for code in ("not-computable", "inconsistent")} == {
        "not-computable": 0,
        "inconsistent": len(CHECKED),
    }
    assert {one.rate.rpartition("/")[2]: one.fits for one in found if one.code == "inconsistent"} == CHECKED
    assert counts["consistent"] + counts["one-vintage"] >= 170
