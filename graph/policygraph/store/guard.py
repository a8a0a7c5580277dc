"""What a query may not do, judged by its tokens before any engine sees it.

1. It may not reach outside the store: `SERVICE` opens connections, loopback included.
2. It may not nest deeper than MAX_DEPTH or be longer than MAX_TOKENS: engines recurse over groups,
   operators and lists, and a few thousand of them end the process. The terms of a VALUES block or of an
   IN list do not count; engines walk through those.

Comments, strings, IRIs, variables and prefixed names are read whole, so that the word in a literal is no
offence and `sErViCe#c` is one. The engine reads without a tokeniser of its own, by what may stand where:
`<b#>` is an IRI after a subject and a comparison after an operand. The guard does not know which, so it
follows both readings and refuses what either of them shows.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from policygraph.errors import QuerySyntaxError, UsageError

__all__ = ["MAX_DEPTH", "MAX_TOKENS", "check_query"]

MAX_DEPTH: Final = 100
MAX_TOKENS: Final = 2000

_UESC = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
_ESC = rf"""\\[tbnrf"'\\]|{_UESC}"""
_PLX = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"
_GAP = r"(?:[ \t\r\n]|\#[^\r\n]*)*+"
_IRI = rf"""<(?:[^<>"{{}}|^`\\\x00-\x20]|{_UESC})*>"""
_TEXT = rf"""
    \"\"\"(?:\"{{0,2}}(?:[^"\\]|{_ESC}))*\"\"\" | '''(?:'{{0,2}}(?:[^'\\]|{_ESC}))*'''
  | "(?:[^"\\\n\r]|{_ESC})*" | '(?:[^'\\\n\r]|{_ESC})*'
"""
_NAME = rf"(?:_|[^\W\d_][\w.\-]{{0,200}})?:(?:(?:[\w:]|{_PLX})(?:[\w.\-:]|{_PLX})*)?"
_NUMBER = r"\d+(?:\.\d+)?(?:[eE][+-]?\d+)?"
_TERM = rf"(?:{_IRI}|{_TEXT}|{_NAME}|{_NUMBER}|@[A-Za-z]+(?:-[A-Za-z0-9]+)*|\^\^|[+\-.]|true|false|UNDEF)"

_LIST = re.compile(
    rf"""
    VALUES {_GAP} (?: [?$]\w+ | \( {_GAP} (?: [?$]\w+ {_GAP} )* \) ) {_GAP}
        \{{ (?: [ \t\r\n()] | \#[^\r\n]* | {_TERM} )*+ \}}
  | IN {_GAP} \( (?: [ \t\r\n,] | \#[^\r\n]* | {_TERM} )*+ \)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TOKEN = re.compile(
    rf"""
    (?P<gap>     (?:[ \t\r\n]|\#[^\r\n]*)+ )
  | (?P<term>    {_TEXT} | [?$]\w+ | @[A-Za-z]+(?:-[A-Za-z0-9]+)* | {_NUMBER} )
  | (?P<name>    {_NAME} )
  | (?P<word>    [A-Za-z_]\w* )
  | (?P<open>    [{{(\[] )
  | (?P<close>   [}})\]] )
  | (?P<operator> .      )
    """,
    re.VERBOSE | re.DOTALL,
)
_IRI_TOKEN = re.compile(_IRI)
_CERTAIN_IRI = re.compile(r"<[A-Za-z][A-Za-z0-9+.\-]*://")
"""No comparison goes on with `//`."""
_GROUP_FOLLOWS = re.compile(rf"{_GAP}\{{")
_OPERATORS_BEFORE_A_TERM = frozenset("{([,;./|^!=+-&<")


class _Reading(NamedTuple):
    """How far a reading has come: the largest depth and length of all that lead to one position."""

    depth: int = 0
    tokens: int = 0
    after_operand: bool = False
    names_graph: bool = False
    """After GRAPH, FROM or NAMED, where a name with the prefix `service:` is no keyword."""

    def merged(self, other: _Reading | None) -> _Reading:
        if other is None:
            return self
        return _Reading(
            max(self.depth, other.depth),
            max(self.tokens, other.tokens),
            self.after_operand or other.after_operand,
            self.names_graph and other.names_graph,
        )


def check_query(sparql: str) -> None:
    """Raise UsageError for a query that reaches outside, nests too deep or is too long.

    >>> check_query('SELECT * { ?s rdfs:label "a SERVICE of sorts" }')
    >>> check_query("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")
    Traceback (most recent call last):
    policygraph.errors.QuerySyntaxError: SPARQL: line 1, column 12: SERVICE is not allowed
    hint: a query is answered from this store alone
    """
    readings = {0: _Reading()}
    positions = [0]
    while positions:
        at = heapq.heappop(positions)
        reading = readings.pop(at)
        if at == len(sparql):
            continue
        for end, next_reading in _steps(sparql, at, reading):
            _refuse_bomb(next_reading)
            if end not in readings:
                heapq.heappush(positions, end)
            readings[end] = next_reading.merged(readings.get(end))


def _refuse_bomb(reading: _Reading) -> None:
    if reading.depth > MAX_DEPTH:
        raise UsageError(f"the query nests deeper than {MAX_DEPTH} levels")
    if reading.tokens > MAX_TOKENS:
        raise UsageError(f"the query has more than {MAX_TOKENS} tokens outside VALUES and IN lists")


def _steps(sparql: str, at: int, reading: _Reading) -> Iterator[tuple[int, _Reading]]:
    """Where the token at a position may end, and what is known there; mostly one place."""
    length = reading.tokens + 1
    if sparql[at] == "<" and (iri := _IRI_TOKEN.match(sparql, at)):
        yield iri.end(), _Reading(reading.depth, length, after_operand=True)
        if not reading.after_operand or _CERTAIN_IRI.match(sparql, at):
            return
    block = _LIST.match(sparql, at) if sparql[at] in "VvIi" else None
    token = block or _TOKEN.match(sparql, at)
    assert token is not None  # noqa: S101 - the last kind of token is any character
    kind = "close" if block else token.lastgroup or ""
    if kind == "gap":
        yield token.end(), reading
        return
    if kind in ("word", "name"):
        _refuse_service(sparql, token, kind, reading)
    depth = reading.depth if block else reading.depth + (kind == "open") - (kind == "close")
    operand = token[0] not in _OPERATORS_BEFORE_A_TERM
    names = kind == "word" and token[0].upper() in ("GRAPH", "FROM", "NAMED")
    yield token.end(), _Reading(depth, length, operand, names)


def _refuse_service(sparql: str, token: re.Match[str], kind: str, reading: _Reading) -> None:
    """No other keyword contains the word, and the engine needs no space around keywords."""
    if kind == "name":
        called = "SERVICE" in token[0].partition(":")[0].upper() and not reading.names_graph
        found = called and _GROUP_FOLLOWS.match(sparql, token.end()) is not None
    else:
        found = "SERVICE" in token[0].upper()
    if found:
        line, column = _position(sparql, token.start())
        hint = "a query is answered from this store alone"
        raise QuerySyntaxError("SERVICE is not allowed", line, column, hint)


def _position(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n") + 1, offset - before.rfind("\n")
