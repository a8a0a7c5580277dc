"""An article and its reading, resolved against what is known: the source it makes, and what waits.

Pure: the same article, pack and judgements give the same result. What is taken is what no rule doubts;
every doubt is a sentence that a person can answer. Whatever else was read is told with the reason why it is
left out, and may be taken by a judgement all the same; nothing is dropped.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any
from urllib.parse import urlsplit

from pydantic import ValidationError

from policygraph.curated.references import pointed_to
from policygraph.model.facts import Fact
from policygraph.model.own import Judgements, PendingFact
from policygraph.model.sources import Source, SourceText
from policygraph.reader.document import Document
from policygraph.reader.reading import ReadFigure
from policygraph.resolve.amounts import amount_meant, amount_of
from policygraph.resolve.article import Article
from policygraph.resolve.attributions import attributions_of
from policygraph.resolve.entries import names_read
from policygraph.resolve.figures import figure_of
from policygraph.resolve.growths import with_growths
from policygraph.resolve.ids import Ids
from policygraph.resolve.judged import Decided, judged, keyed
from policygraph.resolve.known import Known
from policygraph.resolve.names import Names
from policygraph.resolve.offices import with_new_post
from policygraph.resolve.resolved import FACTS, Candidate, Resolved, Unused, lacking
from policygraph.resolve.statements import Levels, unless_denied
from policygraph.resolve.steps import steps_of
from policygraph.resolve.tenures import tenures_of

__all__ = ["UNNAMED", "resolve"]

UNNAMED = "publisher not stated"
"""Stands for the publisher of an article that names none."""
_SHOWN = 40
_NUMBERS = frozenset({"value", "rate"})


def resolve(known: Known, article: Article, judgements: Judgements | None = None) -> Resolved:
    """The facts of an article about known entities; `judgements` are those on this very text."""
    decided = Decided(judgements)
    names = Names(known, article, decided)
    found, settled = judged(keyed(_candidates(known, article, names)), decided)
    candidates = [with_new_post(names, one) if one.kind == "tenures" else one for one in found]
    titles = names.unknown()
    sorts = _sorted_out(known, Ids(article.id, known.shared), candidates, titles)
    needed = {slug for one in candidates for slug in _slugs(one.fact)}
    asked = [_pending(one, one.doubts, titles) for one in names.waiting(needed)]
    facts = {kind: tuple(some.values()) for kind, some in sorts.facts.items()}
    used = {slug for some in facts.values() for fact in some for slug in pointed_to(fact)}
    entries = names.entries(used)
    return Resolved(
        id=article.id,
        source=_source(known, article.document, facts),
        pending=_in_order([*asked, *sorts.waiting]),
        left=_in_order(sorts.left),
        unused=tuple(sorted(_unused(article, names, needed))),
        unsettled=names.unsettled(),
        named=frozenset(named.slug for _, named in names),
        aliases=tuple(sorted(set(names.accepted))),
        keys=sorts.keys,
        reads=decided.reads,
        judged=settled + len(names.accepted) + names.judged,
        **entries,
    )


@dataclass
class _Sorts:
    """What became of the candidates: facts by kind and id with their keys, what waits, what is left out."""

    facts: dict[str, dict[str, Fact]] = field(default_factory=lambda: {kind: {} for kind in FACTS})
    keys: dict[str, str] = field(default_factory=dict)
    waiting: list[PendingFact] = field(default_factory=list)
    left: list[PendingFact] = field(default_factory=list)


def _sorted_out(known: Known, ids: Ids, candidates: Iterable[Candidate], titles: Mapping[str, str]) -> _Sorts:
    sorts = _Sorts()
    for one in candidates:
        fact = None if one.doubts or one.left else _fact(known, ids, one)
        if one.left:
            sorts.left.append(_pending(one, (one.left,), titles))
        elif not isinstance(fact, Fact):
            sorts.waiting.append(_pending(one, one.doubts or (fact or "",), titles))
        elif fact.id in sorts.facts[one.kind]:
            sorts.left.append(_pending(one, (f"{sorts.keys[fact.id]} says the same",), titles))
        else:
            sorts.facts[one.kind][fact.id], sorts.keys[fact.id] = fact, one.key
    return sorts


def _in_order(facts: Iterable[PendingFact]) -> tuple[PendingFact, ...]:
    return tuple(sorted(facts, key=lambda one: (one.at, one.key)))


def _slugs(fact: Mapping[str, Any]) -> Iterator[str]:
    """Whatever may be an id of an entity."""
    for value in fact.values():
        yield from [value] if isinstance(value, str) else value if isinstance(value, list) else ()


def _unused(article: Article, names: Names, needed: Collection[str]) -> Iterator[Unused]:
    """The names that no candidate points to."""
    for part, one in names_read(article.reading):
        named = names.find(one.mentions[0], part)
        if named is None or named.slug not in needed:
            yield Unused(part, _line(one.mentions[0]), one.span)


def _candidates(known: Known, article: Article, names: Names) -> Iterator[Candidate]:
    def level(read: ReadFigure) -> Candidate | None:
        sum_ = amount_of(known, article, names, read)
        figure = sum_ or figure_of(known, article, names, read)
        if figure is None:
            fact = {"value": str(read.value), "unit": read.unit}
            return Candidate(
                "figures", read.span, fact, origin=read.origin, left="the text has no such amount there"
            )
        if sum_ is None and figure.fact.get("indicator") is None:
            return amount_meant(known, article, names, read) or figure
        return figure

    levels = Levels(article, level)
    figures = levels.fullest(with_growths(known, article, names, levels.candidates))
    steps, tenures = steps_of(known, article, names), tenures_of(known, article, names)
    for one in chain(figures, tenures, steps, attributions_of(article, names)):
        yield unless_denied(article, one)


def _fact(known: Known, ids: Ids, one: Candidate) -> Fact | str:
    """The record, or why it can be none."""
    fields = {name: value for name, value in one.fact.items() if value not in (None, "")}
    if lacks := lacking(one.kind, fields):
        return f"{' and '.join(lacks)} {'is' if len(lacks) == 1 else 'are'} missing"
    try:
        slug = fields.get("id") or ids.of(one.kind, fields)
        record = FACTS[one.kind].model_validate(
            {**fields, "id": slug, "at": list(one.at)}, context={"calendar": known.pack.calendar}
        )
    except KeyError as error:  # what the id is made of
        return f"{error.args[0]} is missing"
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        if first["type"] == "string_pattern_mismatch":
            form = (
                "no number like 303"
                if first["loc"][-1] in _NUMBERS
                else "not of the form that this field has"
            )
            return f"{where}: {str(first['input'])[:_SHOWN]!r} is {form}"
        return f"{where}: {first['msg'].removeprefix('Value error, ')}".lower()
    return ids.shared(record)


def _pending(one: Candidate, doubts: tuple[str, ...], titles: Mapping[str, str]) -> PendingFact:
    reason, named = _line("; ".join(dict.fromkeys(doubts))), sorted({*_slugs(one.fact)} & titles.keys())
    new = {slug: titles[slug] for slug in named}
    return PendingFact(key=one.key, kind=one.kind, at=one.at, reason=reason, fact=_said(one.fact), names=new)


def _said(fact: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that say something, those within fields too."""
    told = {name: _said(one) if isinstance(one, Mapping) else one for name, one in fact.items()}
    return {name: value for name, value in told.items() if value not in (None, "", {})}


def _source(known: Known, document: Document, facts: Mapping[str, tuple[Fact, ...]]) -> Source:
    """A text without title goes by its id: its first line is words of the text, which are not handed on."""
    url = document.url if document.url.startswith(("http://", "https://")) and " " not in document.url else ""
    title = _line(document.title) or _line(re.sub(r"[-_]+", " ", document.id)) or document.id
    return Source.model_validate(
        {
            "title": title[:200],
            "kind": "news",
            "publisher": _line(document.publisher)[:120] or urlsplit(url).hostname or UNNAMED,
            "url": url,
            "country": ""
            if (document.country or "").upper() == known.country_code
            else document.country or "",
            "date": str(document.date) if document.date else None,
            "text": SourceText(
                sha256=hashlib.sha256(document.text.encode()).hexdigest(), length=len(document.text)
            ),
            **facts,
        }
    )


def _line(text: str) -> str:
    return "".join(letter for letter in " ".join(text.split()) if letter.isprintable()).strip()
