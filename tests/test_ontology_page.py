"""The page of the ontology: whole, safe, offline; its anchors are the terms' names."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from policygraph.ontology.page import render_page
from policygraph.ontology.shapes import read_shapes
from policygraph.ontology.vocabulary import Vocabulary

VOCABULARY = Vocabulary.load()
HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


class Page(HTMLParser):
    """What a browser would see: elements with their attributes, ids, links, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "link", "br", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def values(self, attribute: str) -> list[str]:
        return [value for _, attributes in self.tags if (value := attributes.get(attribute))]


@pytest.fixture(scope="module")
def html() -> str:
    return render_page(VOCABULARY)


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def test_every_term_code_and_shape_has_its_anchor(page: Page) -> None:
    anchors = set(page.values("id"))
    assert {term.name for term in (*VOCABULARY.classes, *VOCABULARY.properties)} <= anchors
    assert {term.name for term in VOCABULARY.reused} <= anchors
    assert {f"concept/{scheme.code}" for scheme in VOCABULARY.schemes} <= anchors
    assert {
        f"concept/{scheme.code}/{one.code}" for scheme in VOCABULARY.schemes for one in scheme.concepts
    } <= anchors
    assert {f"shape/{shape.code}" for shape in read_shapes()} <= anchors


def test_every_comment_and_every_rule_is_on_the_page(page: Page) -> None:
    text = "".join(page.words)
    for term in (*VOCABULARY.classes, *VOCABULARY.properties, *VOCABULARY.reused):
        assert term.comment in text
        assert term.example in text
    for shape in read_shapes():
        assert all(rule.message in text for rule in shape.rules)


def test_anchors_are_unique_and_links_within_the_page_lead_somewhere(page: Page) -> None:
    anchors = page.values("id")
    assert len(anchors) == len(set(anchors))
    assert {link[1:] for link in page.values("href") if link.startswith("#")} <= set(anchors)
    assert not page.open


def test_nothing_is_loaded_and_nothing_runs(html: str, page: Page) -> None:
    assert {tag for tag, _ in page.tags} & {
        "script",
        "link",
        "img",
        "iframe",
        "object",
        "base",
        "form",
    } == set()
    assert not page.values("src")
    assert not re.search(r"@import|url\(", html)
    assert not [
        name for _, attributes in page.tags for name in attributes if name.startswith("on") or name == "style"
    ]


def test_policy_allows_the_one_style_and_nothing_else(html: str, page: Page) -> None:
    policy = next(one["content"] for tag, one in page.tags if tag == "meta" and "http-equiv" in one)
    style = re.search(r"<style>(.*)</style>", html, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_hostile_words_stay_words(page: Page) -> None:
    first, *rest = VOCABULARY.classes
    scheme, *others = VOCABULARY.schemes
    concept = replace(scheme.concepts[0], label=HOSTILE, definition=HOSTILE)
    hostile = replace(
        VOCABULARY,
        title=HOSTILE,
        classes=(replace(first, label=HOSTILE, comment=HOSTILE, example=HOSTILE), *rest),
        schemes=(replace(scheme, title=HOSTILE, concepts=(concept, *scheme.concepts[1:])), *others),
    )
    found = Page(render_page(hostile))
    assert "script" not in {tag for tag, _ in found.tags}
    assert "img" not in {tag for tag, _ in found.tags}
    assert "".join(found.words).count(HOSTILE) >= 6
    assert len(found.tags) == len(page.tags)


def test_same_vocabulary_gives_the_same_page(html: str) -> None:
    assert render_page(Vocabulary.load()) == html
