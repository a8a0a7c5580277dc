"""Promises: lives, silence and targets, worked out again from the YAML; and `policygraph promises`."""

from __future__ import annotations

import json
import re
import shutil
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml
from typer.testing import CliRunner

from policygraph.build.pipeline import build
from policygraph.cli.promise_text import SILENCE, initiative_row
from policygraph.cli.promises import promises as command
from policygraph.errors import CodeNotFoundError, EntityNotFoundError, UsageError
from policygraph.graph import Graph
from policygraph.paths import data_dir
from policygraph.periods import Period
from policygraph.questions.progress import growth_needed, progress
from policygraph.questions.promises import Promise, PromisedTarget, promised_targets, promises
from policygraph.store.embedded import EmbeddedStore

RURITANIA = Path(__file__).parent / "packs" / "ruritania"


def documents() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every source's id and what its file says."""
    for file in sorted((data_dir() / "sources").glob("*.yaml")):
        yield file.stem, yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


@pytest.fixture(scope="module")
def sources() -> dict[str, dict[str, Any]]:
    return dict(documents())


@pytest.fixture(scope="module")
def lives(shipped: Graph) -> dict[str, Promise]:
    return {slug(row.initiative): row for row in promises(shipped.store)}


@pytest.fixture(scope="module")
def aims(shipped: Graph) -> dict[str, PromisedTarget]:
    return {slug(row.target): row for row in promised_targets(shipped.store)}


def slug(iri: str) -> str:
    return iri.rpartition("/")[2]


def published(source: dict[str, Any]) -> date | None:
    return Period.parse(str(source["date"])).end if source.get("date") else None


def values(of: object) -> Iterator[object]:
    """Everything that stands anywhere in a record."""
    if isinstance(of, dict):
        for key, value in of.items():
            yield from values(value) if key not in ("id", "definition", "indicator") else ()
    elif isinstance(of, list):
        for value in of:
            yield from values(value)
    else:
        yield of


def test_every_life_has_the_steps_of_the_files(
    sources: dict[str, dict[str, Any]], lives: dict[str, Promise]
) -> None:
    steps = defaultdict(set)
    for source in sources.values():
        for step in source.get("steps", ()):
            stage = step["stage"].replace("-", " ")
            planned = ", planned:" if step.get("modality") == "planned" else ""
            steps[step["initiative"]].add(f"{step.get('date', 'undated')}{planned} {stage}")
    assert lives.keys() == steps.keys()
    for initiative, row in lives.items():
        told = {entry.partition(" by ")[0] for entry in row.life}
        assert told >= {one for one in steps[initiative] if not one.startswith("undated")}
        assert told <= steps[initiative]


def test_silence_is_counted_from_the_last_source_that_names_it(
    sources: dict[str, dict[str, Any]], lives: dict[str, Promise]
) -> None:
    registry = yaml.safe_load((data_dir() / "registry" / "initiatives.yaml").read_text(encoding="utf-8"))
    newest = max(day for day in map(published, sources.values()) if day)
    for initiative, row in lives.items():
        named = {
            name
            for name, source in sources.items()
            if name in registry[initiative]["sources"] or initiative in values(source)
        }
        days = [day for name in named if (day := published(sources[name]))]
        last = max(days, default=None)
        assert (row.last_evidence, row.as_of) == (last, newest), initiative
        assert row.days_silent == ((newest - last).days if last else None)


def test_status_is_that_of_the_graph(shipped: Graph, lives: dict[str, Promise]) -> None:
    rows = shipped.ask("initiative-status")
    assert {slug(row[0]): row[4] for row in rows} == {key: row.status for key, row in lives.items()}


def test_promises_of_the_issue(lives: dict[str, Promise]) -> None:
    fund = lives["cash-reward-fund-2021"]
    assert (fund.status, fund.lifecycle, str(fund.since)) == ("on hold", "paused", "2024-02-07")
    assert (str(fund.last_evidence), fund.days_silent) == ("2024-02-07", 764)
    assert "2021-08-10 announced by Shaukat Tarin" in fund.life
    rebate = lives["export-rebate-5pc"]
    assert rebate.status == "announced"
    assert "undated, planned: in force by Government of Pakistan" in rebate.life
    centres = lives["erozgaar-centres"]
    assert centres.life == (
        "2023-09-21 announced by Umar Saif",
        "2024-01-10 announced by Umar Saif",
        "2024-01-11 launched by Anwaar-ul-Haq Kakar",
    )
    assert lives["esfca-35"].superseded_by == (lives["esfca-50"].name,)
    assert any(
        claim.startswith("Umar Saif credits it with ICT exports") for claim in lives["esfca-50"].credits
    )


def test_a_date_is_told_as_exactly_as_its_source_states_it(lives: dict[str, Promise]) -> None:
    act, allocation = lives["digital-nation-act-2025"], lives["digital-infrastructure-allocation-2024"]
    assert (act.since_stated, str(act.since)) == ("2025-01", "2025-01-01")
    assert initiative_row(act)[1] == "enacted since 2025-01"
    assert initiative_row(allocation)[1] == "allocated since 2024-06-22"
    gone = next(row for row in lives.values() if row.status == "superseded")
    assert initiative_row(gone)[1] == f"superseded by {gone.superseded_by[0]} since {gone.since_stated}"


def test_by_whom_and_at_which_stage(shipped: Graph) -> None:
    def found(**given: Any) -> set[str]:
        return {slug(row.initiative) for row in promises(shipped.store, **given)}

    assert "cash-reward-fund-2021" in found(by="Shaukat Tarin")
    assert "cash-reward-fund-2021" in found(by="finance-ministry")  # which leads it
    assert found(status="on hold") == found(status="on-hold") == {"cash-reward-fund-2021", "karachi-it-park"}
    assert found(by="Shaukat Tarin", status="on-hold") == {"cash-reward-fund-2021"}
    with pytest.raises(EntityNotFoundError):
        found(by="nobody-at-all")
    with pytest.raises(
        CodeNotFoundError, match=r"no stage 'forgotten'; use one of announced, agreed, .*, withdrawn$"
    ):
        found(status="forgotten")


def test_as_known_on_a_day(shipped: Graph) -> None:
    then = {slug(row.initiative): row for row in promises(shipped.store, on=date(2023, 6, 30))}
    assert then["cash-reward-fund-2021"].status == "approved"
    assert then["cash-reward-fund-2021"].days_silent == (date(2023, 6, 30) - date(2021, 9, 19)).days
    assert then["esfca-35"].superseded_by == ()
    assert "erozgaar-centres" not in then
    assert all(row.as_of == date(2023, 6, 30) for row in then.values())


def test_targets_are_those_of_the_files(
    sources: dict[str, dict[str, Any]], aims: dict[str, PromisedTarget]
) -> None:
    stated = defaultdict(list)
    for name, source in sources.items():
        for target in source.get("targets", ()):
            stated[target["id"]].append((name, published(source), target))
    assert aims.keys() == stated.keys()
    for key, found in stated.items():
        days = sorted(day for _, day, _ in found if day)
        assert aims[key].sources == tuple(sorted(name for name, _, _ in found))
        assert aims[key].said == (days[0] if days else None)
        value = Decimal(str(found[0][2]["value"])) * (10**6 if "million" in found[0][2]["unit"] else 1)
        assert aims[key].value == value


BIG = {
    "it-exports_2022-07_2023-06_01": ("cannot be told", "FY2022-23", None),  # 5 billion
    "it-exports_2025-07_2026-06_01": ("open", "FY2025-26", (5000, 1.0)),
    "it-exports_2026-01_2026-12_01": ("open", "2026", (10000, 1.5)),
    "it-exports_2030-01_2030-12_01": ("open", "2030", (15000, 5.5)),
    "it-exports_2023-07_01": ("cannot be told", "not stated", None),  # 25 billion
}


@pytest.mark.parametrize("key", sorted(BIG))
def test_the_big_targets(aims: dict[str, PromisedTarget], key: str) -> None:
    judged = progress(aims[key])
    standing, due, sums = BIG[key]
    assert (judged.standing, judged.due) == (standing, due)
    if sums is None:
        assert judged.growth_needed is None
    else:
        value, years = sums
        assert aims[key].actual_value == 3_810_000_000
        assert float(judged.growth_needed or 0) == pytest.approx(
            ((value / 3810) ** (1 / years) - 1) * 100, abs=0.06
        )


def test_a_target_set_again_for_later(aims: dict[str, PromisedTarget]) -> None:
    first, again = aims["it-exports_2025-01_2025-12_01"], aims["it-exports_2030-01_2030-12_02"]
    assert first.moved_to == (
        "2021-08-24: for 2030, by Pakistan Software Export Board",
        "2023-11-22: for 2026, by Ministry of Information Technology and Telecommunication",
    )
    assert again.moved_to == ()
    assert aims["it-exports_2022-07_2023-06_01"].reported == ("missed, says ProPakistani",)


MORE = """
title: What came of it
kind: news
publisher: Zenda Courier
url: https://courier.example/more
date: 2025-02-01
targets:
{targets}
"""
AIM = """
  - {{id: aim-{slug}, indicator: software-exports, definition: {definition}, area: ruritania,
     value: {value}, unit: RUR million, due: {due}{more}}}"""


def judged_in(folder: Path, *targets: str) -> dict[str, tuple[str, str]]:
    """The standing of more targets of Ruritania, as known in February 2025, and why."""
    shutil.copytree(RURITANIA, folder / "pack")
    text = MORE.format(targets="".join(targets))
    (folder / "pack" / "sources" / "zenda-courier-2025-02-01.yaml").write_text(text, encoding="utf-8")
    store = EmbeddedStore.of(build(folder / "pack"))
    rows = {slug(row.target): progress(row) for row in promised_targets(store)}
    return {key: (one.standing, one.why) for key, one in rows.items()}


def aim(value: str, due: str, definition: str = "bank-receipts", more: str = "") -> str:
    slug = f"{value}-{due}".lower().replace("/", "--")
    return AIM.format(slug=slug, value=value, due=due, definition=definition, more=more)


def test_met_and_missed_only_by_what_counts_the_same(tmp_path: Path) -> None:
    found = judged_in(
        tmp_path,
        aim("600", "FY2023-24"),
        aim("700", "FY2023-24"),
        aim("650", "FY2023-24", "guild-estimate"),
        aim("1100", "FY2023-24", "guild-estimate"),
        aim("610", "FY2026-27"),
        aim("900", "2024-01/2024-12"),
        aim("640", "FY2023-24", more=", bound: at-most"),
        aim("99", "2025-02", more=", kind: point"),
    )
    assert found["aim-600-fy2023-24"][0] == "met"
    assert found["aim-700-fy2023-24"][0] == "missed"
    assert "FY2023-24 in " in found["aim-700-fy2023-24"][1]
    assert found["aim-650-fy2023-24"][0] == "met"  # by the guild's own estimate of a billion at least
    assert found["aim-1100-fy2023-24"][0] != "met"
    assert found["aim-610-fy2026-27"][0] == "met"  # reached already
    assert found["aim-900-2024-01--2024-12"][0] == "cannot be told"  # no figure of that year
    assert found["aim-640-fy2023-24"][0] == "met"
    assert found["aim-99-2025-02"] == ("cannot be told", "no day is known by which it is due")
    assert found["software-exports-target-2026"][0] == "open"


def row(**given: Any) -> PromisedTarget:
    """A target of 100 due in 2030, with a comparable 50 of 2025."""
    given = {"actual_value": Decimal(50), "actual_end": date(2025, 12, 31), "comparable": True, **given}
    plain = {
        "target": "t",
        "indicator_name": "Exports",
        "value": Decimal(100),
        "unit": "USD",
        "due": "2030",
        "due_start": date(2030, 1, 1),
        "due_end": date(2030, 12, 31),
        "due_kind": "calendar-year",
        "sources": (),
        "reported": (),
        "moved_to": (),
        "as_of": date(2026, 6, 1),
    }
    nothing = dict.fromkeys(PromisedTarget._fields)
    return PromisedTarget(**{**nothing, **plain, **given})


@pytest.mark.parametrize(
    ("given", "standing", "growth"),
    [
        ({}, "open", "14.9"),
        ({"comparable": False}, "open", "14.9"),
        ({"actual_value": None}, "open", None),
        ({"actual_value": Decimal(0)}, "open", None),
        ({"actual_value": Decimal(-5)}, "open", None),
        ({"actual_value": Decimal(100)}, "met", None),
        ({"actual_value": Decimal(100), "comparable": False}, "open", None),
        ({"actual_value": Decimal(101), "bound": "at-most"}, "open", "-0.2"),
        ({"as_of": date(2030, 12, 31)}, "open", "14.9"),
        ({"as_of": date(2031, 1, 1)}, "cannot be told", None),
        ({"as_of": date(2031, 1, 1), "due_value": Decimal(99)}, "missed", None),
        ({"as_of": date(2031, 1, 1), "due_value": Decimal(100)}, "met", None),
        ({"actual_value": Decimal("1e-30")}, "open", None),
    ],
)
def test_standing(given: dict[str, Any], standing: str, growth: str | None) -> None:
    judged = progress(row(**given))
    assert judged.standing == standing
    if given.get("actual_value") == Decimal("1e-30"):
        assert judged.growth_needed is not None
        assert judged.growth_needed > 10**6
    else:
        assert judged.growth_needed == (Decimal(growth) if growth else None)


def test_growth_has_no_base_or_no_time() -> None:
    day = date(2025, 1, 1)
    assert growth_needed(Decimal(0), Decimal(5), day, date(2026, 1, 1)) is None
    assert growth_needed(Decimal(5), Decimal(0), day, date(2026, 1, 1)) is None
    assert growth_needed(Decimal(5), Decimal(6), day, day) is None


@pytest.fixture
def cli() -> typer.Typer:
    app = typer.Typer()
    app.command("promises")(command)
    return app


def run(cli: typer.Typer, *arguments: str) -> str:
    done = CliRunner(env={"COLUMNS": "400", "NO_COLOR": "1"}).invoke(
        cli, [*arguments, "--data", str(RURITANIA)], catch_exceptions=False
    )
    assert done.exit_code == 0
    return done.stdout


def test_command_says_what_silence_is(cli: typer.Typer) -> None:
    told = re.sub(r"[\s│]+", " ", run(cli, "--by", "Flavia Elphberg"))
    assert "no evidence since 2023-05-02 (406 days)" in told
    assert "2023-05-02 announced by Flavia Elphberg; 2024-01-15 launched by Flavia Elphberg" in told
    assert SILENCE in told
    aims = re.sub(r"[\s│]+", " ", run(cli, "--by", "digital-ministry", "--only", "targets"))
    assert "RUR 900 million: Software exports" in aims
    assert "Initiatives" not in aims
    assert "20.7%" in aims  # from 618 in March 2024 to 900 in March 2026


def test_command_gives_json_and_csv(cli: typer.Typer) -> None:
    found = json.loads(run(cli, "--format", "json", "--on", "2023-12-31"))
    assert found["note"].startswith(SILENCE)
    assert {one["name"]: one["status"] for one in found["initiatives"]}["Castle Code Fund"] == "announced"
    (target,) = found["targets"]
    assert (target["standing"], target["growth_needed"], target["actual_value"]) == ("open", None, None)
    lines = run(cli, "--format", "csv", "--only", "targets").splitlines()
    assert lines[0].endswith("as_of,standing,due_told,growth_needed,why")
    assert len(lines) == 2
    assert len(run(cli, "--format", "tsv", "--only", "initiatives").splitlines()) == 5


def test_what_is_not_dated_was_not_known_by_a_day(tmp_path: Path) -> None:
    undated = MORE.format(targets=aim("600", "FY2028-29")).replace("date: 2025-02-01\n", "")
    shutil.copytree(RURITANIA, tmp_path / "pack")
    (tmp_path / "pack" / "sources" / "zenda-courier-plan.yaml").write_text(undated, encoding="utf-8")
    store = EmbeddedStore.of(build(tmp_path / "pack"))
    everything, by_then = promised_targets(store), promised_targets(store, on=date(2024, 12, 31))
    assert [slug(row.target) for row in everything if row.said is None] == ["aim-600-fy2028-29"]
    assert {row.target for row in by_then} == {row.target for row in everything if row.said}
    app = typer.Typer()
    app.command("promises")(command)
    told = "Left out: 1 target that no dated source tells of."
    for arguments, noted in ((["--on", "2024-12-31"], True), (["--on", "2019-01-01"], True), ([], False)):
        call = ["--only", "targets", *arguments, "--data", str(tmp_path / "pack")]
        done = CliRunner(env={"COLUMNS": "400"}).invoke(app, call, catch_exceptions=False)
        assert (told in done.output) is noted
        assert ("RUR 600 million" in done.output) is not noted


def test_command_by_status(cli: typer.Typer) -> None:
    launched = json.loads(run(cli, "--status", "launched", "--format", "json"))
    assert [one["name"] for one in launched["initiatives"]] == ["Castle Code Fund"]
    assert launched["targets"] == []
    waiting = json.loads(run(cli, "--status", "open", "--format", "json"))
    assert (len(waiting["initiatives"]), len(waiting["targets"])) == (0, 1)
    assert run(cli, "--status", "withdrawn") == ""


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["--format", "csv"], UsageError),
        (["--format", "word"], UsageError),
        (["--only", "people"], UsageError),
        (["--on", "soon"], UsageError),
        (["--status", "forgotten"], CodeNotFoundError),
        (["--status", "forgotten", "--only", "targets"], CodeNotFoundError),
        (["--by", "nobody-at-all"], EntityNotFoundError),
        (["--by", "nobody-at-all", "--status", "open", "--only", "initiatives"], EntityNotFoundError),
    ],
)
def test_command_refuses(cli: typer.Typer, arguments: list[str], error: type[Exception]) -> None:
    with pytest.raises(error):
        run(cli, *arguments)
