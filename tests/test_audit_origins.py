"""Which sources are one origin, and how many a statement rests on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policygraph.audit.records.counted import Observation, Series
from policygraph.audit.records.facts import ClaimRecord, Facts, SourceRecord
from policygraph.audit.sources.near_copies import copies, shingles
from policygraph.audit.sources.origins import origins
from policygraph.audit.sources.support import support
from policygraph.periods import Period

RANDOM = Random(11)  # noqa: S311 - not for secrets
WORDS = [f"word{number}" for number in range(400)]


def text(words: int) -> list[str]:
    return [RANDOM.choice(WORDS) for _ in range(words)]


WIRE = text(300)
OTHER = text(300)


def source(name: str, words: list[str] | str = "", day: int | None = 1, publisher: str = "") -> SourceRecord:
    body = words if isinstance(words, str) else " ".join(words)
    published = None if day is None else date(2024, 1, day)
    return SourceRecord(f"urn:{name}", publisher=publisher or name, published=published, text=body)


AGENCY = source("agency", WIRE, 2)
EDITS = {
    "the same text": WIRE,
    "another headline and a last line": [*text(12), *WIRE, *text(15)],
    "other punctuation and case": [f"{word.upper()}," for word in WIRE],
    "cut to the first half": WIRE[:150],
    "cut to the first third, with a line of its own": [*text(8), *WIRE[:100]],
    "every fifteenth word changed": [f"x{word}" if at % 15 == 0 else word for at, word in enumerate(WIRE)],
    "paragraphs in another order": [*WIRE[150:], *WIRE[:150]],
}


@pytest.mark.parametrize("edit", EDITS)
def test_a_copy_goes_back_to_what_came_first(edit: str) -> None:
    copy = source("copy", EDITS[edit], 3)
    assert origins([copy, AGENCY]) == {"urn:agency": "urn:agency", "urn:copy": "urn:agency"}


UNLIKE = {
    "another text": OTHER,
    "a shared paragraph of background": [*OTHER, *WIRE[:60]],
    "a quarter of it, in a text as long": [*WIRE[:75], *OTHER[:225]],
    "too short to tell": WIRE[:20],
    "nothing": [],
}


@pytest.mark.parametrize("words", UNLIKE)
def test_what_only_touches_it_is_its_own_origin(words: str) -> None:
    found = origins([source("own", UNLIKE[words], 3), AGENCY])
    assert found["urn:own"] == "urn:own"


def test_a_source_without_date_is_never_the_first() -> None:
    assert set(origins([source("a", WIRE, None), AGENCY]).values()) == {"urn:agency"}


def test_of_one_day_the_first_in_order_counts() -> None:
    assert set(origins([source("b", WIRE), source("a", WIRE)]).values()) == {"urn:a"}


CHAIN = (
    AGENCY,
    source("herald", [*WIRE[:200], "4,321"], 3, "The Herald"),
    source("post", "Exports rose by 4,321, according to The Herald.", 4),
    source("times", "The Post has nothing on this; it was 4321, the Post reported.", 5),
    source("mirror", OTHER, 5),
)


def test_chains_are_followed_to_their_end_in_any_order() -> None:
    """The Post cites the Herald, which prints the agency's text; the Times cites the Post."""
    expected = {
        "urn:agency": "urn:agency",
        "urn:herald": "urn:agency",
        "urn:mirror": "urn:mirror",
        "urn:post": "urn:agency",
        "urn:times": "urn:agency",
    }
    for order in permutations(CHAIN):
        assert origins(order) == expected


@pytest.mark.parametrize(
    ("words", "day", "cites"),
    [
        ("Citing The Herald, it puts them at 4,321.", 4, True),
        ("A spokesman told the Herald of 4,321 more.", 4, True),
        ("The Herald newspaper reported 4,321 of them.", 10, True),
        ("The Herald newspaper reported 4,321 of them.", 11, False),
        ("The Herald newspaper reported 4,321 of them.", 2, False),
        ("The Herald newspaper reported some of them.", 4, False),
        ("The Herald newspaper reported some of them in 2023.", 4, False),
        ("According to The Heraldry, 4,321 of them.", 4, False),
        ("The Herald building has 4,321 windows.", 4, False),
    ],
)
def test_who_is_cited(words: str, day: int, *, cites: bool) -> None:
    herald = source("herald", "In 2023 it was 4,321.", 3, "The Herald")
    found = origins([source("post", words, day), herald])
    assert found["urn:post"] == ("urn:herald" if cites else "urn:post")


def test_a_shared_statement_stands_for_a_shared_number() -> None:
    herald = source("herald", "", 3, "The Herald")
    post = source("post", "The Herald reported it first.", 4)
    assert origins([herald, post])["urn:post"] == "urn:post"
    assert origins([herald, post], [{"urn:herald", "urn:other"}])["urn:post"] == "urn:post"
    assert origins([herald, post], [("urn:herald", "urn:post")])["urn:post"] == "urn:herald"


def test_a_circle_ends_at_the_earliest() -> None:
    one = source("one", "According to Two, 9,999.", 3, "One")
    two = source("two", "According to One, 9,999.", 3, "Two")
    assert set(origins([one, two]).values()) == {"urn:one"}


def test_nothing_is_known_of_texts_that_are_not_at_hand() -> None:
    assert origins([source("a"), source("b")]) == {"urn:a": "urn:a", "urn:b": "urn:b"}


def test_runs_are_folded() -> None:
    words = [f"Wörd{number}" for number in range(40)]
    assert shingles(" ".join(words)) == shingles(",\n".join(words).upper())
    assert shingles("") == frozenset()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=300), max_size=6))
def test_any_text_may_come(texts: list[str]) -> None:
    for low, high in copies(texts):
        assert 0 <= low < high < len(texts)


def test_near_copies_among_many_are_found_and_nothing_else() -> None:
    """300 texts of their own and 40 edits of some of them: every edit is found, no two others are joined."""
    random = Random(5)  # noqa: S311 - not for secrets
    own = [[random.choice(WORDS) for _ in range(200)] for _ in range(300)]
    edits = {300 + at: at * 7 for at in range(40)}
    edited = [[*own[at][:170], *(random.choice(WORDS) for _ in range(30))] for at in edits.values()]
    found = set(copies([" ".join(words) for words in (*own, *edited)]))
    assert found == {(at, number) for number, at in edits.items()}


def test_the_same_text_is_a_copy_however_short() -> None:
    """One that is only like it is not."""
    note = "Exports rose by 12 per cent in April."
    found = origins(
        [source("a", note), source("b", f" {note}\n", 2), source("c", note.replace("12", "13"), 3)]
    )
    assert found == {"urn:a": "urn:a", "urn:b": "urn:a", "urn:c": "urn:c"}


@pytest.mark.parametrize("first", [True, False])
def test_every_wire_story_that_was_cut_to_a_fifth_is_found(*, first: bool) -> None:
    """At a Jaccard of 0.2 the sketches alone propose a pair less than every second time."""
    random = Random(7)  # noqa: S311 - not for secrets
    whole = [[random.choice(WORDS) for _ in range(400)] for _ in range(40)]
    cut = [words[120:200] for words in whole]
    both = [*cut, *whole] if first else [*whole, *cut]
    assert set(copies([" ".join(words) for words in both])) == {(at, at + 40) for at in range(40)}


SERIES = Series("urn:i", "urn:p", None, "USD")


def level(name: str, source: str, value: int = 303, claimant: str | None = None) -> Observation:
    period = Period.parse("2023-12")
    step = Decimal(1)
    return Observation(
        f"urn:{name}", SERIES, period, "month", Decimal(value), step, source, claimant=claimant
    )


def counted(*levels: Observation, texts: dict[str, str] | None = None) -> dict[str, tuple[int, int]]:
    sources = {one.source for one in levels}
    facts = Facts(
        observations=levels,
        sources=tuple(map(SourceRecord, sorted(sources))),
        stated_in={one.iri: (one.source,) for one in levels},
    )
    return support(facts, texts or {})


def test_three_articles_of_one_claimant_are_one_origin() -> None:
    found = counted(*(level(name, f"urn:s{name}", claimant="urn:bank") for name in "abc"))
    assert set(found.values()) == {(3, 1)}


def test_nobody_named_is_an_origin_each() -> None:
    assert set(counted(level("a", "urn:s1"), level("b", "urn:s2")).values()) == {(2, 2)}


def test_copies_are_one_origin() -> None:
    copied = {"urn:s1": "urn:s1", "urn:s2": "urn:s1", "urn:s3": "urn:s3"}
    three = (level("a", "urn:s1"), level("b", "urn:s2"), level("c", "urn:s3"))
    assert set(counted(*three, texts=copied).values()) == {(3, 2)}


def test_a_copy_that_leaves_the_claimant_out_has_the_same_origin() -> None:
    copied = {"urn:s1": "urn:s1", "urn:s2": "urn:s1"}
    two = (level("a", "urn:s1", claimant="urn:bank"), level("b", "urn:s2"))
    assert set(counted(*two, texts=copied).values()) == {(2, 1)}
    assert set(counted(*two).values()) == {(2, 2)}


def test_another_value_is_another_statement() -> None:
    found = counted(level("a", "urn:s1"), level("b", "urn:s2", 304), level("c", "urn:s1"))
    assert found == {"urn:a": (1, 1), "urn:b": (1, 1), "urn:c": (1, 1)}


def test_a_claim_of_one_voice_on_one_figure_is_one_statement() -> None:
    """Two papers report a claim, each of its own figure node; in its own voice a paper is its own origin."""
    levels = (level("a", "urn:s1"), level("b", "urn:s2"))
    claims = tuple(
        ClaimRecord(f"urn:c{one.iri[-1]}", "urn:minister", ("urn:fund",), (one.iri,)) for one in levels
    )
    facts = Facts(
        observations=levels,
        claims=claims,
        sources=(SourceRecord("urn:s1"), SourceRecord("urn:s2")),
        stated_in={
            **{one.iri: (one.source,) for one in levels},
            **{claim.iri: (one.source,) for claim, one in zip(claims, levels, strict=True)},
        },
    )
    assert support(facts, {})["urn:ca"] == (2, 1)
    own = tuple(replace(claim, claimant=one.source) for claim, one in zip(claims, levels, strict=True))
    assert support(replace(facts, claims=own), {})["urn:ca"] == (2, 2)
