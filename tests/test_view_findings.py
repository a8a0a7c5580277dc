"""What the audit found, on the page's data and in its report."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from policygraph.graph import Graph
from policygraph.rdf import Literal
from policygraph.store.embedded import EmbeddedStore
from policygraph.terms import PG
from policygraph.view.audit_report import render_report
from policygraph.view.number_line import Range, chart_of
from policygraph.view.page import render
from view_data import HOSTILE, audited_store, charted_store, data_of


def test_a_finding_points_to_the_facts_it_is_about() -> None:
    rest = data_of(render(audited_store()), "rest")
    [finding] = rest["findings"]
    assert finding["severity"] == "major"
    assert finding["kind"] == "true conflict"
    sentences = " ".join(str(rest["facts"][place]["sentence"]) for place in finding["facts"])
    assert "100 million" in sentences
    assert "120 million" in sentences
    rows = rest["facts"][finding["facts"][0]]["rows"]
    assert ["Rests on", "3 sources, 1 origin"] in rows


def test_a_graph_without_findings_says_so() -> None:
    assert data_of(render(charted_store()), "rest")["findings"] == []
    assert "found nothing to report" in render_report(EmbeddedStore.of([]))


def test_the_report_holds_the_sum_the_ranges_and_the_sources() -> None:
    report = render_report(audited_store())
    assert "99.5 to 100.5 does not meet 119.5 to 120.5" in report
    assert "Cannot all be right" in report
    bars = [
        (Decimal(x), Decimal(wide))
        for x, wide in re.findall(r'<rect x="([^"]+)" y="2" width="([^"]+)"', report)
    ]
    assert len(bars) == 2
    (first, wide), (second, _) = sorted(bars)
    assert first + wide < second


def test_the_report_is_the_same_every_time_and_runs_nothing() -> None:
    assert render_report(audited_store()) == render_report(audited_store())
    for name in HOSTILE:
        report = render_report(audited_store(name))
        assert "<script" not in report
        assert "<img src=x" not in report
        assert "default-src 'none'" in report


def test_ranges_keep_their_order_and_stay_in_the_picture() -> None:
    chart = chart_of([Range("a", "1", Decimal(1), Decimal(1)), Range("b", "9", Decimal(8), Decimal(10))], str)
    assert chart is not None
    assert [bar.label for bar in chart.bars] == ["a", "b"]
    assert all(Decimal(0) <= Decimal(bar.x) <= Decimal(100) - Decimal(bar.width) for bar in chart.bars)
    assert Decimal(chart.first) < 1
    assert Decimal(chart.last) > 10
    assert chart_of([Range("alone", "1", Decimal(1), Decimal(2))], str) is None


@pytest.mark.parametrize(
    ("ends", "ticks"),
    [
        (("0.2735", "2.745"), ("0.1", "2.9")),
        (("-26.888", "-26.875"), ("-26.889", "-26.874")),
        (("245500000", "303500000"), ("242000000", "307000000")),
    ],
)
def test_both_ends_of_the_scale_are_ticks_of_one_place(ends: tuple[str, str], ticks: tuple[str, str]) -> None:
    low, high = map(Decimal, ends)
    chart = chart_of([Range("a", "", low, low), Range("b", "", high, high)], "{:f}".format)
    assert chart is not None
    assert (chart.first, chart.last) == ticks


def test_what_several_state_alike_is_one_bar() -> None:
    low, high = Decimal(1), Decimal(2)
    ranges = [
        Range("May", "1.5", low, high, ("A",)),
        Range("June", "1.5", low, high, ("A",)),
        Range("May", "1.5", low, high, ("B",)),
    ]
    chart = chart_of(ranges, str)
    assert chart is not None
    assert [bar.label for bar in chart.bars] == ["May (A; B)", "June (A)"]


def test_the_report_leads_from_each_kind_to_its_findings(shipped: Graph) -> None:
    report = render_report(shipped.store)
    targets = set(re.findall(r'href="#([^"]+)"', report))
    assert targets
    assert targets <= set(re.findall(r'<article id="([^"]+)"', report))


def test_every_shipped_finding_is_on_the_page_and_in_the_report(shipped: Graph) -> None:
    rows = shipped.store.select("SELECT ?sentence WHERE { ?finding a pg:Finding ; pg:sentence ?sentence }")
    found = {term.value for (term,) in rows if isinstance(term, Literal)}
    assert found
    shown = data_of(render(shipped.store), "rest")["findings"]
    assert {one["sentence"] for one in shown} == found
    report = render_report(shipped.store)
    assert (
        report.count("<article") == sum(1 for _ in shipped.store.quads(None, PG.findingKind, None, None)) // 2
    )
