"""Questions about people, posts and bodies."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from policygraph.questions.answers import answer
from policygraph.questions.entities import find_iri
from policygraph.store.contract import ReadStore

__all__ = [
    "BodyPerson",
    "Overseen",
    "PostHeld",
    "PostHolder",
    "body_oversees",
    "body_people",
    "post_holders",
    "posts_held",
]


class PostHolder(NamedTuple):
    """A person in a post; `certainty` is dated, imprecise, end-not-known, start-not-known or attested.

    `start` and `end` are the first and the last day that `start_stated` and `end_stated` may mean.
    """

    person: str
    name: str
    post: str
    title: str
    capacity: str
    start: date | None
    end: date | None
    start_stated: str | None
    end_stated: str | None
    seen_from: date | None
    seen_until: date | None
    certainty: str
    sources: tuple[str, ...]


class PostHeld(NamedTuple):
    """A post that a person held; `certainty` is dated, end-not-known, start-not-known or attested."""

    post: str
    title: str
    body: str
    body_name: str
    capacity: str
    start: date | None
    end: date | None
    start_stated: str | None
    end_stated: str | None
    seen_from: date | None
    seen_until: date | None
    certainty: str
    sources: tuple[str, ...]


class BodyPerson(NamedTuple):
    """A person in a post of a body or of one of its parts."""

    person: str
    name: str
    post: str
    title: str
    body: str
    body_name: str
    capacity: str
    start: date | None
    end: date | None
    seen_from: date | None
    seen_until: date | None
    sources: tuple[str, ...]


class Overseen(NamedTuple):
    """Something below a body; `how` is part or oversees, `by` the body directly above it."""

    what: str
    name: str
    kind: str
    how: str
    by: str
    by_name: str
    since: date | None
    sources: tuple[str, ...]


def post_holders(store: ReadStore, post: str, on: date | None = None) -> list[PostHolder]:
    """Who held a post, on one day or over time; raises EntityNotFoundError for an unknown post."""
    return answer(store, "post-holders", PostHolder, post=find_iri(store, post, ("post",)), on=on)


def posts_held(store: ReadStore, person: str) -> list[PostHeld]:
    """Which posts a person held; raises EntityNotFoundError for an unknown person."""
    return answer(store, "posts-held", PostHeld, person=find_iri(store, person, ("person",)))


def body_people(store: ReadStore, body: str, on: date | None = None) -> list[BodyPerson]:
    """Who served in a body and its parts; raises EntityNotFoundError for an unknown body."""
    return answer(store, "body-people", BodyPerson, body=find_iri(store, body, ("body",)), on=on)


def body_oversees(store: ReadStore, body: str) -> list[Overseen]:
    """The parts of a body and what they oversee; raises EntityNotFoundError for an unknown body."""
    return answer(store, "body-oversees", Overseen, body=find_iri(store, body, ("body",)))
