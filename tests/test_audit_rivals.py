"""Rival values, targets and ranks: each is typed with its reason, and what agrees is left alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

import pytest

from audit_made import AREA, rounded, run, series_of
from audit_planted_rivals import PLANTERS, Planted, Planter, book, consistent_book, drawn, ranked, targeted
from policygraph.audit.numbers.digits import power_of_ten, slip
from policygraph.audit.records.counted import Observation, Series
from policygraph.audit.records.facts import Facts, SourceRecord
from policygraph.audit.records.findings import Finding
from policygraph.audit.rivals.ranks import check_ranks
from policygraph.audit.rivals.rivals import check_rivals
from policygraph.audit.rivals.targets import check_targets
from policygraph.audit.totals.totals import check_totals
from policygraph.periods import Period
from policygraph.severities import SEVERITIES

SERIES = series_of(1)
MILLION = Decimal(10**6)
EACH = 105
"""Planted errors of each kind: 2,100 in all."""
CHECKERS = {
    "rival": check_rivals,
    "currency": check_rivals,
    "target": check_targets,
    "rank": check_ranks,
}
"""By the first word of the kinds that they find; the others are those of totals."""


def stated(number: int, value: str, period: str = "2023-07/2024-06", **more: object) -> Observation:
    """A figure in millions, printed to the last place given."""
    printed = Decimal(value)
    made = Observation(
        iri=f"https://example.org/id/figure/{number}",
        series=SERIES,
        period=Period.parse(period),
        kind="fiscal-year",
        value=printed * MILLION,
        step=Decimal(1).scaleb(int(printed.as_tuple().exponent)) * MILLION,
        source=f"https://example.org/source/{number}",
        published=date(2024, 8, 1),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def rivals(*figures: Observation, **facts: object) -> list[Finding]:
    """The rivals among these figures."""
    made = Facts(observations=figures, fiscal_start=7)
    return check_rivals(replace(made, **facts))  # type: ignore[arg-type]


def checked(facts: Facts) -> list[Finding]:
    """All findings of the checkers under test, sorted."""
    found = [*check_rivals(facts), *check_totals(facts), *check_targets(facts), *check_ranks(facts)]
    return sorted(found, key=lambda one: (one.kind, one.about))


def names(planted: Planted) -> bool:
    """Whether a finding of the planted kind names the planted figures."""
    about, family = set(planted.about), planted.kind.partition("-")[0]
    found = CHECKERS.get(family, check_totals)(planted.facts)
    return any(one.kind == planted.kind and about <= set(one.about) for one in found)


@pytest.mark.parametrize("planter", PLANTERS, ids=lambda planter: planter.__name__)
def test_a_planted_error_is_found_and_typed(planter: Planter) -> None:
    found = sum(names(planter(book(drawn(seed, planter.__name__)))) for seed in range(EACH))
    assert found >= EACH * 0.95


def test_true_reports_give_no_finding_at_any_rounding() -> None:
    assert [one for seed in range(300) for one in checked(consistent_book(seed))] == []


def test_findings_are_well_formed() -> None:
    found = [
        one for planter in PLANTERS for seed in range(5) for one in checked(planter(book(drawn(seed))).facts)
    ]
    assert {one.severity for one in found} == set(SEVERITIES)
    for one in found:
        assert list(one.about) == sorted(set(one.about))
        assert one.sentence.endswith(".")
        assert "\n" not in one.sentence + one.arithmetic
        assert "None" not in one.sentence + one.arithmetic


def test_the_order_of_loading_changes_nothing() -> None:
    for seed, planter in enumerate(PLANTERS):
        facts = planter(book(drawn(seed))).facts
        shuffled = list(facts.observations)
        drawn(seed).shuffle(shuffled)
        turned = replace(facts, targets=facts.targets[::-1], ranks=facts.ranks[::-1])
        assert checked(replace(turned, observations=tuple(shuffled))) == checked(facts)


def test_a_further_source_removes_no_figure_from_the_findings() -> None:
    for seed in range(200):
        facts = PLANTERS[seed % len(PLANTERS)](book(drawn(seed))).facts
        more = replace(facts, observations=(*facts.observations, *further(facts, drawn(seed))))
        assert not set(named(checked(facts))) - set(named(checked(more)))


def named(findings: list[Finding]) -> Iterator[tuple[str, str]]:
    """Each figure with the family of findings that names it: a rival of another kind is a rival."""
    families = {"currency-not-comparable": "rival", "parts-differ": "part"}
    for finding in findings:
        for iri in finding.about:
            yield families.get(finding.kind, finding.kind.partition("-")[0]), iri


def further(facts: Facts, random: Random) -> Iterator[Observation]:
    """What one more source may say: a known figure again, about right, or quite wrong; a new period."""
    for number in range(3):
        one = random.choice(facts.observations)
        share = Decimal(random.choice((100, 100, 101, 150))) / 100
        length = random.randrange(12)
        period = random.choice((one.period, run(start := random.randrange(24), start + length)))
        yield replace(
            one,
            iri=f"https://example.org/id/figure/further{number}",
            source="https://example.org/source/further",
            value=rounded(one.value * share, one.step * random.choice((1, 10))),
            period=period,
            published=date(2025, 9, 1),
        )


def test_values_that_round_to_each_other_are_no_rivals() -> None:
    assert rivals(stated(1, "1439"), stated(2, "1440", step=10 * MILLION), stated(3, "1439.4")) == []
    assert rivals(stated(1, "893"), stated(2, "894")) == []


def test_bounds_and_forecasts_that_can_hold_are_no_rivals() -> None:
    least = stated(1, "2000", bound="at-least")
    assert rivals(least, stated(2, "2108")) == []
    assert rivals(least, stated(2, "2500", bound="at-least")) == []
    assert rivals(stated(1, "2000", status="forecast"), stated(2, "3000")) == []
    (found,) = rivals(least, stated(2, "1431"))
    assert (found.kind, found.severity) == ("rival-conflict", "major")
    assert (
        "USD 1,431 million (2, 2024-08-01) and at least USD 2,000 million (1, 2024-08-01)" in found.sentence
    )


def test_one_finding_tells_a_whole_disagreement() -> None:
    figures = [
        stated(at, value, published=date(2024, at, 1)) for at, value in enumerate(("1311", "1302", "1317"), 1)
    ]
    (found,) = rivals(*figures)
    assert (found.kind, found.severity, len(found.about)) == ("rival-revision", "info", 3)
    assert found.sentence.index("1,311") < found.sentence.index("1,302") < found.sentence.index("1,317")
    assert "USD 1,311 million to USD 1,302 million: -0.69%" in found.arithmetic


def test_three_values_in_conflict_cannot_all_be_right() -> None:
    two = stated(1, "1317"), stated(2, "2911")
    assert rivals(*two)[0].sentence.endswith(". Both cannot be right.")
    (found,) = rivals(*two, stated(3, "5274"))
    assert found.sentence.endswith(". They cannot all be right.")


@pytest.mark.parametrize(("value", "severity"), [("1317000", "major"), ("13170", "minor")])
def test_a_slip_by_a_thousand_is_grave(value: str, severity: str) -> None:
    (found,) = rivals(stated(1, "1317"), stated(2, value))
    assert (found.kind, found.severity) == ("rival-unit", severity)
    assert "USD 1,317 million" in found.sentence


def test_copies_of_one_day_are_no_revision() -> None:
    (found,) = rivals(stated(1, "1317"), stated(2, "1337"))
    assert found.kind == "rival-misprint"
    (found,) = rivals(stated(1, "1317"), stated(2, "1337", published=date(2024, 9, 1)))
    assert found.kind == "rival-revision"


def test_the_reason_names_definitions_sources_and_dates() -> None:
    other = Series(SERIES.indicator, AREA, "d2", "USD")
    found = rivals(
        stated(1, "1317", claimant="bank"),
        stated(2, "2911", series=other),
        names={
            "d2": "Telecom included",
            "bank": "State Bank",
            SERIES.indicator: "IT exports",
            AREA: "Ruritania",
        },
        sources=(SourceRecord("https://example.org/source/1", publisher="The Daily"),),
    )
    assert [one.kind for one in found] == ["rival-scope"]
    assert found[0].sentence.startswith("IT exports, Ruritania, FY2023-24: USD 1,317 million")
    assert "State Bank in The Daily, 2024-08-01" in found[0].sentence
    assert "USD 2,911 million [Telecom included]" in found[0].sentence


def test_what_one_source_tells_apart_is_no_rival() -> None:
    other = Series(SERIES.indicator, AREA, "d2", "USD")
    same = "https://example.org/source/1"
    assert rivals(stated(1, "1317"), stated(2, "2911", series=other, source=same)) == []
    assert rivals(stated(1, "1317"), stated(2, "2911", series=other), wholes={"d2": SERIES.definition}) == []


def test_without_a_definition_a_conflict_is_worth_a_look() -> None:
    loose = replace(SERIES, definition="https://example.org/concept/definition/x.as-labelled")
    figures = stated(1, "1317", series=loose), stated(2, "2911", series=replace(SERIES, definition=None))
    assert [(one.kind, one.severity) for one in rivals(*figures)] == [("rival-conflict", "minor")]
    noted = [replace(one, definition_note=note) for one, note in zip(figures, ("gross", "net"), strict=True)]
    assert [(one.kind, one.severity) for one in rivals(*noted)] == [("rival-scope", "info")]
    assert "gross; net" in rivals(*noted)[0].sentence


def test_a_difference_that_is_another_indicator_is_a_scope() -> None:
    telecom = stated(3, "512", series=Series("telecom", AREA, "t", "USD"))
    figures = stated(1, "2618"), stated(2, "3130"), telecom
    (found,) = rivals(*figures, broader={"telecom": (SERIES.indicator,)})
    assert (found.kind, found.severity, len(found.about)) == ("rival-scope", "minor", 2)
    assert "differ by the value of telecom" in found.sentence
    assert [one.kind for one in rivals(*figures)] == ["rival-conflict"]


def test_stocks_are_rivals_on_one_day_only() -> None:
    first = stated(1, "13", "2024", kind="point")
    assert rivals(first, stated(2, "19", "2024-11", kind="point")) == []
    assert [one.kind for one in rivals(first, stated(2, "19", "2024-12", kind="point"))] == ["rival-conflict"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("0", "5"), ("-5", "5"), ("0", "-3"), ("1e12", "-1e12"), ("1e60", "1"), ("NaN", "1"), ("Infinity", "1")],
)
def test_any_number_is_told_as_what_it_is(one: str, other: str) -> None:
    figures = [
        replace(stated(number, "1"), value=Decimal(value), step=Decimal(1))
        for number, value in enumerate((one, other))
    ]
    found = checked(Facts(observations=tuple(figures)))
    assert len(found) == (0 if Decimal(one).is_nan() or Decimal(one).is_infinite() else 1)
    assert not any("nan" in finding.sentence.casefold() for finding in found)


def test_slips_of_the_pen() -> None:
    pairs = {
        ("3825", "2825"): "changed",
        ("1241", "1214"): "digits-swapped",
        ("1241", "124"): "dropped-digit",
    }
    assert {pair: slip(Decimal(pair[0]), Decimal(pair[1]), Decimal(1)) for pair in pairs} == pairs
    assert slip(Decimal(-7), Decimal(7), Decimal(1)) == "sign"
    assert not slip(Decimal(12), Decimal(13), Decimal(1))
    assert power_of_ten(Decimal("3.2"), Decimal(3223000), Decimal("0.1"), Decimal(1000)) == -6
    assert power_of_ten(Decimal(303), Decimal(30), Decimal(1), Decimal(1)) == 0


def test_targets_put_off_raised_and_told_differently() -> None:
    first = targeted(1, "2025", date(2019, 1, 24), Decimal(10**10))
    again = targeted(2, "2025", date(2019, 6, 1), Decimal(10**10))
    later = targeted(3, "2030", date(2021, 8, 24), Decimal(10**10))
    raised = targeted(4, "2030", date(2023, 1, 1), 2 * Decimal(10**10))
    found = check_targets(Facts(targets=(raised, later, again, first)))
    assert [(one.severity, len(one.about)) for one in found] == [("minor", 3), ("info", 2)]
    assert "put off" in found[0].sentence
    assert "raised" in found[1].sentence
    (differ,) = check_targets(Facts(targets=(first, replace(later, published=date(2019, 1, 24)))))
    assert (differ.kind, differ.severity) == ("targets-differ", "minor")


def test_targets_of_others_or_for_overlapping_times_are_not_moved() -> None:
    first = targeted(1, "2025", date(2019, 1, 24), Decimal(10**10))
    other = replace(targeted(2, "2030", date(2021, 1, 1), Decimal(10**10)), agent="x")
    overlapping = targeted(3, "2025-07/2026-06", date(2021, 1, 1), Decimal(10**10))
    milestone = targeted(4, "2030", date(2021, 1, 1), 3 * Decimal(10**10))
    assert check_targets(Facts(targets=(first, other, overlapping, milestone))) == []


def test_ranks_that_cannot_both_hold() -> None:
    mine, yours = ranked(1, "ruritania", 2, "ilo"), ranked(2, "ruritania", 4)
    (found,) = check_ranks(Facts(ranks=(mine, yours)))
    assert (found.kind, found.severity, found.about) == ("rank-conflict", "major", (mine.iri, yours.iri))
    assert check_ranks(Facts(ranks=(mine, ranked(3, "ruritania", 3, "oecd")))) == []
    (shared,) = check_ranks(Facts(ranks=(mine, ranked(4, "graustark", 2))))
    assert shared.severity == "minor"


def test_no_two_findings_are_the_same() -> None:
    for planter in PLANTERS:
        assert set(Counter(one.key for one in checked(planter(book(drawn(1))).facts)).values()) == {1}
