"""`policygraph audit` as a person or a CI job uses it: what is printed, and what the exit code says."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest

from policygraph.cli.audit import KINDS
from policygraph.cli.audit_text import as_markdown, as_rows
from policygraph.cli.main import run
from policygraph.graph import Graph, open_graph
from policygraph.questions.audits import Found, audit, verdicts
from policygraph.rdf import DefaultGraph, NamedNode
from policygraph.store.folder import write_folder
from policygraph.terms import PG, SKOS, scheme_iri

PACK = Path(__file__).parent / "packs" / "ruritania"


@pytest.fixture(scope="module")
def store(shipped: Graph, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The shipped graph as a folder, so that no run has to build it."""
    folder = tmp_path_factory.mktemp("built") / "store"
    write_folder(folder, list(shipped.store.quads()))
    return str(folder)


def out(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    assert run(["audit", *arguments]) == code
    return capsys.readouterr().out


@pytest.mark.parametrize("width", [80, 120])
def test_the_table_fits_the_terminal(
    store: str, width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    text = out(capsys, "--store", store, "--severity", "major")
    lines = text.splitlines()
    assert max(map(len, lines)) <= width
    words = " ".join(part.strip() for line in lines for part in line.split("│")[2:3])
    for one in audit(open_graph(store=store).store, severity="major"):
        assert " ".join(one.sentence.split()) in " ".join(words.split())
    assert "Findings by kind" in text
    assert "verdict on growth claims" not in text  # those of all rates stand beside all findings
    assert "verdict on growth claims" in out(capsys, "--store", store)


def test_json_has_every_finding_and_the_counts(
    store: str, shipped: Graph, capsys: pytest.CaptureFixture[str]
) -> None:
    document = json.loads(out(capsys, "--store", store, "--format", "json"))
    stated = shipped.store.quads(None, PG.findingKind, None, DefaultGraph())
    assert len(document["findings"]) == sum(1 for _ in stated) > 50
    assert document["kinds"] == Counter(one["kind"] for one in document["findings"])
    assert sum(document["severities"].values()) == len(document["findings"])
    rates = sum(1 for _ in shipped.store.quads(None, PG.rate, None, DefaultGraph()))
    assert sum(document["verdicts"].values()) == rates
    gravity = [("major", "minor", "info").index(one["severity"]) for one in document["findings"]]
    assert gravity == sorted(gravity)


def test_filters_narrow(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    def found(*filters: str) -> list[dict[str, object]]:
        return list(json.loads(out(capsys, "--store", store, "-f", "json", *filters))["findings"])

    everything = found()
    major = found("--severity", "major")
    assert 0 < len(major) < len(found("--severity", "minor")) < len(everything)
    gaps = found("--kind", "tenure-gap")
    assert {one["kind"] for one in gaps} == {"tenure-gap"}
    exports = found("--about", "ict-exports")
    assert 0 < len(exports) < len(everything)
    first = str(exports[0]["about"][0])  # type: ignore[index]
    assert exports[0] in found("--about", first)
    source = str(exports[0]["sources"][0])  # type: ignore[index]
    assert exports[0] in found("--about", f"source/{source}")


def test_ci_can_ask_for_a_failure(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    def severities(*arguments: str, code: int = 0) -> set[str]:
        printed = out(capsys, "--store", store, "-f", "json", *arguments, code=code)
        return {one["severity"] for one in json.loads(printed)["findings"]}

    assert "major" in severities("--fail-on", "major", code=3)
    assert severities("--fail-on", "info", "--kind", "tenure-gap", code=3) == {"info"}
    assert severities("--fail-on", "major", "--kind", "tenure-gap") == {"info"}


def test_a_graph_without_a_grave_finding_passes(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(PACK, pack)
    out(capsys, "--data", str(pack), "--fail-on", "major")
    assert "nothing found" in as_text(capsys, pack, "--kind", "body-cycle")


def as_text(capsys: pytest.CaptureFixture[str], pack: Path, *arguments: str) -> str:
    assert run(["audit", "--data", str(pack), *arguments]) == 0
    return capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--format", "xml"], 2, "no format 'xml'; use one of table, markdown, json, html"),
        (["--fail-on", "grave"], 2, "no severity 'grave'; use one of info, minor, major"),
        (["--severity", "huge"], 2, "no severity 'huge'; use one of info, minor, major\n"),
        (["--kind", "nosuch"], 2, f"no finding-kind 'nosuch'; use one of {', '.join(KINDS)}\n"),
        (["--about", "nobody-at-all"], 4, "no entity 'nobody-at-all'"),
        (["--format", "html", "--kind", "tenure-gap"], 2, "the HTML report holds all findings"),
    ],
)
def test_a_wrong_call_says_what_to_do(
    store: str, arguments: list[str], code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["audit", "--store", store, *arguments]) == code
    printed = capsys.readouterr()
    assert printed.out == ""
    assert words in printed.err


def test_the_help_lists_the_kinds_that_there_are(
    shipped: Graph, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    printed = out(capsys, "--help")
    scheme = shipped.store.quads(None, SKOS.inScheme, scheme_iri("finding-kind"), DefaultGraph())
    codes = [one.subject.value.rpartition("/")[2] for one in scheme if isinstance(one.subject, NamedNode)]
    assert tuple(sorted(codes)) == KINDS
    assert ",".join(KINDS) in "".join(printed.split())


def test_the_html_report_names_the_findings(
    store: str, shipped: Graph, capsys: pytest.CaptureFixture[str]
) -> None:
    page = out(capsys, "--store", store, "--format", "html")
    assert page.startswith("<!DOCTYPE html>")
    for one in audit(shipped.store, severity="major"):
        assert one.sentence.partition("'")[0] in page


def test_markdown_is_a_page(store: str, shipped: Graph, capsys: pytest.CaptureFixture[str]) -> None:
    page = out(capsys, "--store", store, "--format", "md")
    assert page.startswith("# What the audit found\n\n| verdict on growth claims | rates |\n")
    assert page.count("\n- ") == len(audit(shipped.store))
    assert "## Cannot all be right" in page


HOSTILE = Found(
    "urn:f", "same-name", "minor", "x", "<b>a</b>\n# b | [c](d) *e*", "1 * 2", None, ("urn:a",), ("s_1",)
)


def test_words_stay_words_in_markdown() -> None:
    page = as_markdown([HOSTILE], {})
    assert "- \\<b\\>a\\</b\\> \\# b \\| \\[c\\](d) \\*e\\*\n" in page
    assert "  - 1 \\* 2\n  - in s\\_1\n" in page
    assert [line for line in page.splitlines() if line.startswith("# ")] == ["# What the audit found"]


def test_a_row_of_the_table_shows_the_sum() -> None:
    assert as_rows([HOSTILE]) == [("minor\nsame-name", f"{HOSTILE.sentence}\n= 1 * 2\nin: s_1\n")]


def test_verdicts_by_indicator(shipped: Graph) -> None:
    rows = verdicts(shipped.store)
    alone = verdicts(shipped.store, indicator="ict-exports")
    assert alone == [row for row in rows if row.indicator_name == "ICT exports"]
    country = verdicts(shipped.store, area="pakistan")
    assert (
        sum(row.rates for row in alone) < sum(row.rates for row in country) < sum(row.rates for row in rows)
    )
    assert {row.verdict: row.meaning for row in rows}["one-vintage"] == "one vintage only"
