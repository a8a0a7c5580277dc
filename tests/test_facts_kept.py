"""No row, column or source of the ledger is lost in `data/`: who, what is counted, who held which post."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from ledger import Row, needs_ledger, parts, rows, written
from policygraph.curated.load import load_pack
from policygraph.curated.pack import LoadedPack
from policygraph.model.facts import Fact, Figure, Target
from policygraph.paths import data_dir
from policygraph.periods import Period
from policygraph.quantities import Quantity

LANGUAGES = {"ur": "Urdu", "es": "Spanish", "en": "English"}
BOUNDS = {
    "over": "at-least",
    "more than": "at-least",
    "lower bound": "at-least",
    "upper bound": "at-most",
    "approx.": "about",
    "around": "about",
}
"""Words in brackets at the end of a definition note."""


@pytest.fixture(scope="module")
def pack() -> LoadedPack:
    return load_pack(data_dir())


@needs_ledger
def test_sources(pack: LoadedPack) -> None:
    for row in rows("sources"):
        source = pack.sources[row["source_id"]]
        publisher = re.sub(r" \((Urdu|Spanish|English)\)$", "", row["publisher"])
        assert (source.url, source.publisher) == (row["url"], publisher)
        assert (source.title, source.kind) == (row["title_in_own_words"], row["kind"])
        assert written(source.date) == row["date_published"]
        if row["publisher"] != publisher:
            assert row["publisher"].endswith(f" ({LANGUAGES[source.language]})")


@needs_ledger
def test_people(pack: LoadedPack) -> None:
    for row in rows("people"):
        person = pack.people[row["person_id"]]
        assert tuple(name.partition("@")[0] for name in person.names) == parts(row["name_variants"], "|")
        assert (person.name, person.honorific) == (row["name"], row["honorific"])
        assert (person.wikidata, person.sources) == (row["wikidata"], parts(row["source_ids"]))


@needs_ledger
def test_bodies_and_posts(pack: LoadedPack) -> None:
    for row in rows("bodies"):
        body = pack.bodies[row["body_id"]]
        assert (body.name, body.acronym) == (row["name"], row["acronym"])
        assert (body.kind, body.parent or "") == (row["kind"].replace(" ", "-"), row["parent_body"])
        assert (written(body.established), body.url) == (row["established"], row["url"])
        assert (body.wikidata, body.sources) == (row["wikidata"], parts(row["source_ids"]))
    for row in rows("posts"):
        post = pack.posts[row["post_id"]]
        assert row["title"] == post.name + (f" ({post.note})" if post.note else "")
        assert post.body == row["body_id"]


@needs_ledger
def test_tenures(pack: LoadedPack) -> None:
    for row in [*rows("tenures"), *rows("tenures_attested")]:
        dates = (row.get("start", ""), row.get("end", ""), row.get("attested_on", ""))
        for name in parts(row["source_ids"]):
            capacities = [
                tenure.capacity
                for tenure in pack.sources[name].tenures
                if (tenure.person, tenure.post) == (row["person_id"], row["post_id"])
                and (written(tenure.start), written(tenure.end), written(tenure.date)) == dates
            ]
            assert len(capacities) == 1, row
            assert (capacities == ["caretaker"]) == (row.get("caretaker") == "yes"), row


@needs_ledger
def test_observations(pack: LoadedPack) -> None:
    for row in rows("observations"):
        for name in parts(row["source_ids"]):
            fact = pack.fact(name, row["obs_id"])
            if row["status"] == "target":
                _is_target(fact, row)
            else:
                _is_figure(fact, row)
            assert isinstance(fact, Figure | Target)
            _same_observation(pack, fact, row)


def _is_target(fact: Fact | None, row: Row) -> None:
    assert isinstance(fact, Target)
    assert (fact.agent or "") == row["claimed_by"]
    assert not row["growth_pct"]


def _is_figure(fact: Fact | None, row: Row) -> None:
    assert isinstance(fact, Figure)
    assert (fact.status, fact.by or "") == (row["status"], row["claimed_by"])
    growth = (fact.growth.rate, fact.growth.basis) if fact.growth else ("", "")
    assert growth == (row["growth_pct"], row["growth_base"])


def _same_observation(pack: LoadedPack, fact: Figure | Target, row: Row) -> None:
    period = fact.due if isinstance(fact, Target) else fact.period
    assert period == Period.parse(f"{row['period_start']}/{row['period_end']}")
    assert (fact.kind or pack.calendar.kind(period)) == row["period_kind"]
    assert (fact.indicator, fact.definition_note) == (row["indicator"], row["definition_note"])
    assert pack.places[fact.area].name == row["geography"]
    assert _whole(pack, fact.value or "", fact.unit) == _whole(pack, row["value"], row["unit"])
    words = re.search(r"\(([^()]*)\)$", row["definition_note"])
    assert (fact.bound or "") == (BOUNDS.get(words[1], "") if words else "")


def _whole(pack: LoadedPack, value: str, unit: str) -> tuple[Decimal | None, str]:
    """A number in whole units; the text may say 1.44 billion where the ledger has 1440 million."""
    quantity = Quantity.parse(value or "0", unit, pack.about.country.scales)
    return quantity.value if value else None, quantity.unit


@needs_ledger
def test_rankings(pack: LoadedPack) -> None:
    for row in rows("rankings"):
        for name in parts(row["source_ids"]):
            found = next(one for one in pack.sources[name].rankings if one.id == row["ranking_id"])
            assert pack.places[found.subject].name == row["subject"]
            assert (found.list, str(found.rank)) == (row["ranking_name"], row["rank"])
            assert (found.ranker or found.ranker_note, written(found.year)) == (row["publisher"], row["year"])


def test_entries(pack: LoadedPack) -> None:
    """How many entries the ledger's rows came to, with what the two articles added."""
    registry = ("sources", "people", "bodies", "posts", "places", "initiatives", "indicators")
    assert [len(getattr(pack, part)) for part in registry] == [324, 59, 59, 31, 16, 80, 42]


def test_facts(pack: LoadedPack) -> None:
    """How many facts there are; one that several sources state counts once, and the copies are pinned too."""
    kinds = ("tenures", "steps", "figures", "targets", "amounts", "attributions", "relations", "rankings")
    distinct = [{fact.id for one in pack.sources.values() for fact in getattr(one, kind)} for kind in kinds]
    assert [len(ids) for ids in distinct] == [77, 153, 381, 27, 23, 19, 80, 12]
    assert sum(len(source.facts) for source in pack.sources.values()) == 1132
