"""The two articles read again: their text is the one offsets count in, and each offset holds its fact.

The articles lie beside the checkout where they are shared; their sentences are not part of the project.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from policygraph.curated.load import load_pack
from policygraph.curated.pack import LoadedPack
from policygraph.model.base import Span
from policygraph.model.facts import Fact, Figure
from policygraph.paths import data_dir

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
FILES = {"seed-000": "000_c74b833cfbb44be3.txt", "seed-003": "003_ed1f7db56018aca1.txt"}
DECEMBER = "ict-exports_2023-12_01"

WORDS = {
    "seed-000": {
        "umar-saif--it-minister--on-2024-01-17": ("Caretaker Minister", "Umar Saif"),
        "anwaar-kakar--caretaker-pm--on-2024-01-17": ("Caretaker Prime Minister", "Anwaar-ul-Haq Kakar"),
        "esfca-50--in-force--2023-10-23": ("retention", "50%", "dollars"),
        "digital-payment-systems--launched": ("digital payment systems",),
        "freelancer-initiatives--launched": ("initiatives", "freelancers"),
        "erozgaar-centres--launched--2024-01-11": ("Kakar", "inaugurated", "E-Rozgar Co-Working Centers"),
        "tech-destination-pakistan--launched--2024-01-11": (
            "Kakar",
            "Tech Destination Pakistan",
            "Islamabad",
        ),
        f"umar-saif--credits--gop--{DECEMBER}": ("Umar Saif", "facilitative measures", "government"),
        f"umar-saif--credits--esfca-50--{DECEMBER}": ("retention", "50%", "dollars"),
        f"umar-saif--credits--digital-payment-systems--{DECEMBER}": ("digital payment systems",),
        f"umar-saif--credits--freelancer-initiatives--{DECEMBER}": ("initiatives", "freelancers"),
        f"umar-saif--credits--sifc--{DECEMBER}": ("Special Investment Facilitation Council", "IT industry"),
        f"umar-saif--credits--anwaar-kakar--{DECEMBER}": ("Anwaar-ul-Haq Kakar", "IT industry"),
        "umar-saif--credits--caretaker-reforms--conducive-environment": ("reforms", "caretaker", "conducive"),
        "erozgaar-interest-free-loans--part-of--erozgaar-centres": (
            "co-working centers",
            "interest-free loans",
        ),
        "erozgaar-training--part-of--erozgaar-centres": ("co-working centers", "training"),
    },
    "seed-003": {
        "amin-ul-haque--it-minister--on-2021-09-19": ("Federal Minister", "Syed Amin Ul Haque"),
        "freelancer-incentives-2021--in-force": ("incentives", "freelancers"),
        "freelancer-portal-2021--launched--2021-09-16": (
            "Syed Amin Ul Haque",
            "inaugurated",
            "portal",
            "PSEB",
        ),
        "freelancing-policy--drafted--2021-09-16": (
            "National Freelancing Facilitation Policy",
            "consultation",
        ),
        "freelancer-dollar-account--in-force--planned": ("would be allowed", "special dollar account"),
        "special-technology-zones--launched--planned": ("Special Technology Zones", "all over the country"),
        "cash-reward-fund-2021--announced--2021-08-10": ("Last month", "announced", "Rs10 billion fund"),
        "export-rebate-5pc--in-force--planned": ("set to offer", "five per cent rebate"),
        "amin-ul-haque--credits--freelancers--gig-economy": ("Minister", "freelancers", "gig economy"),
        "seed-003--credits--pandemic-freelancing--technology-exports": ("higher growth", "pandemic"),
        "pseb--implements--freelancer-portal-2021": ("portal", "Pakistan Software Export Board"),
        "rk-ilo-2021": ("International Labour Organization", "2021", "2nd", "online labour"),
    },
}
"""What the passage of a fact that is no number must say."""

FLOOR = {
    "seed-000": {DECEMBER: ("$303 million", "22.67%"), "ict-exports_2023-11_02": ("", "13%")},
    "seed-003": {
        "ict-exports_2021-08_01": ("$224 million", "80.6 %"),
        "ict-exports_2020-08_01": ("$124 million", ""),
        "ict-exports_2021-07_2021-08_01": ("$420 million", "46 per cent"),
        "ict-exports_2020-07_2020-08_01": ("$287 million", ""),
        "ict-exports_2020-07_2021-06_03": ("$2 billion", "47.4 per cent"),
        "ict-exports_2019-07_2020-06_02": ("$1.44 billion", ""),
        "it-exports_2021-09_01": ("$4 billion", ""),
    },
}
"""Figures that the articles print: level and change."""

needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="the articles ../shared/seeds are not here")
each_seed = pytest.mark.parametrize("source", sorted(FILES))


@pytest.fixture(scope="module")
def pack() -> LoadedPack:
    return load_pack(data_dir())


def text_of(source: str) -> str:
    return (SEEDS / FILES[source]).read_bytes().decode("utf-8")


def printed_places(fact: Fact) -> Iterator[tuple[str, Span | None]]:
    """Each figure that a fact prints, with its place."""
    if printed := getattr(fact, "printed", ""):
        yield printed, fact.at
    if isinstance(fact, Figure) and fact.growth:
        yield fact.growth.printed, fact.growth.at or fact.at


@needs_seeds
@each_seed
def test_text_is_the_one_that_offsets_count_in(pack: LoadedPack, source: str) -> None:
    text = pack.sources[source].text
    assert text is not None
    assert text.sha256 == hashlib.sha256((SEEDS / FILES[source]).read_bytes()).hexdigest()
    assert text.length == len(text_of(source))


@needs_seeds
@each_seed
def test_each_offset_holds_its_fact(pack: LoadedPack, source: str) -> None:
    text = text_of(source)
    for fact in pack.sources[source].facts:
        assert fact.at is not None, fact.id
        passage = text[slice(*fact.at)]
        assert passage == passage.strip()
        assert not re.search(r"(?<!Dr)\.\s|\n", passage), f"{fact.id}: longer than a sentence"
        places = list(printed_places(fact))
        for printed, at in places:
            assert at is not None
            assert printed
            assert printed in text[slice(*at)], fact.id
        for word in WORDS[source][fact.id] if not places else ():
            assert word in passage, fact.id


@each_seed
def test_every_figure_of_the_articles_is_there(pack: LoadedPack, source: str) -> None:
    figures = {
        figure.id: (figure.printed, figure.growth.printed if figure.growth else "")
        for figure in pack.sources[source].figures
    }
    assert figures == FLOOR[source]


@each_seed
def test_every_other_fact_of_the_articles_is_there(pack: LoadedPack, source: str) -> None:
    facts = {fact.id for fact in pack.sources[source].facts if not list(printed_places(fact))}
    assert facts == set(WORDS[source])


@needs_seeds
def test_no_sentence_of_the_articles_is_in_the_project() -> None:
    runs = {run for source in FILES for run in _runs(text_of(source))}
    folders = [ROOT / name for name in ("data", "ontology", "graph", "tests")]
    files = [file for folder in folders for file in folder.rglob("*") if file.suffix in _TEXTS]
    copied = [file for file in files if not runs.isdisjoint(_runs(file.read_text(encoding="utf-8")))]
    assert copied == []


_TEXTS = {".yaml", ".md", ".py", ".ttl", ".rq", ".html", ".txt", ".json", ".jsonld"}


def _runs(text: str, length: int = 11) -> Iterator[tuple[str, ...]]:
    """All runs of so many words."""
    words = re.findall(r"[\w%$]+", text.lower())
    return (tuple(words[i : i + length]) for i in range(len(words) - length + 1))
