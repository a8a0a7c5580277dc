"""No initiative or relation of the ledger is lost in `data/`: what was announced and done, by whom, when."""

from __future__ import annotations

import re

import pytest

from ledger import READ_BY_HAND, Row, could_state, needs_ledger, parts, rows, written
from policygraph.curated.load import load_pack
from policygraph.curated.pack import LoadedPack
from policygraph.model.facts import Step
from policygraph.paths import data_dir

STAGES = {"announced": "announced", "launched": "launched", "inaugurated": "launched", "approved": "approved"}
"""Relations of the ledger that are steps in `data/`."""
KINDS = {
    "foreign-exchange rule": "rule",
    "tax incentive": "incentive",
    "training": "programme",
    "infrastructure/zone": "facility",
    "portal": "platform",
    "target": "goal",
}


@pytest.fixture(scope="module")
def pack() -> LoadedPack:
    return load_pack(data_dir())


def has_step(pack: LoadedPack, row: Row, on: str, wanted: Step) -> bool:
    """Every listed source that could state the step does; where none could, some source does."""

    def states(name: str) -> bool:
        return any(
            written(step.date).startswith(on) and fits(step, wanted) for step in pack.sources[name].steps
        )

    able = {name for name in parts(row["source_ids"]) if could_state(pack, name, on)}
    return all(map(states, able - READ_BY_HAND)) if able else any(map(states, pack.sources))


def fits(step: Step, wanted: Step) -> bool:
    """Whether a step says all that is wanted of it; a wanted stage `any` or empty words want nothing."""
    same_stage = wanted.stage in ("any", step.stage)
    return (
        step.initiative == wanted.initiative
        and same_stage
        and set(wanted.by) <= set(step.by)
        and wanted.stated in ("", step.stated)
    )


def wanted(initiative: str, stage: str = "any", by: str = "", stated: str = "") -> Step:
    return Step(id="wanted", initiative=initiative, stage=stage, by=(by,) if by else (), stated=stated)


@needs_ledger
def test_initiatives(pack: LoadedPack) -> None:
    for row in rows("initiatives"):
        key = row["initiative_id"]
        entry = pack.initiatives[key]
        assert (entry.name, entry.names) == (row["name"], parts(row["name_variants"], "|"))
        assert entry.kind in (KINDS.get(row["kind"], row["kind"]), "campaign")
        assert (entry.instrument_note, entry.lead or "") == (row["instrument_type"], row["lead_body"])
        assert entry.instruments, key
        assert entry.sources == parts(row["source_ids"])
        groups = {group.replace("-", " ") for group in entry.audience}
        assert groups == set(re.split(r", | and ", row["target_group"].lower()))
        places = [place.partition(",")[0] for place in parts(row["location"], ";")]
        assert [pack.places[place].name for place in entry.places] == places


@needs_ledger
def test_announcements_and_statuses(pack: LoadedPack) -> None:
    for row in rows("initiatives"):
        key, by, status = row["initiative_id"], row["announced_by"], row["status"]
        if row["announced_on"] or by:
            assert has_step(pack, row, row["announced_on"], wanted(key, "announced", by)), row
        if status:
            assert has_step(pack, row, row["status_date"], wanted(key, stated=status)), row


@needs_ledger
def test_amounts(pack: LoadedPack) -> None:
    stated = {
        (amount.initiative, amount.value, amount.unit)
        for source in pack.sources.values()
        for amount in source.amounts
    }
    wanted_amounts = {
        (row["initiative_id"], row["amount"], row["currency"]) for row in rows("initiatives") if row["amount"]
    }
    assert wanted_amounts <= stated


@needs_ledger
def test_articles_read_by_hand_keep_their_initiatives(pack: LoadedPack) -> None:
    for row in rows("initiatives"):
        for name in READ_BY_HAND & set(parts(row["source_ids"])):
            assert row["initiative_id"] in {step.initiative for step in pack.sources[name].steps}, row


@needs_ledger
def test_relations(pack: LoadedPack) -> None:
    for row in rows("relations"):
        subject, name, object_, on = row["subject_id"], row["relation"], row["object_id"], row["date"]
        if name in STAGES:
            assert has_step(pack, row, on, wanted(object_, STAGES[name], subject)), row
            continue
        for source in map(pack.sources.__getitem__, parts(row["source_ids"])):
            if name == "credited-with":
                claims = {(c.claimant or "", c.cause, c.effect, written(c.date)) for c in source.attributions}
                assert (row["claimant_id"], subject, object_, on) in claims, row
            else:
                relations = {(r.subject, r.relation, r.object, written(r.date)) for r in source.relations}
                assert (subject, name, object_, on) in relations, row
