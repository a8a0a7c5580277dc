"""What a query may not do, judged by its tokens before any engine sees it.

1. It may not reach outside the store: `SERVICE` opens connections, loopback included.
2. It may not nest deeper than MAX_DEPTH or hold more than MAX_ELEMENTS operators and clauses: engines
   recurse over both, and a few thousand end the process.

Comments, strings, IRIs, variables and prefixed names are skipped whole, so that the word in a literal
is no offence and `sErViCe#c` is one.
"""

from __future__ import annotations

import re
from typing import Final

from policygraph.errors import QuerySyntaxError, UsageError

__all__ = ["MAX_DEPTH", "MAX_ELEMENTS", "check_query"]

MAX_DEPTH: Final = 100
MAX_ELEMENTS: Final = 2000

_TOKEN = re.compile(
    r"""
    (?P<skip>
        <[^<>"{}|^`\\\x00-\x20]*>                         # IRI
      | \"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\" | '''(?:[^'\\]|\\.|'(?!''))*'''
      | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'
      | \#[^\n\r]*                                        # comment
      | [?$]\w+                                           # variable
      | [\w.\-]*:(?:[\w.\-:]|%[0-9A-Fa-f]{2}|\\.)*        # prefixed name
    )
  | (?P<open>[{(\[]) | (?P<close>[})\]])
  | (?P<word>[A-Za-z_]\w*)
  | (?P<operator>[;./|+*!=<>^&-])
    """,
    re.VERBOSE | re.DOTALL,
)


def check_query(sparql: str) -> None:
    """Raise UsageError for a query that reaches outside or nests too deep.

    >>> check_query('SELECT * { ?s rdfs:label "a SERVICE of sorts" }')
    """
    depth = elements = 0
    for token in _TOKEN.finditer(sparql):
        kind = token.lastgroup
        if kind == "word" and token[0].upper() == "SERVICE":
            line, column = _position(sparql, token.start())
            raise QuerySyntaxError(
                "SERVICE is not allowed", line, column, "a query is answered from this store alone"
            )
        depth += (kind == "open") - (kind == "close")
        elements += kind in ("word", "operator", "open")
        if depth > MAX_DEPTH:
            raise UsageError(f"the query nests deeper than {MAX_DEPTH} levels")
        if elements > MAX_ELEMENTS:
            raise UsageError(f"the query has more than {MAX_ELEMENTS} operators and clauses")


def _position(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n") + 1, offset - before.rfind("\n")
