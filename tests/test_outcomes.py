"""What came before and after: windows worked out again from the YAML; and `policygraph outcomes`."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml
from typer.testing import CliRunner

from policygraph.cli.outcomes import ORDER
from policygraph.cli.outcomes import outcomes as command
from policygraph.errors import EntityNotFoundError, UsageError
from policygraph.graph import Graph
from policygraph.paths import data_dir
from policygraph.periods import Period
from policygraph.questions.figures import series_by_fiscal_year, series_by_month
from policygraph.questions.outcomes import outcomes, steps_nearby

RURITANIA = Path(__file__).parent / "packs" / "ruritania"
ASKED = ["erozgaar-centres", "cash-reward-fund-2021", "export-rebate-5pc", "pitb-erozgaar", "huawei-training"]


@pytest.fixture(scope="module")
def steps() -> dict[str, set[tuple[date, str]]]:
    """The dated steps done of each initiative, by the first day of what a source states."""
    found: dict[str, set[tuple[date, str]]] = {}
    for file in sorted((data_dir() / "sources").glob("*.yaml")):
        source = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        for step in source.get("steps", ()):
            if step.get("date") and step.get("modality") != "planned":
                day = Period.parse(str(step["date"])).start
                found.setdefault(step["initiative"], set()).add((day, step["stage"]))
    return found


def months(day: date) -> int:
    return day.year * 12 + day.month


def test_series_is_the_preferred_one_around_the_steps(
    shipped: Graph, steps: dict[str, set[tuple[date, str]]]
) -> None:
    kinds = {
        "month": (series_by_month(shipped.store, "ict-exports"), 12),
        "fiscal year": (series_by_fiscal_year(shipped.store, "ict-exports"), 36),
    }
    for initiative in ASKED:
        first, last = min(steps[initiative])[0], max(steps[initiative])[0]
        rows = outcomes(shipped.store, initiative)
        for kind, (series, reach) in kinds.items():
            expected = [
                (point.figure, "before" if point.end < first else "after" if point.start > last else "during")
                for point in series
                if months(first) - months(point.end) <= reach and months(point.start) - months(last) <= reach
            ]
            assert [(row.figure, row.side) for row in rows if row.period_kind == kind] == expected
        for row in rows:
            within = {f"{stage}" for day, stage in steps[initiative] if row.start <= day <= row.end}
            assert {step.partition(" ")[2].replace(" ", "-") for step in row.steps} == within


def test_others_are_all_steps_in_the_window(shipped: Graph, steps: dict[str, set[tuple[date, str]]]) -> None:
    for initiative in ASKED:
        first, last = months(min(steps[initiative])[0]), months(max(steps[initiative])[0])
        expected = {
            (other, day, stage)
            for other, own in steps.items()
            for day, stage in own
            if other != initiative and first - 3 <= months(day) <= last + 3
        }
        rows = steps_nearby(shipped.store, initiative, 3)
        assert {
            (row.initiative.rpartition("/")[2], row.on, row.stage.replace(" ", "-")) for row in rows
        } == expected
        assert [row.on for row in rows] == sorted(row.on for row in rows)
        assert all(row.sources for row in rows)


def test_another_series_and_none(shipped: Graph) -> None:
    other = outcomes(shipped.store, "erozgaar-centres", "Freelancers' remittances", 120)
    assert {row.indicator_name for row in other} == {"Freelancers' remittances"}
    assert outcomes(shipped.store, "freelancer-initiatives") == []  # none of its steps is dated
    assert steps_nearby(shipped.store, "freelancer-initiatives") == []
    with pytest.raises(EntityNotFoundError):
        outcomes(shipped.store, "erozgaar-centres", "no-such-series")
    with pytest.raises(EntityNotFoundError):
        outcomes(shipped.store, "no-such-initiative")


@pytest.fixture
def cli() -> typer.Typer:
    app = typer.Typer()
    app.command("outcomes")(command)
    return app


def run(cli: typer.Typer, *arguments: str) -> str:
    done = CliRunner(env={"COLUMNS": "200", "NO_COLOR": "1"}).invoke(
        cli, [*arguments, "--data", str(RURITANIA)], catch_exceptions=False
    )
    assert done.exit_code == 0
    return done.stdout


def test_command_says_order_and_not_cause(cli: typer.Typer) -> None:
    told = re.sub(r"[\s│]+", " ", run(cli, "CCF"))
    assert "FY2022-23 RUR 500 million before" in told
    assert "FY2023-24 RUR 612.5 million during 2023-05-02 announced; 2024-01-15 launched" in told
    assert "Mar 2024 RUR 55 million after" in told
    assert "Tithe relief for software exporters in force" in told
    assert ORDER in told
    assert "not show that one thing brought about another" in ORDER
    none = run(cli, "Zenda Technology Park", "--months", "0", "--only", "series")
    assert "FY2022-23" not in none
    assert ORDER in none


def test_command_gives_json_and_csv(cli: typer.Typer) -> None:
    found: dict[str, Any] = json.loads(run(cli, "castle-code-fund", "--format", "json"))
    assert (found["initiative"], found["note"]) == ("Castle Code Fund", ORDER)
    assert [one["side"] for one in found["series"]] == ["before", "during", "after", "after"]
    assert [one["stage"] for one in found["steps"]] == ["announced", "launched"]
    assert len(found["others"]) == 3
    only = json.loads(run(cli, "castle-code-fund", "--format", "json", "--only", "others"))
    assert only.keys() == {"initiative", "note", "others"}
    lines = run(cli, "castle-code-fund", "--format", "csv", "--only", "series").splitlines()
    assert (len(lines), lines[0].split(",")[:3]) == (5, ["period_kind", "start", "end"])


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["CCF", "--format", "csv"], UsageError),
        (["CCF", "--format", "pdf"], UsageError),
        (["CCF", "--only", "causes"], UsageError),
        (["flavia-elphberg"], EntityNotFoundError),
        (["CCF", "--indicator", "happiness"], EntityNotFoundError),
    ],
)
def test_command_refuses(cli: typer.Typer, arguments: list[str], error: type[Exception]) -> None:
    with pytest.raises(error):
        run(cli, *arguments)
