"""The README's examples run and give what it shows; its words about commands are true."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from model_server import facts, playing
from policygraph.cli.main import app

_MODEL = "http://127.0.0.1:8080/v1"
"""Where the README's language model listens; a test's own server takes its place."""
_BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
_ROOT = Path(__file__).resolve().parents[1]


def _blocks(language: str) -> list[str]:
    text = (_ROOT / "README.md").read_text(encoding="utf-8")
    return [body for name, body in _BLOCK.findall(text) if name == language]


@contextmanager
def played_model(block: str) -> Iterator[str]:
    """The address of a server that plays the language model of a block; empty where it asks none."""
    if _MODEL not in block:
        yield ""
        return
    figures = [
        {
            "quote": "at the quay, 17 cranes",
            "indicator": "facilities",
            "value": 17,
            "unit": "count",
            "status": "actual",
        },
        {
            "quote": "some 4,200 looms",
            "indicator": "other",
            "value": 42000,
            "unit": "count",
            "status": "actual",
        },
        {
            "quote": "exports of $900 billion",
            "indicator": "it-exports",
            "value": 9e11,
            "unit": "USD",
            "status": "actual",
        },
    ]
    people = [{"quote": "Xylo Quent took the chair", "mentions": ["Xylo Quent"], "post": "chair"}]
    with playing(facts(figures=figures, people=people)) as played:
        yield played.url


def _commands(block: str) -> list[tuple[str, str]]:
    """(command, expected output) of a console block; `> ` goes on with the command."""
    found: list[tuple[list[str], list[str]]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append(([line[2:]], []))
        elif line.startswith("> ") or line == ">":
            found[-1][0].append(line[2:])
        else:
            found[-1][1].append(line)
    return [("\n".join(command), "\n".join(output).strip()) for command, output in found]


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the examples write into, one after the other."""
    return tmp_path_factory.mktemp("readme")


@pytest.mark.parametrize("block", _blocks("console"))
def test_commands_print_what_the_readme_shows(block: str, workplace: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "NO_COLOR": "1", "COLUMNS": "100"}
    with played_model(block) as model:
        for command, expected in _commands(block):
            done = subprocess.run(
                ["bash", "-c", command.replace(_MODEL, model) if model else command],
                cwd=workplace,
                env=environment,
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stderr
            assert _plain(done.stdout) == _plain(expected), command


def _plain(text: str) -> list[str]:
    """Lines without the blanks at their ends, which tables have and editors take away."""
    return [line.rstrip() for line in text.strip().splitlines()]


@pytest.mark.parametrize("block", _blocks("python"))
def test_python_gives_what_the_readme_shows(block: str) -> None:
    test = doctest.DocTestParser().get_doctest(block, {}, "README", "README.md", 0)
    results = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test)
    assert (results.failed, results.attempted > 0) == (0, True)


def test_the_picture_is_there() -> None:
    assert (_ROOT / "docs" / "graph.png").stat().st_size > 20_000


def test_every_command_is_documented() -> None:
    text = (_ROOT / "README.md").read_text(encoding="utf-8")
    names = [command.name for command in app.registered_commands]
    assert [name for name in names if f"policygraph {name}" not in text] == []


def test_links_to_files_lead_somewhere() -> None:
    text = (_ROOT / "README.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#:]+)\)", text)
    assert links
    assert [link for link in links if not (_ROOT / link).exists()] == []
