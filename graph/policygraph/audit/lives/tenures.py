"""What is known of a tenure: the days that are sure, the days that are possible, and how both are said.

1. Someone is surely in office from the last day that the start may mean to the first that the end may mean.
2. With one of the two only, or merely seen in office, they are so on that date alone, where it is a day.
3. An end that nobody states is no end.
"""

from __future__ import annotations

from policygraph.audit.lives.spans import named, when
from policygraph.audit.records.facts import Facts
from policygraph.audit.records.life_records import TenureRecord
from policygraph.periods import Period

__all__ = ["dates_of", "in_order", "possible_days", "post_of", "sure_days", "told", "within"]

_NEVER = Period.parse("0001-01-01")


def in_order(facts: Facts) -> list[TenureRecord]:
    """All tenures in the order of their IRIs, so that their order in the facts means nothing."""
    return sorted(facts.tenures, key=lambda one: one.iri)


def post_of(tenure: TenureRecord) -> str:
    """The post whose duties one has: an acting governor's is the governor's."""
    return tenure.acts_for or tenure.post


def sure_days(tenure: TenureRecord) -> Period | None:
    """The days on which someone was in office whatever the dates mean; None where none is sure."""
    if tenure.start and tenure.end:
        first, last = tenure.start.end, tenure.end.start
        return Period(first, last) if first <= last else None
    stated = tenure.start or tenure.end or _seen(tenure)
    return stated if stated and stated.start == stated.end else None


def possible_days(tenure: TenureRecord) -> Period:
    """The days that what is stated may mean; the first day of all where nothing is."""
    stated = [one for one in (tenure.start, tenure.end, _seen(tenure)) if one]
    if not stated:
        return _NEVER
    return Period(min(one.start for one in stated), max(one.end for one in stated))


def within(one: TenureRecord, other: TenureRecord) -> bool:
    """Whether being seen in a post says no more than a tenure of that post with start and end."""
    if one.start or one.end or post_of(one) != post_of(other) or not (other.start and other.end):
        return False
    seen, known = possible_days(one), possible_days(other)
    return known.start <= seen.start and seen.end <= known.end


def told(facts: Facts, tenure: TenureRecord) -> str:
    """A person with the capacity and the dates of a tenure."""
    capacity = "" if tenure.capacity == "substantive" else f"{tenure.capacity.replace('-', ' ')}, "
    return f"{named(facts, tenure.person)} ({capacity}{dates_of(tenure)})"


def dates_of(tenure: TenureRecord) -> str:
    """The dates of a tenure as stated."""
    if tenure.start and tenure.end:
        return f"{tenure.start} to {tenure.end}"
    if tenure.start:
        return f"from {tenure.start}, end not known"
    if tenure.end:
        return f"to {tenure.end}, start not known"
    seen = _seen(tenure)
    return f"seen {when(seen)}" if seen else "not dated"


def _seen(tenure: TenureRecord) -> Period | None:
    if tenure.seen_from is None or tenure.seen_until is None:
        return None
    return Period(tenure.seen_from, max(tenure.seen_from, tenure.seen_until))
