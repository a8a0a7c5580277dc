"""What the competency questions answer where it is easy to answer wrongly."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from policygraph.build.pipeline import build
from policygraph.graph import Graph
from policygraph.questions import claims, evidence, figures, initiatives, people
from policygraph.questions.answers import bound
from policygraph.questions.rows import JOINT
from policygraph.rdf import NamedNode
from policygraph.store.embedded import EmbeddedStore
from policygraph.terms import BASE


def test_preferred_series_follows_the_rule_of_the_pack(second_pack: Graph) -> None:
    """The bank's tier comes before the ministry's; the guild's estimate never enters."""
    years = figures.series_by_fiscal_year(second_pack.store, "software-exports")
    assert [(str(year.start), int(year.value), year.unit, year.rivals) for year in years] == [
        ("2022-04-01", 500_000_000, "RUR", 0),
        ("2023-04-01", 612_500_000, "RUR", 1),
    ]
    rival = claims.disagreements(second_pack.store)
    assert [(int(row.value), row.spread) for row in rival] == [
        (612_500_000, rival[0].spread),
        (618_000_000, rival[0].spread),
    ]
    assert str(rival[0].spread) == "0.9"


HOLDERS = [
    ("pm", "2023-12-15", [("Anwaar-ul-Haq Kakar", "caretaker", "dated")]),
    ("Prime Minister of Pakistan", "2018-07-01", [("Nasirul Mulk", "caretaker", "dated")]),
    ("pm", "2024-06-01", [("Shehbaz Sharif", "substantive", "end-not-known")]),
    (
        "pm",
        "2024-03-04",
        [("Anwaar-ul-Haq Kakar", "caretaker", "dated"), ("Shehbaz Sharif", "substantive", "end-not-known")],
    ),
    ("sbp-governor", "2022-06-01", [("Murtaza Syed", "acting", "dated")]),
    ("it-minister", "2022-03-15", [("Syed Amin Ul Haque", "substantive", "imprecise")]),
    ("it-minister", "2022-04-10", []),
    ("pseb-head", "2022-01-01", [("Osman Nasir", "substantive", "start-not-known")]),
    ("pta-chair", "2024-01-26", [("Hafeez Ur Rehman", "substantive", "attested")]),
    ("pta-chair", "2024-01-27", []),
]


@pytest.mark.parametrize(("post", "on", "expected"), HOLDERS)
def test_who_held_a_post(shipped: Graph, post: str, on: str, expected: list[tuple[str, str, str]]) -> None:
    rows = people.post_holders(shipped.store, post, date.fromisoformat(on))
    assert [(row.name, row.capacity, row.certainty) for row in rows] == expected


def test_forecasts_and_doubted_figures_stay_out_of_the_series(shipped: Graph) -> None:
    years = {row.label: row.value for row in figures.series_by_fiscal_year(shipped.store, "ict-exports")}
    assert "FY2025-26" not in years
    june = {row.label: row for row in figures.series_by_month(shipped.store, "ict-exports")}["Jun 2022"]
    assert (int(june.value), june.rivals, june.doubt) == (235_000_000, 2, None)


def test_known_on_leaves_out_what_came_later(shipped: Graph) -> None:
    def first(on: date) -> int:
        return int(figures.known_on(shipped.store, "ict-exports", "FY2020-21", on)[0].value)

    assert first(date(2021, 9, 30)) == 2_123_000_000
    assert first(date(2022, 12, 31)) == 2_108_000_000
    assert figures.known_on(shipped.store, "ict-exports", "FY2020-21", date(2021, 1, 1)) == []


def test_single_source_counts_neither_briefs_nor_repeats(shipped: Graph) -> None:
    nodes = {row.statement.removeprefix(f"{BASE}id/") for row in evidence.single_source(shipped.store)}
    assert "tenure/umar-saif--it-minister--on-2024-01-17" in nodes  # a source and a brief
    assert not any("ict-exports_pakistan_2023-12_" in node for node in nodes)  # three sources, three nodes
    kinds = {row.kind for row in evidence.single_source(shipped.store, kind="tenure")}
    assert kinds == {"tenure"}
    relations = {(row.label, row.source) for row in evidence.single_source(shipped.store, kind="relation")}
    assert (
        "Digital Economy Enhancement Project based on Digital Pakistan Policy",
        f"{BASE}source/cwp-deep",
    ) in (relations)
    links = {
        row.statement.removeprefix(f"{BASE}id/") for row in evidence.single_source(shipped.store, "link")
    }
    assert "initiative/final-tax-025" in links  # the registry names one source for it
    assert "initiative/erozgaar-centres" not in links  # and six for this


def silent(graph: Graph, on: date, **more: Any) -> set[str]:
    """Ids of what was not heard of by a day."""
    rows = initiatives.announced_and_silent(graph.store, as_of=on, **more)
    return {row.initiative.rpartition("/")[2] for row in rows}


def test_silence_is_broken_by_a_step_done(shipped: Graph) -> None:
    before = silent(shipped, date(2024, 1, 10), min_days=0)
    after = silent(shipped, date(2024, 1, 11), min_days=0)
    assert before - after == {"erozgaar-centres"}
    assert silent(shipped, date(2026, 1, 1), stage="approved") > silent(shipped, date(2026, 1, 1))


def test_silence_takes_its_time(shipped: Graph) -> None:
    on = date(2024, 6, 30)
    longer, all_of_it = silent(shipped, on, min_days=180), silent(shipped, on, min_days=0)
    assert silent(shipped, on) == longer < all_of_it
    assert "paypal-arrangement" in all_of_it - longer  # last heard of 171 days before
    days = [row.days_silent for row in initiatives.announced_and_silent(shipped.store, as_of=on)]
    assert days == sorted(days, reverse=True)
    assert days[-1] >= 180


def test_announcements_that_may_lie_outside_a_tenure(shipped: Graph) -> None:
    rows = initiatives.initiatives_announced_under(shipped.store, "umar-saif", "it-minister")
    certainty = {row.initiative.rpartition("/")[2]: row.certainty for row in rows}
    assert certainty["erozgaar-centres"] == "dated"
    assert certainty["smartphone-instalments"] == "dated"  # January 2024, all of it in office
    assert certainty["huawei-training"] == "imprecise"  # some day of 2024; in office until March
    assert certainty["deep"] == "imprecise"  # in the month in which the tenure ended
    later = initiatives.initiatives_announced_under(shipped.store, "shehbaz-sharif", "pm")
    assert "end-not-known" in {row.certainty for row in later if row.end is None}
    assert all(row.until >= row.start for row in later)
    planned = shipped.store.select(PLANNED_ANNOUNCEMENTS, {})
    assert not {str(getattr(term, "value", "")) for (term,) in planned.rows} & {
        row.initiative for row in (*rows, *later)
    }


PLANNED_ANNOUNCEMENTS = f"""
PREFIX pg: <{BASE}ns#>
SELECT ?initiative WHERE {{
  ?step pg:stage <{BASE}concept/stage/announced> ; pg:initiative ?initiative .
  FILTER NOT EXISTS {{
    ?done pg:initiative ?initiative ; pg:stage <{BASE}concept/stage/announced> ;
          pg:modality <{BASE}concept/modality/done>
  }}
}}
"""


def test_a_target_meets_only_what_counts_the_same(shipped: Graph) -> None:
    rows = {row.target.rpartition("/")[2]: row for row in claims.targets(shipped.store)}
    huawei = rows["youth-trained_2025-01_2025-12_01"]
    assert (huawei.actual_definition, huawei.comparable) == (huawei.definition_name, True)
    assert str(huawei.percent) == "6.8"
    telecom = rows["it-exports_2024-07_2025-06_04"]
    assert (telecom.actual_indicator, telecom.comparable, telecom.percent) == ("ICT exports", False, None)
    for row in rows.values():
        assert (row.percent is None) == (not row.comparable)
        assert (row.comparable is None) == (row.actual_value is None)
        if row.comparable:
            assert row.actual_indicator == row.indicator_name
        if row.indicator_name == "Parts of an IT export target":
            assert row.actual_value is None


def test_growth_is_measured_against_its_own_source(shipped: Graph) -> None:
    rows = {
        row.growth.rpartition("_")[2]: row for row in claims.growth_claims(shipped.store, period="FY2020-21")
    }
    for source in ("seed-003", "up-1307039"):
        assert (str(rows[source].base_value), rows[source].base_sources) == ("1440000000", (source,))
    assert {row.base_status for row in rows.values()} == {"actual"}
    for row in claims.growth_claims(shipped.store):
        assert (row.base_value is None) == (row.base_status is None) == (not row.base_sources)


RANKS = """
- rank: 1
  claimants: [digital-ministry]
- rank: 899
  claimants: [royal-bank]
"""


def test_preference_holds_for_every_rank(root: Path, tmp_path: Path) -> None:
    """The least and the greatest rank that a pack may give, which differ in their number of digits."""
    shutil.copytree(root / "tests" / "packs" / "ruritania", tmp_path / "pack")
    about = yaml.safe_load((tmp_path / "pack" / "pack.yaml").read_text(encoding="utf-8"))
    about["preference"] = {"tiers": yaml.safe_load(RANKS), "unlisted": 899, "unnamed": 100}
    (tmp_path / "pack" / "pack.yaml").write_text(yaml.safe_dump(about), encoding="utf-8")
    store = EmbeddedStore.of(build(tmp_path / "pack"))
    years = {row.label: row.value for row in figures.series_by_fiscal_year(store, "software-exports")}
    assert years == {"FY2022-23": 500_000_000, "FY2023-24": 618_000_000}
    latest = {row.period_kind: row.value for row in figures.latest_figure(store, "software-exports")}
    assert latest["fiscal year"] == 618_000_000
    assert figures.known_on(store, "software-exports", "FY2023-24", date(2024, 7, 1))[0].value == 618_000_000


def test_hop_query_finds_what_the_paths_rest_on(shipped: Graph) -> None:
    """The query of `paths` gives, for each hop of a path, the same statement and sources."""
    ends = (("umar-saif", "pseb"), ("shaza-fatima", "moitt"), ("ILO", "amin-ul-haque"), ("deep", "google"))
    hops = [
        dict(zip(answer.columns, row, strict=True))
        for start, end in ends
        for answer in [shipped.ask("paths", start=start, end=end)]
        for row in answer
    ]
    for hop in hops:
        query = bound("paths", start=NamedNode(hop["start"]), end=NamedNode(hop["end"]))
        told: dict[str, set[str]] = {}
        for _, forward, statement, sources in shipped.store.select(query).rows:
            if getattr(forward, "value", "") == str(hop["forward"]).lower():
                told.setdefault(getattr(statement, "value", ""), set()).update(split(sources))
        assert not hop["statement"] or hop["statement"] in told
        known = told[hop["statement"]] if hop["statement"] else set().union(*told.values())
        assert told
        assert {source for source in hop["sources"] if not source.startswith("brief-")} <= known
    assert len({hop["relation"] for hop in hops}) >= 5


def split(joined: object) -> list[str]:
    """The values that a query joined."""
    return str(getattr(joined, "value", "")).split(JOINT)
