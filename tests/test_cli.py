"""The command line as a person uses it: real processes, exit codes, what goes where."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from policygraph.cli.output import print_rows
from policygraph.graph import Graph

COMMANDS = [
    *("run", "build", "ask", "audit", "promises", "outcomes", "query", "network", "read"),
    *("add", "remove", "review", "view", "export", "ontology", "schema"),
]
COMMAND = [sys.executable, "-m", "policygraph"]


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for all runs, so that the graph is built once."""
    return tmp_path_factory.mktemp("cache")


def run(
    arguments: Sequence[str], cache: Path, *, cwd: Path | None = None, given: str | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    environment = {**os.environ, "POLICYGRAPH_CACHE": str(cache), "NO_COLOR": "1", "COLUMNS": "120"}
    return subprocess.run(
        [*COMMAND, *arguments],
        env=environment,
        cwd=cwd,
        input=given,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_help_is_answered_and_names_every_command(cache: Path) -> None:
    done = run(["--help"], cache)
    assert done.returncode == 0
    for command in COMMANDS:
        assert f"  {command} " in done.stdout


def test_version(cache: Path) -> None:
    assert run(["--version"], cache).stdout == "policygraph 0.1.0\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str, cache: Path) -> None:
    done = run([command, "--help"], cache)
    assert done.returncode == 0
    assert "Usage" in done.stdout


def test_unknown_command_is_a_usage_error(cache: Path) -> None:
    done = run(["explode"], cache)
    assert (done.returncode, done.stdout) == (2, "")


def test_ask_lists_the_questions(cache: Path) -> None:
    done = run(["ask"], cache)
    assert done.returncode == 0
    assert "post-holders" in done.stdout
    assert "series-by-month" in done.stdout


def test_ask_answers_as_json(cache: Path) -> None:
    done = run(
        ["ask", "post-holders", "--param", "post=it-minister", "--param", "on=2023-12-15", "-f", "json"],
        cache,
    )
    assert done.returncode == 0
    assert [row["name"] for row in json.loads(done.stdout)] == ["Umar Saif"]


def test_ask_takes_parameters_as_options_too(cache: Path) -> None:
    done = run(["ask", "post-holders", "--post", "it-minister", "--on", "2023-12-15", "-f", "csv"], cache)
    assert done.returncode == 0
    assert "Umar Saif" in done.stdout


def test_unknown_question_gives_the_nearest(cache: Path) -> None:
    done = run(["ask", "post-holder"], cache)
    assert done.returncode == 4
    assert "post-holders" in done.stderr


def test_unknown_entity_gives_the_nearest_names(cache: Path) -> None:
    done = run(["ask", "posts-held", "--param", "person=Umar Saef"], cache)
    assert done.returncode == 4
    assert "Umar Saif" in done.stderr
    assert done.stdout == ""


def test_a_wrong_date_is_a_usage_error(cache: Path) -> None:
    done = run(["ask", "post-holders", "--param", "post=it-minister", "--param", "on=yesterday"], cache)
    assert done.returncode == 2
    assert "yesterday" in done.stderr
    assert "'on'" in done.stderr


def test_query_prints_a_table_of_compact_names(cache: Path) -> None:
    done = run(["query", "SELECT ?c WHERE { ?c a foaf:Person ; skos:notation 'umar-saif' }"], cache)
    assert done.returncode == 0
    assert "person/umar-saif" in done.stdout


@pytest.mark.parametrize("form", ["json", "csv", "tsv", "xml"])
def test_query_prints_standard_results(form: str, cache: Path) -> None:
    done = run(["query", "-", "--format", form], cache, given="SELECT (COUNT(*) AS ?n) { ?s a pg:Source }")
    assert done.returncode == 0
    assert "340" in done.stdout


def test_query_reads_a_file_and_constructs(cache: Path, tmp_path: Path) -> None:
    file = tmp_path / "q.rq"
    file.write_text(
        "CONSTRUCT { ?s skos:prefLabel ?l } WHERE { ?s skos:notation 'pseb' ; skos:prefLabel ?l }"
    )
    done = run(["query", str(file), "--format", "ttl"], cache)
    assert "Pakistan Software Export Board" in done.stdout
    assert "@prefix skos:" in done.stdout


def test_bad_sparql_names_the_place_and_a_hint(cache: Path) -> None:
    done = run(["query", "SELECT ?x WHERE {\n ?x foo:bar ?y }"], cache)
    assert done.returncode == 2
    assert "line 2, column" in done.stderr
    assert "hint:" in done.stderr
    assert "Traceback" not in done.stderr


def test_query_does_not_reach_out(cache: Path) -> None:
    done = run(["query", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"], cache)
    assert done.returncode == 2
    assert "SERVICE" in done.stderr


def test_build_then_ask_the_store(cache: Path, tmp_path: Path) -> None:
    built = run(["build", "--store", str(tmp_path / "store")], cache)
    assert built.returncode == 0
    done = run(["ask", "rankings", "--store", str(tmp_path / "store"), "-f", "csv"], cache)
    assert done.returncode == 0
    assert "Payoneer" in done.stdout


def test_a_store_that_is_none(cache: Path, tmp_path: Path) -> None:
    done = run(["ask", "rankings", "--store", str(tmp_path)], cache)
    assert done.returncode == 1
    assert "policygraph build --store" in done.stderr


def test_data_that_is_none_is_invalid(cache: Path, tmp_path: Path) -> None:
    done = run(["build", "--data", str(tmp_path), "--store", str(tmp_path / "store")], cache)
    assert done.returncode == 3
    assert "pack.yaml:1" in done.stderr
    assert not (tmp_path / "store").exists()


def test_export_of_an_unknown_format(cache: Path) -> None:
    done = run(["export", "--format", "docx"], cache)
    assert done.returncode == 2
    assert "ttl" in done.stderr


def test_export_to_standard_output(cache: Path) -> None:
    done = run(["export", "--format", "nt"], cache)
    assert done.returncode == 0
    assert done.stdout.count("\n") > 20_000


def test_run_writes_the_three_files(cache: Path, tmp_path: Path) -> None:
    done = run(["run", "--into", str(tmp_path / "out")], cache)
    assert done.returncode == 0
    for name in ("policygraph.html", "policygraph.ttl", "policygraph.trig"):
        assert (tmp_path / "out" / name).stat().st_size > 100_000
    assert "initiatives" in done.stdout


def test_view_of_an_unknown_entity_writes_nothing(cache: Path, tmp_path: Path) -> None:
    done = run(["view", "--focus", "Nobody At All", "-o", str(tmp_path / "x.html")], cache)
    assert done.returncode == 4
    assert not (tmp_path / "x.html").exists()


def test_ontology_and_schema_write_their_files(cache: Path, tmp_path: Path) -> None:
    assert run(["ontology", "-o", str(tmp_path / "o.html")], cache).returncode == 0
    assert "pg:Figure" in (tmp_path / "o.html").read_text(encoding="utf-8")
    assert run(["schema", "-o", str(tmp_path / "s")], cache).returncode == 0
    assert (
        json.loads((tmp_path / "s" / "source.schema.json").read_text(encoding="utf-8"))["title"] == "Source"
    )


def test_run_says_how_to_ask(cache: Path, tmp_path: Path) -> None:
    assert (
        "\nask:   python -m policygraph ask\n" in run(["run", "--into", str(tmp_path / "out")], cache).stderr
    )


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["export", "-f", "ttl", "-o", "{file}/x.ttl"], 1, "{file}"),
        (["export", "-f", "csv", "-o", "{file}"], 2, "is a file"),
        (["view", "-o", "{file}/below/x.html"], 1, "{file}"),
        (["ontology", "-o", "{folder}"], 1, "{folder}"),
        (["schema", "-o", "{file}"], 1, "{file}"),
        (["build", "--store", "{file}"], 1, "cannot be written"),
        (["build", "--data", "{file}"], 3, "not a data folder"),
        (["query", "{latin}"], 2, "not UTF-8 at byte 9"),
        (["query", "{folder}"], 2, "no such file, and no query"),
        (["query", "é" * 200 + "{"], 2, "SPARQL"),
        (["ask", "find", "--text", "\udcff"], 2, "is not text"),
        (["network", "--measure", "fame"], 2, "degree, betweenness"),
        (["ask", "find", "--text", " "], 2, "'text': is empty"),
        (["ask", "sources", "--publisher", ""], 2, "'publisher': is empty: leave it out"),
        (["ask", "sources", "--data", "{folder}/none"], 4, "no folder"),
        (["ask", "sources", "--store", "{folder}/none"], 4, "no folder"),
        (["ask", "sources", "--own", "{folder}/none"], 4, "`policygraph add --own` makes one"),
        (["ask", "sources", "--own", "{file}"], 2, "{file} is a file: name a folder"),
        (["ask", "sources", "-o", "{folder}"], 1, "{folder}: Is a directory"),
        (["ask", "sources", "-o", "{file}/x.csv"], 1, "{file}"),
        (["ask", "sources", "-o", "{folder}/x.xlsx"], 2, ".xlsx names none; add --format table or"),
        (["audit", "-o", "{folder}/x.html", "--kind", "tenure-gap"], 2, "holds all findings"),
        (["export", "-o", "{folder}/x.docx"], 2, "which format?"),
        (["query", "none.rq"], 4, "no file 'none.rq'"),
        (["read", "{folder}"], 3, "holds no article: looked for files that end in"),
        (["read", "{folder}/none.txt", "-o", "{folder}/x.jsonl"], 4, "no file or folder"),
        (["read", "{latin}", "{folder}", "-o", "{folder}/x.json"], 2, ".json names none"),
        (["add", "{folder}"], 3, "holds no article: looked for files that end in"),
        (["network", "--kind", "ghost"], 2, "ghost"),
    ],
)
def test_what_goes_wrong_is_said_in_one_line(
    cache: Path, tmp_path: Path, arguments: list[str], status: int, words: str
) -> None:
    places = {"file": tmp_path / "a-file", "folder": tmp_path / "a-folder", "latin": tmp_path / "latin.rq"}
    places["file"].write_text("in the way")
    places["folder"].mkdir()
    places["latin"].write_bytes(b"SELECT '\xc3' {}".replace(b"'", b"'a"))

    def told(text: str) -> str:
        for name, place in places.items():
            text = text.replace(f"{{{name}}}", str(place))
        return text

    done = run([told(argument) for argument in arguments], cache)
    assert done.returncode == status, done.stderr
    assert told(words) in done.stderr
    assert "Traceback" not in done.stderr
    assert places["file"].read_text() == "in the way"
    assert list(places["folder"].iterdir()) == []


FORMULA = "SELECT ('=1+1' AS ?risky) (-4.5 AS ?number) {}"


def test_cells_for_spreadsheets_are_guarded_unless_told(cache: Path) -> None:
    assert run(["query", FORMULA, "-f", "csv"], cache).stdout.splitlines() == ["risky,number", "'=1+1,-4.5"]
    assert run(["query", FORMULA, "-f", "csv", "--raw"], cache).stdout.splitlines()[1] == "=1+1,-4.5"
    assert run(["query", FORMULA, "-f", "tsv"], cache).stdout.splitlines()[1] == '"\'=1+1"\t-4.5'
    assert run(["query", FORMULA, "-f", "tsv", "--raw"], cache).stdout.splitlines()[1] == '"=1+1"\t-4.5'


def test_print_rows_guards_and_escapes(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [("=1+1", ("a; b", "c"), -4)]
    print_rows(("x", "y", "z"), rows, "csv")
    print_rows(("x", "y", "z"), rows, "csv", raw=True)
    guarded, raw = capsys.readouterr().out.split("x,y,z\n")[1:]
    assert (guarded, raw) == ("'=1+1,a\\; b; c,-4\n", "=1+1,a\\; b; c,-4\n")


def test_network_ranks_and_groups(cache: Path) -> None:
    done = run(
        ["network", "--kind", "person", "--kind", "body", "-m", "pagerank", "-n", "3", "-f", "json"], cache
    )
    rows = json.loads(done.stdout)
    assert [row["rank"] for row in rows] == [1, 2, 3]
    assert {row["kind"] for row in rows} <= {"person", "body"}
    assert rows[0]["pagerank"] >= rows[2]["pagerank"]
    groups = json.loads(run(["network", "-m", "communities", "-n", "0", "-f", "json"], cache).stdout)
    assert len({row["id"] + row["kind"] for row in groups}) == len(groups) > 100


def test_measures_and_frames_of_the_facade(shipped: Graph) -> None:
    network = shipped.network("person", "body")
    scores = shipped.central("person", "body", measure="betweenness")
    assert scores.keys() == set(network)
    assert list(scores.values()) == sorted(scores.values(), reverse=True)
    assert sorted(iri for group in shipped.communities("person", "body") for iri in group) == sorted(network)
    nodes, edges = shipped.frames("person", "body")
    assert (len(nodes), len(edges)) == (network.number_of_nodes(), network.number_of_edges())
