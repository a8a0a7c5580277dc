"""What proposals add to a reading, and what they cannot: quotes, figures, names, deeds, spaCy, options."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.cli.proposing import proposer_of
from policygraph.errors import MissingExtraError, UsageError
from policygraph.proposers.contract import Proposal, Proposed, Refused, Several
from policygraph.proposers.form import MOST, entries_of
from policygraph.proposers.merge import merged
from policygraph.proposers.prompt import LONGEST, pieces_of
from policygraph.proposers.quotes import Quotes
from policygraph.reader.document import Document
from policygraph.reader.names.entries import Entry
from policygraph.reader.names.gazetteer import Gazetteer
from policygraph.reader.read import read

TEXT = (
    "The Rivers Board said on Monday that exports of software rose 12.5 per cent to $303 million in March "
    "2031. It also repaired some 4,200 looms and, at the quay, 17 cranes. Xylo Quent took the broom. The "
    "Wobbly Weavers praised Dr. Jo Noor. He mended the old sluice gates in April 2031, and the dry fields "
    "were watered because of it. The guild has not yet mended the quay wall. It will mend the tar kettle, "
    "and the catch of eels grew by half since. The tolls were 7.5 per cent higher."
)
ARTICLE = Document("a1", TEXT, "", date(2031, 4, 2), "PK")
PLAIN = read(ARTICLE)
FIGURE = {"quote": "at the quay, 17 cranes", "indicator": "other", "value": 17, "unit": "count"}
DEED = {"quote": "He mended the old sluice gates", "actor": "He", "action": "other", "status": "done"}


def proposed(name: str, *said: dict[str, Any], gazetteer: Gazetteer | None = None) -> Proposed:
    """What becomes of proposals for one list, the fields that are not said being null."""
    blank = {"figures": ("period",), "growths": ("period", "basis"), "people": ("post", "body")}
    blank |= {"bodies": ("acronym",)}
    filled = [dict.fromkeys(blank.get(name, ())) | one for one in said]
    if name == "figures":
        filled = [{"status": "actual"} | one for one in filled]
    reading = read(ARTICLE, gazetteer)
    return merged(ARTICLE, reading, [Proposal(name, one, "llm m") for one in filled], gazetteer)


def reason(name: str, said: dict[str, Any]) -> str:
    """Why the only proposal is not taken; the reading is then as it was."""
    found = proposed(name, said)
    assert found.reading == PLAIN
    (one,) = found.refused
    return one.reason


# Quotes


@pytest.mark.parametrize(
    ("text", "quote", "held"),
    [
        ("a  “b\u00a0c”\r\n\td", '"b c" d', "“b\u00a0c”\r\n\td"),
        ("x — it’s – here", "x - it's - here", "x — it’s – here"),
        ("🚜🚜 fund — 5 crore", "fund - 5 crore", "fund — 5 crore"),
        ("Cafe\u0301 Noor", "Cafe\u0301 Noor", "Cafe\u0301 Noor"),
        ("ایک کروڑ روپے", "کروڑ روپے", "کروڑ روپے"),
        ("ends \u2028 so", "ends so", "ends \u2028 so"),
        ("padded", "  padded\n", "padded"),
    ],
)
def test_white_space_quote_marks_and_dashes_fold(text: str, quote: str, held: str) -> None:
    span = Quotes(text).find(quote)
    assert span is not None
    assert text[slice(*span)] == held


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("It cost $303 million.", "$30"),
        ("It cost $303 million.", "It Cost"),
        ("Cafe\u0301 Noor", "Cafe"),
        ("Café", "Cafe"),
        ("It rose.", "It  ros e."),
        ("one two three", "one three"),
        ("text", ""),
        ("text", " \n"),
        ("", "a"),
    ],
)
def test_nothing_fuzzier_is_a_quote(text: str, quote: str) -> None:
    assert Quotes(text).find(quote) is None


_WORDS = st.lists(st.sampled_from(["boat", "5–6", "“so”", "it’s", "Ω", "🚜", "é", "e\u0301x"]), min_size=1)
_GAPS = st.sampled_from([" ", "  ", "\r\n", "\u00a0", "\t \n", "\u2009"])


@given(_WORDS, _WORDS, _WORDS, st.data())
def test_a_quote_is_found_where_it_was_taken(
    before: list[str], within: list[str], after: list[str], data: st.DataObject
) -> None:
    words = [*before, "START", *within, "END", *after]
    text = "".join(word + data.draw(_GAPS) for word in words)
    span = Quotes(text).find(" ".join(["START", *within, "END"]).translate(str.maketrans("–“”’", '-""\'')))
    assert span == (text.index("START"), text.index("END") + 3)


def test_many_places_and_long_blanks_cost_no_more_than_a_pass() -> None:
    quotes = Quotes("a a " * 200_000 + " " * 200_000 + "b")
    assert sum(1 for _ in quotes.places("a a")) == 200_000
    assert quotes.find("a b") == (799_998, 1_000_001)


# Figures and growths


def test_a_figure_has_what_the_grammar_reads_and_no_more() -> None:
    said = FIGURE | {"period": "2019-01/2019-12", "status": "target"}
    (added,) = set(proposed("figures", said).reading.figures) - set(PLAIN.figures)
    assert (added.value, added.unit, added.period, added.status) == (Decimal(17), "count", None, "actual")
    assert TEXT[slice(*added.span)] == FIGURE["quote"]


def test_what_the_reader_has_is_known_and_stays() -> None:
    again = {"indicator": "other-exports", "value": 303_000_000, "unit": "USD"}
    found = proposed(
        "figures",
        again | {"quote": "rose 12.5 per cent to $303 million"},
        FIGURE,
        FIGURE | {"quote": "17 cranes"},
    )
    assert (found.taken, found.known, found.refused) == (1, 2, ())


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"quote": "rose 12.5 per cent", "pct": 21.5}, "no change by 21.5 per cent"),
        ({"quote": "rose 12.5 per cent", "pct": -12.5}, "no change by -12.5 per cent"),
        ({"quote": "rose 12.5", "pct": 12.5}, "no change by 12.5 per cent"),
        ({"quote": "rose 12", "pct": 12}, "no change by 12 per cent"),
        ({"quote": "5 per cent higher", "pct": 5}, "no change by 5 per cent"),
        ({"quote": "repaired some 4,200 looms", "pct": 4200}, "no change by 4200 per cent"),
        ({"quote": "a sudden rise of 5 per cent", "pct": 5}, "not in the text"),
    ],
)
def test_a_growth_must_be_read_from_its_quote(said: dict[str, Any], why: str) -> None:
    assert why in reason("growths", {"indicator": "other"} | said)


def test_a_growth_that_the_reader_has_is_known() -> None:
    found = proposed("growths", {"quote": "rose 12.5 per cent", "pct": 12.5, "indicator": "it-exports"})
    assert (found.taken, found.known) == (0, 1)


# People, bodies and measures


def test_a_name_resolves_as_one_that_was_read() -> None:
    noted = Gazetteer.of([Entry("person", "ex:quent", ("Xilo Quent",))])
    said = {"mentions": ["Xylo Quent"], "post": "broom", "body": "Moon Council"}
    (person,) = (one for one in proposed("people", said, gazetteer=noted).reading.people if one.origin)
    assert (person.mentions, person.post, person.body) == (("Xylo Quent",), "broom", None)
    assert TEXT[slice(*person.span)] == "Xylo Quent"
    assert (person.origin, person.entity) == ("llm m", None)
    assert "spelt like “Xilo Quent”" in person.why


def test_a_name_is_the_same_with_its_title() -> None:
    assert proposed("people", {"mentions": ["Dr. Jo Noor"]}, {"mentions": ["Jo Noor"]}).known == 2
    assert "is not in the text" in reason("people", {"mentions": ["Mr. Xylo Quent"]})


@pytest.mark.parametrize(
    ("name", "mentions", "why"),
    [
        ("people", ["Zed Quent"], "is not in the text"),
        ("people", ["Xylo Quent", "Old Xylo"], "“Old Xylo” is not in the text"),
        ("people", ["the old sluice gates"], "does not look like a person's name"),
        ("people", ["Monday"], "does not look like a person's name"),
        ("people", ["Xylo"], "is a single word without a post"),
        ("people", ["Quay Bank"], "is not in the text"),
        ("people", ["Rivers Board"], "is within a name that was read"),
        ("bodies", ["the broom"], "does not look like an organisation's name"),
        ("bodies", ["March"], "is a day, a field, an office or a thing"),
        ("bodies", ["Rivers"], "is within a name that was read"),
        ("bodies", ["Wobbly Weavers praised"], "does not look like an organisation's name"),
        ("initiatives", ["fields"], "does not look like a measure's name"),
        ("initiatives", ["the wet fields"], "is not in the text"),
    ],
)
def test_a_name_must_be_there_and_look_like_one(name: str, mentions: list[str], why: str) -> None:
    said = {"mentions": mentions, "kind": "other", "target_groups": [], "acronym": None}
    assert why in reason(name, said | {"post": None, "body": None})


def test_bodies_and_measures_are_added_in_order_and_once() -> None:
    body = {"mentions": ["Wobbly Weavers"], "kind": "association", "acronym": "WW"}
    known = {"mentions": ["Rivers Board"], "kind": "company"}
    found = proposed("bodies", body, known, body)
    assert [one.mentions[0] for one in found.reading.bodies] == ["Rivers Board", "Wobbly Weavers"]
    assert (found.reading.bodies[1].acronym, found.known) == (None, 2)  # the text has no WW
    gates = {"mentions": ["sluice gates", "old sluice gates"], "kind": "facility", "target_groups": ["youth"]}
    (measure,) = (one for one in proposed("initiatives", gates).reading.initiatives if one.origin)
    assert measure.mentions == ("old sluice gates", "sluice gates")


# Deeds and claims


def test_a_deed_needs_all_its_parts_in_the_quote() -> None:
    deed = DEED | {"object": "old sluice gates"}
    (added,) = set(proposed("actions", deed).reading.actions) - set(PLAIN.actions)
    assert (added.actor, added.object, TEXT[slice(*added.span)]) == ("He", "old sluice gates", DEED["quote"])
    assert proposed("actions", deed | {"actor": "government"}).taken == 1
    assert "its object “quay” is not in the quote" in reason("actions", DEED | {"object": "quay"})
    assert "its actor “Xylo Quent”" in reason("actions", deed | {"actor": "Xylo Quent"})


def test_what_is_denied_or_lies_ahead_is_not_done() -> None:
    wall = {"quote": "mended the quay wall", "actor": "government", "object": "quay wall"}
    assert "denies or doubts it" in reason("actions", DEED | wall)
    kettle = {"quote": "mend the tar kettle", "actor": "government", "object": "tar kettle"}
    assert "lies ahead" in reason("actions", DEED | kettle)
    assert proposed("actions", DEED | kettle | {"status": "planned"}).taken == 1


def test_a_claim_needs_all_its_parts_in_the_quote() -> None:
    said = {"quote": "grew by half since", "claimant": "article", "cause": "half", "effect": "grew"}
    assert proposed("attributions", said).taken == 1
    assert "its cause “rain”" in reason("attributions", said | {"cause": "rain"})
    assert "are the same" in reason("attributions", said | {"cause": "grew"})
    assert "its claimant “Xylo Quent”" in reason("attributions", said | {"claimant": "Xylo Quent"})


# The form of an answer


def test_an_answer_is_read_no_further_than_its_form() -> None:
    person = {"mentions": ["Xylo Quent"], "post": None, "body": None}
    answer: dict[str, Any] = {
        "people": [person | {"age": 7}, person | {"post": 5}, "Quent", {}, person | {"mentions": []}],
        "bodies": "none",
        "growths": None,
        "figures": [{}] * (MOST + 5),
        "secrets": [1],
    }
    found = entries_of(answer, "llm m")
    (good,) = (one for one in found if isinstance(one, Proposal))
    assert good.said == person
    refused = [str(one) for one in found if isinstance(one, Refused)]
    assert sum(one.startswith("people") for one in refused) == 4
    assert "bodies: …: is no list" in refused
    assert "figures: …: 5 entries after the first 400" in refused
    assert len(refused) == 4 + 1 + MOST + 1


def test_what_is_refused_is_told_without_what_no_terminal_should_see() -> None:
    shown = str(Refused.of(Proposal("people", {"mentions": ["\x1b[2J" + "x" * 200]}, "llm m"), "is odd"))
    assert "\x1b" not in shown
    assert len(shown) < 120


@given(st.lists(st.sampled_from(["A boat sailed. ", "x" * 700 + " ", "\n\n", "One. "]), max_size=60))
def test_pieces_hold_every_sentence_whole(parts: list[str]) -> None:
    text = "".join(parts)
    pieces = list(pieces_of(text))
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(0 < len(piece) <= LONGEST for piece in pieces)


# spaCy and the options


def test_without_spacy_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(MissingExtraError, match=re.escape("pip install 'policygraph[nlp]'")):
        proposer_of("no-such-model-1", None, None)


def pipeline(folder: Path) -> Path:
    """A pipeline of rules alone, on disk; skips where spaCy is not installed."""
    spacy = pytest.importorskip("spacy", reason="spaCy (extra nlp) is not installed")
    blank = spacy.blank("en")
    rules = [("PERSON", "Xylo Quent"), ("PERSON", "Quent"), ("ORG", "The Wobbly Weavers"), ("GPE", "Rivers")]
    rules += [("ORG", "Rivers Board"), ("PERSON", "Monday")]
    patterns = [{"label": label, "pattern": words} for label, words in rules]
    blank.add_pipe("entity_ruler").add_patterns(patterns)
    blank.to_disk(folder / "rules")
    return folder / "rules"


def test_a_pipeline_adds_names_that_the_reader_lacks(tmp_path: Path) -> None:
    proposer = proposer_of(str(pipeline(tmp_path)), None, None)
    assert proposer is not None
    document = Document("d", TEXT + " Quent’s boat sank.")
    plain = read(document)
    found = merged(document, plain, proposer.proposals(document))
    (person,) = set(found.reading.people) - set(plain.people)
    assert (person.mentions, person.origin) == (("Xylo Quent", "Quent"), "spacy rules")
    assert [one.mentions[0] for one in found.reading.bodies] == ["Rivers Board", "Wobbly Weavers"]
    assert found.reading.bodies[:1] == plain.bodies
    assert (found.taken, found.known, len(found.refused)) == (2, 1, 1)


def test_a_pipeline_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    pytest.importorskip("spacy", reason="spaCy (extra nlp) is not installed")
    with pytest.raises(UsageError, match="no such pipeline"):
        proposer_of(str(tmp_path / "none"), None, None)


def test_nobody_is_asked_unless_named() -> None:
    assert proposer_of(None, None, None) is None
    both = Several(())
    assert (both.name, both.proposals(ARTICLE)) == ("", ())


# The bar


def test_a_bar_is_for_terminals_alone(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(TEXT)
    ours, theirs = pty.openpty()
    environment = {**os.environ, "POLICYGRAPH_CACHE": str(tmp_path / "cache"), "TERM": "xterm"}
    command = [sys.executable, "-m", "policygraph", "read", str(tmp_path), "--format", "jsonl"]
    done = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, stderr=theirs, check=True, timeout=120
    )
    os.close(theirs)
    told = os.read(ours, 65536).decode()
    os.close(ours)
    assert len(done.stdout.splitlines()) == 3
    assert b"\x1b" not in done.stdout
    assert "reading" in told
    assert "3/3" in told
