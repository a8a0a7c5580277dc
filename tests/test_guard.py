"""No query reaches outside or ends the process, and none is refused for a word that it only mentions."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable

import pytest

from policygraph.errors import QuerySyntaxError, UsageError
from policygraph.store.embedded import EmbeddedStore
from policygraph.store.guard import MAX_DEPTH, MAX_TOKENS, check_query

FAR = "<http://127.0.0.1:9/>"
INNER = "{ ?s ?p ?o }"

OUTSIDE = {
    "plain": f"SELECT * {{ SERVICE {FAR} {INNER} }}",
    "silent": f"SELECT * {{ SERVICE SILENT {FAR} {INNER} }}",
    "case and comment": f"SELECT * {{ sErViCe#c\n{FAR} {INNER} }}",
    "comment that ends with a carriage return": f"SELECT * {{ #\rSERVICE {FAR} {INNER} }}",
    "variable": f"SELECT * {{ BIND({FAR} AS ?x) SERVICE ?x {INNER} }}",
    "no space before": f"SELECT*WHERE{{SERVICE{FAR}{{?a ?b ?c}}}}",
    "after a group": f"SELECT * {{ OPTIONAL{{}}SERVICE{FAR}{INNER} }}",
    "after a triple": f"SELECT * {{ ?s ?p ?o.SERVICE {FAR} {INNER} }}",
    "after a word": f"SELECT * {{ ?s ?p trueSERVICE{FAR} {INNER} }}",
    "after a number": f"SELECT * {{ ?s ?p 1SERVICE{FAR} {INNER} }}",
    "keywords in one": f"SELECT * {{ SERVICESILENT{FAR} {INNER} }}",
    "with the empty prefix": f"PREFIX : {FAR} SELECT * {{ SERVICE:foo {INNER} }}",
    "with a prefix": f"PREFIX ex: {FAR} SELECT * {{ SERVICEex:a{INNER} }}",
    "with a prefix and a comment": f"PREFIX ex: {FAR} SELECT * {{ SERVICEex:a#c\n{INNER} }}",
    "after a number and a point": f"PREFIX : {FAR} SELECT * {{ ?s ?p 1 .SERVICE:foo {INNER} }}",
    "after a word and a point": f"PREFIX : {FAR} SELECT * {{ ?s ?p true.SERVICE:foo {INNER} }}",
    "after the empty name": f"PREFIX : {FAR} SELECT * {{ ?s ?p :.SERVICE {FAR} {INNER} }}",
    "in what looks like an IRI": f"SELECT * {{ FILTER(1<2)SERVICE#>\n{FAR} {INNER} }}",
    "in what looks like an absolute IRI": f"SELECT * {{ FILTER(1<ex:f(1))SERVICE#>\n{FAR} {INNER} }}",
    "behind what looks like a long string": f"SELECT * {{ FILTER(1<2#>'''\n) SERVICE {FAR} {INNER} #'''\n}}",
    "behind what looks like a string": f"SELECT * {{ FILTER(1<'x>')SERVICE{FAR}{{?s ?p 'x'}} }}",
    "after an IRI with an escape": (
        f"SELECT * {{ OPTIONAL{{?s <http://x/\\u0041'> ?o}} SERVICE {FAR} {{ ?a ?b <http://y/'> }} }}"
    ),
    "in a long string that is none": f"SELECT * {{ VALUES ?x {{'''x'}} SERVICE {FAR} {INNER} }} #\\q'''",
    "in a filter": f"SELECT * {{ FILTER EXISTS {{ SERVICE {FAR} {INNER} }} }}",
    "in a subquery": f"SELECT * {{ {{ SELECT * {{ SERVICE {FAR} {INNER} }} }} }}",
    "in a construct": f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ SERVICE {FAR} {INNER} }}",
    "in an ask": f"ASK {{ SERVICE {FAR} {INNER} }}",
    "in a describe": f"DESCRIBE ?s {{ SERVICE {FAR} {INNER} }}",
}

INSIDE = [
    'SELECT * { ?s ?p "SERVICE" }',
    "SELECT * { ?s ?p 'a SERVICE <x> {}' }",
    'SELECT * { ?s ?p """two\n lines of "SERVICE"\n""" }',
    "SELECT * { ?s ?p '''it''s SERVICE''' }",
    'SELECT * { ?s ?p "say \\"SERVICE <x> {}\\"" }',
    "SELECT * { ?s ?p ?o # SERVICE <http://example.org/> {}\n }",
    "SELECT ?service { ?service ?p $SERVICE }",
    "SELECT * { ?s ?p <http://example.org/SERVICE> }",
    "SELECT * { ?s <http://example.org/service#x> ?o FILTER(?o < 3) }",
    "SELECT * { ?s <http://example.org/service(a)#x> ?o }",
    "PREFIX ex: <http://example.org/> SELECT * { ?s ex:service ex:SERVICE }",
    "PREFIX service: <http://example.org/> SELECT * { ?s a service:Bus . ?t a service:Train }",
    "PREFIX service: <http://example.org/> SELECT * { GRAPH service:g { ?s ?p ?o } }",
    "PREFIX service: <http://example.org/> SELECT * FROM service:g { ?s ?p ?o }",
    "PREFIX service: <http://example.org/> SELECT * FROM NAMED service:g { ?s ?p ?o }",
    "SELECT * { ?s ?p ?a, ?b FILTER(?a<?b&&?b>3) }",
    "SELECT * { ?s ?p ?a, ?b FILTER((?a<5)&&(?b>3)) }",
]

LISTS = {
    "rows": "SELECT * { VALUES (?x ?y) {" + "(<http://a/b> -1.5e3)" * 50_000 + "} }",
    "texts": "SELECT * { VALUES ?x {" + " 'a'@en \"b\"^^<http://a> UNDEF" * 20_000 + " # end\n} }",
    "names": "SELECT * { VALUES ?x {" + " rdfs:label" * 50_000 + "} }",
    "in": "SELECT * { ?s ?p ?o FILTER(?o IN (" + ", ".join(["true", "<http://a>"] * 20_000) + ")) }",
    "not in": "SELECT * { ?s ?p ?o FILTER(?o NOT IN (" + ", ".join(["1"] * 20_000) + ")) }",
}

PRODUCTIONS: dict[str, Callable[[int], str]] = {
    "groups": lambda n: "SELECT * " + "{" * n + "}" * n,
    "optionals in each other": lambda n: "SELECT * {" + "OPTIONAL {" * n + "}" * n + "}",
    "optionals in a row": lambda n: "SELECT * {" + "OPTIONAL {?s ?p 1}" * n + "}",
    "unions": lambda n: "SELECT * { {}" + "UNION{}" * n + "}",
    "minus": lambda n: "SELECT * {" + "MINUS{?s ?p 1}" * n + "}",
    "binds": lambda n: "SELECT * {" + "".join(f"BIND(1 AS ?x{i})" for i in range(n)) + "}",
    "filters": lambda n: "SELECT * {" + "FILTER(1)" * n + "}",
    "exists": lambda n: "SELECT * {" + "FILTER EXISTS {" * n + "}" * n + "}",
    "subqueries": lambda n: "SELECT * " + "{ SELECT * " * n + "{}" + "}" * n,
    "parentheses": lambda n: "SELECT * { FILTER(" + "(" * n + "1" + ")" * n + ") }",
    "functions": lambda n: "SELECT * { FILTER(" + "STR(" * n + "1" + ")" * n + ") }",
    "sums": lambda n: "SELECT * { FILTER(1" + "+1" * n + ") }",
    "signs": lambda n: "SELECT * { FILTER(1" + " -1" * n + ") }",
    "ands": lambda n: "SELECT * { FILTER(1" + "&&1" * n + ") }",
    "nots": lambda n: "SELECT * { FILTER(" + "!" * n + "true) }",
    "sequences": lambda n: "SELECT * { ?s <http://a>" + "/<http://a>" * n + " ?o }",
    "alternatives": lambda n: "SELECT * { ?s <http://a>" + "|<http://a>" * n + " ?o }",
    "triples": lambda n: "SELECT * {" + "?s ?p 1." * n + "}",
    "triples of names": lambda n: "PREFIX : <http://a> SELECT * {" + ":a :b :c." * n + "}",
    "objects": lambda n: "SELECT * { ?s ?p " + ",".join(["1"] * n) + " }",
    "predicates": lambda n: "SELECT * { ?s ?p 1" + ";?p 1" * n + " }",
    "collections": lambda n: "SELECT * { ?s ?p (" + " 1" * n + ") }",
    "blank nodes": lambda n: "SELECT * { ?s ?p " + "[?p " * n + "1" + "]" * n + " }",
    "triple terms": lambda n: "SELECT * {" + "<<" * n + "?s ?p ?o" + ">> ?p ?o" * n + "}",
    "described": lambda n: "DESCRIBE" + " <http://a>" * n,
    "hidden from one reading": lambda n: "SELECT * { FILTER(1<'>') " + "{" * n + "}" * n + " FILTER(1<'>') }",
}


@pytest.mark.parametrize("query", OUTSIDE.values(), ids=OUTSIDE)
def test_a_query_stays_inside(query: str) -> None:
    with pytest.raises(QuerySyntaxError, match="SERVICE is not allowed"):
        EmbeddedStore.of([]).query(query)


def test_the_place_is_named() -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        check_query(f"SELECT * {{\n  ?s ?p ?o .\n  SERVICE {FAR} {INNER}\n}}")
    assert (caught.value.line, caught.value.column) == (3, 3)


@pytest.mark.parametrize("query", INSIDE)
def test_the_word_alone_is_no_offence(query: str) -> None:
    assert EmbeddedStore.of([]).select(query).rows == []


@pytest.mark.parametrize("query", LISTS.values(), ids=LISTS)
def test_long_lists_are_no_offence(query: str) -> None:
    check_query(query)


@pytest.mark.parametrize("make", PRODUCTIONS.values(), ids=PRODUCTIONS)
def test_bombs_are_refused(make: Callable[[int], str]) -> None:
    for size in (MAX_TOKENS + 1, 20_000, 200_000):
        with pytest.raises(UsageError, match=r"nests deeper than|more than"):
            check_query(make(size))


def test_what_is_let_through_does_not_end_the_process() -> None:
    """The engine is asked in a process of its own, which must live to the end."""
    depth = [
        "groups",
        "optionals in each other",
        "exists",
        "subqueries",
        "parentheses",
        "functions",
        "blank nodes",
    ]
    length = [
        "unions",
        "filters",
        "binds",
        "sums",
        "signs",
        "ands",
        "nots",
        "alternatives",
        "described",
        "minus",
    ]
    queries = [_largest(PRODUCTIONS[name], MAX_DEPTH) for name in depth]
    queries += [_largest(PRODUCTIONS[name], MAX_TOKENS) for name in length]
    program = """
import json, sys
from policygraph.errors import PolicygraphError
from policygraph.store.embedded import EmbeddedStore
store = EmbeddedStore.of([])
for query in json.load(sys.stdin):
    try:
        store.query(query)
    except PolicygraphError as error:
        print(error)
print("alive")
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=json.dumps(queries),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.splitlines()[-1:]) == (0, ["alive"]), done.stderr


def _largest(make: Callable[[int], str], limit: int) -> str:
    """The largest query of a production that the guard lets through."""
    low, high = 1, limit + 1
    while low + 1 < high:
        middle = (low + high) // 2
        try:
            check_query(make(middle))
            low = middle
        except UsageError:
            high = middle
    return make(low)


@pytest.mark.parametrize(
    "text", ["", "{", "}", "'", '"""', "<", "?", "@", ":", "SERVICE:", "\\", "\x00", "VALUES", "IN("]
)
def test_no_text_confuses_the_guard(text: str) -> None:
    for query in (text, text * 50, f"SELECT * {{ ?s ?p {text} }}"):
        try:
            check_query(query)
        except UsageError:
            continue


def test_the_guard_takes_no_long_time() -> None:
    """Each text is a megabyte; what would need quadratic time would not come back."""
    for piece in ("a.", "-", "<a<b", "?a<b#", "VALUES ", "IN (", "'", "a:b.", "\\u0041", "1.1"):
        query = piece * (1_000_000 // len(piece))
        try:
            check_query(query)
        except UsageError:
            continue
