"""What is wrong in a pack is told with file, line and field, all at once, and nothing is written."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from policygraph.build.pipeline import build
from policygraph.cli.main import run
from policygraph.errors import DataInvalidError, Problem
from policygraph.store.folder import write_folder

PACK = Path(__file__).parent / "packs" / "ruritania"
COURIER = "sources/zenda-courier-2024-06-11.yaml"
GAZETTE = "sources/strelsau-gazette-2023-05-02.yaml"
BULLETIN = "sources/royal-bank-bulletin-2024-04.yaml"
BRIEF = "briefs/crowns-and-code.md"
BRIEF_TEXT = """---
title: Crowns and code
date: 2024-06-12
sources: [zenda-courier-2024-06-11]
facts:
  - source: zenda-courier-2024-06-11
    fact: software-exports-fy2024-rival
    quote: 618 million crowns
---

The ministry counts 618 million crowns of software sold abroad, says the guild, and thanks the tithe relief.
The guild, the ministry and the bank differ.
"""
TABLE = Path(__file__).parent / "samples" / "bad_input.tsv"
FILE_NAMES = {"courier": COURIER, "gazette": GAZETTE, "bulletin": BULLETIN, "brief": BRIEF}
TEXT = "date: 2024-06-11\ntext: {sha256: " + "0" * 64 + ", length: 500}"
"""Two lines in place of one."""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A sound copy of the second pack, with a brief."""
    folder = tmp_path / "pack"
    shutil.copytree(PACK, folder)
    (folder / "briefs").mkdir(exist_ok=True)
    (folder / BRIEF).write_text(BRIEF_TEXT, encoding="utf-8")
    return folder


def edit(file: Path, old: str, new: str) -> None:
    """Replace the first `old`, which must be there."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def problems(folder: Path) -> list[Problem]:
    """What a build of the folder complains about."""
    with pytest.raises(DataInvalidError) as caught:
        build(folder)
    return [
        Problem(Path(one.file.relative_to(folder).as_posix()), one.line, one.field, one.message)
        for one in caught.value.problems
    ]


class Case(NamedTuple):
    """One edit of one file, and the one complaint it leads to."""

    file: str
    old: str
    new: str
    line: int
    field: str
    message: str


def cases() -> Iterator[tuple[str, Case]]:
    """The table of faults; line breaks in it are written as in Python."""
    for row in TABLE.read_text(encoding="utf-8").splitlines()[1:]:
        name, file, old, new, line, field, message = row.split("\t")
        old, new = (text.encode().decode("unicode_escape") for text in (old, new))
        yield name, Case(FILE_NAMES.get(file, file), old, new, int(line), field, message)


CASES = dict(cases())


def test_the_copy_is_sound(pack: Path) -> None:
    assert build(pack)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_one_fault(pack: Path, case: Case) -> None:
    edit(pack / case.file, case.old, case.new)
    found = problems(pack)
    assert [(str(one.file), one.line, one.field) for one in found] == [(case.file, case.line, case.field)]
    assert case.message in found[0].message


SPANS = {
    "outside": ("[480, 501]", "[480, 501] is outside the text, which has 500 characters"),
    "backwards": ("[20, 10]", "ends before it starts"),
    "empty": ("[20, 20]", "ends before it starts"),
    "negative": ("[-1, 20]", "greater than or equal to 0"),
    "no number": ("[one, 20]", "valid integer"),
}


@pytest.mark.parametrize(("span", "message"), SPANS.values(), ids=SPANS)
@pytest.mark.parametrize("place", ["figures[0].at", "figures[0].growth.at"])
def test_offsets(pack: Path, place: str, span: str, message: str) -> None:
    edit(pack / COURIER, "date: 2024-06-11", TEXT)
    if "growth" in place:
        edit(pack / COURIER, "basis: yoy}", f"basis: yoy, at: {span}}}")
    else:
        edit(pack / COURIER, "    by: digital-ministry\n", f"    at: {span}\n")
    [found] = problems(pack)
    assert found.line == (32 if "growth" in place else 31)
    assert found.field.startswith(place)
    assert message in found.message


FILES: dict[str, tuple[str, bytes | None, int, str]] = {
    "empty source": (COURIER, b"", 1, "expected a mapping"),
    "a list for a source": (COURIER, b"\n- title: x\n", 2, "expected a mapping"),
    "empty registry": ("registry/posts.yaml", b"# nothing\n", 1, "expected a mapping from ids to entries"),
    "a text for a registry": (
        "registry/posts.yaml",
        b"\nposts\n",
        2,
        "expected a mapping from ids to entries",
    ),
    "no mapping for an entry": ("registry/posts.yaml", b"a: b\n", 1, "expected a mapping"),
    "empty brief": (BRIEF, b"", 1, "expected a head"),
    "brief without an end of its head": (BRIEF, b"---\ntitle: x\n", 1, "expected a head"),
    "not UTF-8": (COURIER, b"title: a\nkind: n\xe9ws\n", 2, "not UTF-8"),
    "brief not UTF-8": (BRIEF, b"---\ntitle: n\xe9ws\n---\n", 2, "not UTF-8"),
    "not UTF-8 pack": ("pack.yaml", b"\xff\xfe", 1, "not UTF-8"),
    "empty pack": ("pack.yaml", b"", 1, "expected a mapping"),
    "no pack": ("pack.yaml", None, 1, "no such file: not a data folder"),
    "unread file": ("registry/peple.yaml", b"a: 1\n", 1, "nothing would read it"),
    "unread ending": ("sources/x.yml", b"a: 1\n", 1, "nothing would read it"),
    "nested without end": (COURIER, b"[" * 200_000 + b"]" * 200_000, 1, "nested deeper"),
}


@pytest.mark.parametrize(("name", "content", "line", "message"), FILES.values(), ids=FILES)
def test_whole_files(pack: Path, name: str, content: bytes | None, line: int, message: str) -> None:
    if content is None:
        (pack / name).unlink()
    else:
        (pack / name).write_bytes(content)
    first = next(one for one in problems(pack) if str(one.file) == name)
    assert first.line == line
    assert message in first.message


def test_a_folder_where_a_file_should_be(pack: Path) -> None:
    (pack / COURIER).unlink()
    (pack / COURIER).mkdir()
    assert "sources/zenda-courier-2024-06-11.yaml" in {str(one.file) for one in problems(pack)}


def test_brief_and_source_of_one_id(pack: Path) -> None:
    (pack / BRIEF).rename(pack / "briefs" / f"{Path(COURIER).stem}.md")
    [found] = problems(pack)
    assert (found.line, found.message) == (2, f"id '{Path(COURIER).stem}' is used twice: also in {COURIER}")


def test_names_of_files_are_ids(pack: Path) -> None:
    (pack / BRIEF).rename(pack / "briefs" / "Crowns and Code.md")
    (pack / BULLETIN).rename(pack / "sources" / "Bulletin.yaml")
    edit(pack / "registry/bodies.yaml", "  sources: [royal-bank-bulletin-2024-04]\n", "")
    assert [(str(one.file), one.line) for one in problems(pack)] == [
        ("briefs/Crowns and Code.md", 2),
        ("sources/Bulletin.yaml", 1),
    ]


def test_a_byte_order_mark_and_line_ends_of_windows_are_no_fault(pack: Path) -> None:
    before = build(pack)
    for file in [*pack.rglob("*.yaml"), *pack.rglob("*.md")]:
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert build(pack) == before


def test_all_faults_of_form_at_once(pack: Path) -> None:
    edit(pack / "pack.yaml", "currency: RUR", "money: RUR")
    edit(pack / COURIER, "rank: 2", "rank: second")
    edit(pack / COURIER, "    period: FY2023-24\n", "")
    edit(pack / GAZETTE, "title:", "titel:")
    edit(pack / "registry/posts.yaml", "body: software-guild", "bodies: software-guild")
    edit(pack / BRIEF, "title:", "titel:")
    assert [(str(one.file), one.line, one.field) for one in problems(pack)] == [
        (BRIEF, 2, "titel"),
        (BRIEF, 2, "title"),
        ("pack.yaml", 9, "country.currency"),
        ("pack.yaml", 11, "country.money"),
        ("registry/posts.yaml", 6, "guild-master.body"),
        ("registry/posts.yaml", 8, "guild-master.bodies"),
        (GAZETTE, 1, "titel"),
        (GAZETTE, 1, "title"),
        (COURIER, 23, "figures[0].period"),
        (COURIER, 69, "rankings[0].rank"),
    ]


def test_all_hanging_references_at_once(pack: Path) -> None:
    edit(pack / COURIER, "person: rupert-hentzau", "person: rupert")
    edit(pack / COURIER, "stage: launched", "stage: lunched")
    edit(pack / "registry/places.yaml", "within: ruritania", "within: x")
    assert [one.line for one in problems(pack)] == [7, 8, 14]


BUILDS: dict[str, Callable[[Path], None]] = {
    "form": lambda pack: edit(pack / COURIER, "kind: news", "kind: [news"),
    "reference": lambda pack: edit(pack / COURIER, "person: rupert-hentzau", "person: rupert"),
    "no pack": lambda pack: (pack / "pack.yaml").unlink(),
}


@pytest.mark.parametrize("break_it", BUILDS.values(), ids=BUILDS)
def test_nothing_is_written(
    pack: Path, tmp_path: Path, break_it: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "store"
    write_folder(store, build(pack))
    before = bytes_of(store)
    break_it(pack)
    assert run(["build", "--data", str(pack), "--store", str(store)]) == 3
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("error: ")
    assert "Traceback" not in shown.err
    assert bytes_of(store) == before


def test_nothing_is_written_when_shapes_are_broken(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The rules of a pack leave little for shapes to find, so this test brings a shape of its own."""
    (tmp_path / "shapes.ttl").write_text(
        """
        @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix pg: <https://w3id.org/policygraph/ns#> .
        [] a sh:NodeShape ; sh:targetClass pg:Ranking ; sh:property
            [ sh:path pg:rank ; sh:maxInclusive 1 ; sh:message "Only the first counts." ] .
        """
    )
    monkeypatch.setattr("policygraph.build.pipeline.ontology_dir", lambda: tmp_path)
    store = tmp_path / "store"
    assert run(["build", "--data", str(pack), "--store", str(store)]) == 3
    ranking = "https://w3id.org/policygraph/id/ranking/rk-courier-2024"
    assert f"{ranking} pg:rank: Only the first counts." in capsys.readouterr().err
    assert not store.exists()


def test_no_store_is_begun(pack: Path, tmp_path: Path) -> None:
    edit(pack / COURIER, "kind: news", "kind: rumour")
    assert run(["build", "--data", str(pack), "--store", str(tmp_path / "new" / "store")]) == 3
    assert not (tmp_path / "new").exists()


def bytes_of(folder: Path) -> dict[str, str]:
    """Every file of a folder and the hash of its content."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
