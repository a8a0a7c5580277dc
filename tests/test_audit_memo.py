"""An audit that remembers: only the families that a change touched are checked, with the same result."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_made import series_of
from audit_worlds import ALONE, changed, tangled, world
from newsroom_made import PACK, added, article, graph_of, with_first
from policygraph.audit.families import families
from policygraph.audit.records.facts import Facts
from policygraph.audit.records.findings import Found
from policygraph.audit.run import audit, check_figures
from policygraph.build.audit_memo import NAME, AuditMemo, audit_memo
from policygraph.build.pipeline import build
from policygraph.paths import cache_dir


class Kept(dict[str, Found]):
    """A memo in memory, which counts what is put."""

    def put(self, digest: str, found: Found) -> None:
        """Keep it."""
        self[digest] = found


def kept_in(folder: Path, facts: Facts) -> Any:
    """What an audit with the memo of a folder finds."""
    with audit_memo(folder) as memo:
        return audit(facts, memo)


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_after_any_changes_it_is_as_if_all_were_done_anew(seed: int) -> None:
    random, facts, memo = Random(seed), tangled(seed), Kept()  # noqa: S311 - not for secrets
    for _ in range(4):
        assert audit(facts, memo) == audit(facts)
        facts = changed(facts, random)


def test_one_more_figure_touches_one_family() -> None:
    """A figure of a lone series touches one family, and the others are taken from the memo."""
    facts, memo = world(1), Kept()
    audit(facts, memo)
    known = len(memo)
    alone = next(one for one in facts.observations if one.series == series_of(ALONE))
    more = replace(facts, observations=(*facts.observations, replace(alone, iri="urn:new", source="urn:s")))
    audit(more, memo)
    assert len(memo) == known + 1


def test_no_figure_is_checked_again_where_only_a_name_of_others_is_new() -> None:
    facts, memo = tangled(2), Kept()
    audit(facts, memo)
    known = len(memo)
    audit(replace(facts, names={**facts.names, "urn:new": "New"}, stated_in={}), memo)
    assert len(memo) == known


@pytest.mark.parametrize("seed", range(6))
def test_what_is_kept_in_a_file_comes_back_the_same(seed: int, tmp_path: Path) -> None:
    facts = tangled(seed)
    first, again = kept_in(tmp_path, facts), kept_in(tmp_path, facts)
    assert first == again == audit(facts)
    assert repr(again) == repr(first)


@pytest.fixture
def put(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Found]:
    """Everything that the audits of a test put into the memo of a cache of its own."""
    monkeypatch.setenv("POLICYGRAPH_CACHE", str(tmp_path / "cache"))
    found: list[Found] = []
    plainly = AuditMemo.put

    def noted(self: AuditMemo, digest: str, one: Found) -> None:
        found.append(one)
        plainly(self, digest, one)

    monkeypatch.setattr(AuditMemo, "put", noted)
    return found


def test_an_article_with_one_figure_has_its_family_checked_alone(put: list[Found], tmp_path: Path) -> None:
    """Exports to India: a family of which no initiative, person, body or other figure is part."""
    own = with_first(tmp_path / "own")
    (cache_dir() / NAME).unlink(missing_ok=True)
    put.clear()
    build(PACK, own)
    every = len(put)
    assert every == 6
    said = "the Royal Bank of Ruritania said"
    text = f"Software exports of Ruritania to India were $5 million in May 2024, {said}.\n"
    put.clear()
    assert added(own, article("second", text)).added
    assert len(put) == 1
    with_memo = graph_of(own)
    assert len(put) == 1
    (cache_dir() / NAME).unlink()
    assert graph_of(own) == with_memo
    assert len(put) == every + 1


def test_the_same_folders_are_audited_once(put: list[Found]) -> None:
    first = build(PACK)
    assert put
    put.clear()
    assert build(PACK) == first
    assert not put


@pytest.mark.parametrize("content", [b"", b"no database at all" * 99, b"SQLite format 3\0" + bytes(4000)])
def test_a_damaged_file_is_made_anew(content: bytes, tmp_path: Path) -> None:
    facts = world(1)
    (tmp_path / NAME).write_bytes(content)
    assert kept_in(tmp_path, facts) == audit(facts)
    with closing(sqlite3.connect(tmp_path / NAME)) as database:
        assert database.execute("SELECT count(*) FROM found").fetchone() == (len([*families(facts)]),)


def test_a_table_of_another_kind_is_made_anew(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / NAME)) as database:
        database.execute("CREATE TABLE found (something TEXT)")
        database.commit()
    for _ in range(2):
        assert kept_in(tmp_path, world(1)) == audit(world(1))
    with closing(sqlite3.connect(tmp_path / NAME)) as database:
        assert database.execute("SELECT count(*) FROM found").fetchone() > (0,)


def test_an_entry_that_is_not_as_it_was_written_is_not_believed(tmp_path: Path) -> None:
    kept_in(tmp_path, world(1))
    with closing(sqlite3.connect(tmp_path / NAME)) as database:
        database.execute("UPDATE found SET body = '[[],[],[]]'")
        database.commit()
    assert kept_in(tmp_path, world(1)) == audit(world(1))


def test_what_is_kept_is_what_is_found(tmp_path: Path) -> None:
    facts = world(1)
    family = next(one for one in families(facts) if one.facts.observations)
    kept_in(tmp_path, facts)
    with audit_memo(tmp_path) as memo:
        assert memo.get(family.digest) == check_figures(family.facts)


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here already")
    assert kept_in(tmp_path / "file" / "cache", world(1)) == audit(world(1))
    (tmp_path / "taken" / NAME).mkdir(parents=True)
    assert kept_in(tmp_path / "taken", world(1)) == audit(world(1))


def test_a_file_that_another_process_is_writing_is_left_alone(tmp_path: Path) -> None:
    facts = world(1)
    kept_in(tmp_path, facts)
    size = (tmp_path / NAME).stat().st_size
    more = changed(facts, Random(2))  # noqa: S311 - not for secrets
    with closing(sqlite3.connect(tmp_path / NAME)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert kept_in(tmp_path, more) == audit(more)
    assert (tmp_path / NAME).stat().st_size == size
    assert kept_in(tmp_path, more) == audit(more)


def test_a_write_that_is_refused_takes_no_read_away(tmp_path: Path) -> None:
    """While another process writes, what is known is read; what is new is kept if it is done by the end."""
    with audit_memo(tmp_path) as memo:
        memo.put("before", Found())
    with closing(sqlite3.connect(tmp_path / NAME)) as other, audit_memo(tmp_path) as memo:
        other.execute("BEGIN IMMEDIATE")
        memo.put("new", Found())
        assert memo.get("before") == Found()
        other.rollback()
    with audit_memo(tmp_path) as memo:
        assert memo.get("new") == Found()


def test_nobody_waits_for_an_audit_to_end(tmp_path: Path) -> None:
    with audit_memo(tmp_path) as one:
        one.put("of one", Found())
        with audit_memo(tmp_path) as other:
            other.put("of the other", Found())
    with audit_memo(tmp_path) as memo:
        assert memo.get("of one") == memo.get("of the other") == Found()


def test_what_is_refused_at_the_end_is_refused_whole(tmp_path: Path) -> None:
    with audit_memo(tmp_path) as memo:
        memo.put("before", Found())
    with closing(sqlite3.connect(tmp_path / NAME)) as other:
        other.execute("CREATE TRIGGER no_more BEFORE UPDATE ON found BEGIN SELECT raise(ABORT, 'no'); END")
        other.commit()
        with audit_memo(tmp_path) as memo:
            assert memo.get("before") == Found()
            memo.put("new", Found())
        assert other.execute("SELECT count(*) FROM found").fetchone() == (1,)


def test_a_damaged_file_goes_with_its_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / NAME).write_bytes(b"no database at all" * 99)
    (tmp_path / f"{NAME}-journal").write_bytes(bytes(512))
    plainly: Callable[..., sqlite3.Connection] = sqlite3.connect
    opened: list[Path] = []

    def once(file: Path, **options: Any) -> sqlite3.Connection:
        if opened:
            raise sqlite3.OperationalError("no more")
        opened.append(file)
        connection: sqlite3.Connection = plainly(file, **options)
        return connection

    monkeypatch.setattr(sqlite3, "connect", once)
    assert kept_in(tmp_path, world(1)) == audit(world(1))
    assert opened
    assert not [*tmp_path.iterdir()]


def test_a_wrong_statement_is_no_damage(tmp_path: Path) -> None:
    kept_in(tmp_path, world(1))
    with closing(sqlite3.connect(tmp_path / NAME)) as database:
        database.execute("CREATE TRIGGER wrong BEFORE INSERT ON found BEGIN SELECT word FROM nowhere; END")
        database.commit()
    content = (tmp_path / NAME).read_bytes()
    with audit_memo(tmp_path) as memo:
        memo.put("new", Found())
    assert (tmp_path / NAME).read_bytes() == content


def test_what_an_audit_that_failed_had_put_is_gone(tmp_path: Path) -> None:
    kept_in(tmp_path, world(1))

    def fails() -> None:
        with audit_memo(tmp_path) as memo:
            memo.put("a digest", Found())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()
    with audit_memo(tmp_path) as memo:
        assert memo.get("a digest") is None


def test_what_nobody_asks_for_is_forgotten(tmp_path: Path) -> None:
    with audit_memo(tmp_path) as memo:
        memo.put("once", Found())
        memo.put("always", Found())
    for turn in range(40):
        with audit_memo(tmp_path) as memo:
            assert memo.get("always") == Found()
            memo.put(f"turn {turn}", Found())
    with audit_memo(tmp_path) as memo:
        assert memo.get("once") is None
        assert memo.get("turn 39") == Found()
    with closing(sqlite3.connect(tmp_path / NAME)) as database:
        assert database.execute("SELECT count(*) FROM found").fetchone() < (20,)


def test_a_file_found_damaged_as_it_is_read_is_made_anew(tmp_path: Path) -> None:
    facts = world(1)
    kept_in(tmp_path, facts)
    content = (tmp_path / NAME).read_bytes()
    (tmp_path / NAME).write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    for _ in range(2):
        assert kept_in(tmp_path, facts) == audit(facts)
    with closing(sqlite3.connect(tmp_path / NAME)) as database:
        assert database.execute("SELECT count(*) FROM found").fetchone() == (len([*families(facts)]),)
