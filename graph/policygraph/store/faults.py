"""What is wrong with a query that does not parse, in words.

The engine names the furthest place it came to and every token it would have taken there, its own
extensions and parts of keywords among them. A person needs the place and the likeliest slip, which the
text before that place shows.
"""

from __future__ import annotations

import re
from typing import Final

from policygraph.errors import QuerySyntaxError
from policygraph.terms import PREFIXES

__all__ = ["syntax_error"]

_POSITION: Final = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_TOKEN: Final = re.compile(
    r"""(?x) \#[^\n]* | (?P<term> <[^<>"{}|^`\\\s]*> | [?$]\w+
    | (?: \"\"\".*?\"\"\" | '''.*?''' | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*' )(?: @[\w-]+ | \^\^\S+ )?
    | [+-]?[\d.]*\d(?:[eE][+-]?\d+)? | [\w-]*:[\w.%:-]*\w | [\w-]*: | \[\s*\] | \ba\b | \btrue\b | \bfalse\b )
    | (?P<word> [A-Za-z]\w* ) | (?P<mark> \S )""",
    re.DOTALL,
)
_FORMS: Final = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_OPENING: Final = (*_FORMS, "PREFIX", "BASE")
_READS: Final = "a query starts with SELECT, ASK, CONSTRUCT or DESCRIBE, after any PREFIX lines"
_AFTER: Final = {
    "FILTER": "FILTER needs a condition in brackets: FILTER(?value > 3)",
    "BIND": "BIND needs an expression and a new name: BIND(?a + ?b AS ?sum)",
    "OPTIONAL": "OPTIONAL needs a group in braces: OPTIONAL { ... }",
    "UNION": "UNION needs a group in braces: { ... } UNION { ... }",
    "MINUS": "MINUS needs a group in braces: MINUS { ... }",
    "GRAPH": "GRAPH needs a name or a variable, then a group in braces: GRAPH ?g { ... }",
    "VALUES": "VALUES needs variables, then data in braces: VALUES ?x { 1 2 }",
    "LIMIT": "LIMIT needs a whole number",
    "OFFSET": "OFFSET needs a whole number",
    "ORDER": "write ORDER BY and what to order by: ORDER BY ?date",
    "GROUP": "write GROUP BY and what to group by: GROUP BY ?kind",
    "HAVING": "HAVING needs a condition in brackets: HAVING(COUNT(?x) > 1)",
    "BY": "BY needs what to order or group by: ORDER BY ?date",
    "AS": "AS needs a new name: BIND(?a + ?b AS ?sum)",
    "FROM": "FROM needs the IRI of a graph",
}
_UNKNOWN: Final = "a word is misspelt here, or what stands before is not complete"
_Token = tuple[str, str]


def syntax_error(message: str, sparql: str) -> QuerySyntaxError:
    """The error to raise for what the engine said of this query."""
    found = _POSITION.match(message)
    if not found:
        return QuerySyntaxError(message, None, None, _READS)
    line, column, detail = int(found[1]), int(found[2]), found[3]
    if "Prefix not found" in detail:
        known = ", ".join(f"{name}:" for name in sorted(PREFIXES))
        return QuerySyntaxError(
            "unknown prefix", line, column, f"declare it with PREFIX, or use one of {known}"
        )
    if "IRI parsing failed" in detail:
        return QuerySyntaxError("not a valid IRI", line, column, "an IRI in <> is absolute and has no spaces")
    if not detail.startswith("expected"):
        return QuerySyntaxError(detail, line, column)
    return QuerySyntaxError("unexpected text", line, column, _hint(sparql, line, column))


def _hint(sparql: str, line: int, column: int) -> str:
    lines = sparql.split("\n")
    before = _tokens("\n".join([*lines[: line - 1], lines[line - 1][: column - 1]]))
    whole = _tokens(sparql)
    return _of_the_start(before, whole) or _of_the_head(before) or _of_the_body(before, whole) or _UNKNOWN


def _tokens(text: str) -> list[_Token]:
    """Kind (`term`, `word` in capitals, `mark`) and text; comments left out."""
    found = ((match.lastgroup or "", match[0]) for match in _TOKEN.finditer(text))
    return [(kind, text.upper() if kind == "word" else text) for kind, text in found if kind]


def _of_the_start(before: list[_Token], whole: list[_Token]) -> str:
    words = [text for kind, text in whole if kind == "word"]
    if not words or words[0] not in _OPENING or not set(words) & set(_FORMS):
        return _READS
    return "a text in quotes is not closed" if ("mark", "'") in before or ("mark", '"') in before else ""


def _of_the_head(before: list[_Token]) -> str:
    """What stands between SELECT and the first brace."""
    texts = [text for _, text in before]
    if "{" in texts[:-1] or "SELECT" not in texts:
        return ""
    head = before[texts.index("SELECT") + 1 :]
    if ("mark", ",") in head and ("mark", "(") not in head:
        return "variables are separated by blanks, not by commas"
    if ("mark", "(") in head and ("word", "AS") not in head:
        return "an expression needs a name: (COUNT(?x) AS ?count)"
    if not head or head[0] in (("word", "WHERE"), ("mark", "{")):
        return "SELECT needs variables, or * for all"
    return _AFTER.get(next((text for kind, text in reversed(head) if kind == "word"), ""), "")


def _of_the_body(before: list[_Token], whole: list[_Token]) -> str:
    opened = [text for _, text in whole]
    if len(before) == len(whole) and opened.count("{") > opened.count("}"):
        return "the query ends before its last group is closed: a } is missing"
    if before == whole and opened.count("{") < opened.count("}"):
        return "a } too many, or a { is missing"
    if before[-2:] == [("word", "GRAPH"), ("mark", "{")]:
        return _AFTER["GRAPH"]
    ended = bool(before) and before[-1] == ("mark", "}")
    statement = _last_statement(before[:-1] if ended else before)
    words = [text for kind, text in statement if kind == "word"]
    if words:
        return _AFTER.get(words[-1], "")
    return _of_a_triple(statement)


def _last_statement(tokens: list[_Token]) -> list[_Token]:
    ends = [place for place, token in enumerate(tokens) if token in (("mark", mark) for mark in "{}.")]
    return tokens[ends[-1] + 1 :] if ends else tokens


def _of_a_triple(statement: list[_Token]) -> str:
    """A triple is three terms; after `;` two more make the next, after `,` one."""
    needed, missing = 3, ("a subject", "a predicate", "an object")
    terms = 0
    for kind, text in statement:
        if text in (";", ","):
            needed, terms = (2 if text == ";" else 1), 0
        elif kind == "term":
            terms += 1
        else:
            return ""  # a path or brackets: no counting
    if 0 < terms < needed:
        rest = " and ".join(missing[3 - needed + terms :])
        return (
            f"a triple is not complete: {rest} is missing"
            if terms == needed - 1
            else (f"a triple is not complete: {rest} are missing")
        )
    return "too many terms in a row: end a triple with . or go on with ; or ," if terms > needed else ""
