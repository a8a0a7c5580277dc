"""Every fact of the two seed articles is found by a question (offsets are tested where the texts are)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from policygraph.graph import Graph
from policygraph.terms import BASE

MINISTER = "Umar Saif"
DECEMBER = {"indicator": "ict-exports", "period": "2023-12"}
Case = tuple[str, str, Mapping[str, str], Mapping[str, Any]]

FACTS: list[Case] = [
    (
        "$303 million in December 2023",
        "figures",
        DECEMBER,
        {"value": "303000000", "claimant_name": MINISTER, "source": "seed-000"},
    ),
    (
        "up 22.67%",
        "growth-claims",
        DECEMBER,
        {"rate": "22.67", "claimant_name": MINISTER, "source": "seed-000"},
    ),
    (
        "13% in November",
        "growth-claims",
        {"period": "2023-11"},
        {"rate": "13", "claimant_name": MINISTER, "source": "seed-000"},
    ),
    (
        "$224 million in August 2021",
        "figures",
        {"indicator": "ict-exports", "period": "2021-08"},
        {"value": "224000000", "source": "seed-003"},
    ),
    (
        "against $124 million",
        "growth-claims",
        {"period": "2021-08"},
        {"rate": "80.6", "base_value": "124000000", "base_sources": "seed-003", "source": "seed-003"},
    ),
    (
        "$420 million in July-August",
        "figures",
        {"indicator": "ict-exports", "period": "2021-07/2021-08"},
        {"value": "420000000", "source": "seed-003"},
    ),
    (
        "against $287 million",
        "growth-claims",
        {"period": "2021-07/2021-08"},
        {"rate": "46", "base_value": "287000000", "source": "seed-003"},
    ),
    (
        "FY2020-21 past $2 billion",
        "figures",
        {"indicator": "ict-exports", "period": "FY2020-21"},
        {"value": "2000000000", "bound": "at least", "source": "seed-003"},
    ),
    (
        "FY2020-21 up 47.4%",
        "growth-claims",
        {"period": "FY2020-21"},
        {"rate": "47.4", "base_value": "1440000000", "source": "seed-003"},
    ),
    (
        "FY2019-20 $1.44 billion",
        "figures",
        {"indicator": "ict-exports", "period": "FY2019-20"},
        {"value": "1440000000", "source": "seed-003"},
    ),
    (
        "$4 billion, said unnamed experts",
        "figures",
        {"indicator": "it-exports", "period": "2021-09"},
        {
            "value": "4000000000",
            "status": "forecast",
            "claimant_name": "unnamed experts",
            "source": "seed-003",
        },
    ),
    (
        "if a package is implemented",
        "describe",
        {"entity": "figure/it-exports_pakistan_2021-09_seed-003"},
        {"property": "condition"},
    ),
    ("50% retention", "credited", {"cause": "esfca-50"}, {"claimant_name": MINISTER, "source": "seed-000"}),
    (
        "digital payment systems",
        "credited",
        {"cause": "digital-payment-systems"},
        {"claimant_name": MINISTER, "source": "seed-000"},
    ),
    (
        "freelancer initiatives",
        "credited",
        {"cause": "freelancer-initiatives"},
        {"claimant_name": MINISTER, "source": "seed-000"},
    ),
    (
        "thanks to Kakar",
        "credited",
        {"cause": "anwaar-kakar"},
        {"claimant_name": MINISTER, "source": "seed-000"},
    ),
    ("thanks to SIFC", "credited", {"cause": "SIFC"}, {"claimant_name": MINISTER, "source": "seed-000"}),
    (
        "credit to the caretakers' reforms",
        "source-says",
        {"source": "seed-000"},
        {"kind": "attribution", "label": "reforms introduced by the caretaker government"},
    ),
    (
        "E-Rozgar centres inaugurated by Kakar",
        "initiative-timeline",
        {"initiative": "Pakistan E-Rozgar Co-Working Centers"},
        {"stage": "launched", "actors": "Anwaar-ul-Haq Kakar", "sources": "seed-000"},
    ),
    (
        "interest-free loans",
        "neighbours",
        {"entity": "erozgaar-centres"},
        {"relation": "partOf", "other": "erozgaar-interest-free-loans"},
    ),
    (
        "training",
        "neighbours",
        {"entity": "erozgaar-centres"},
        {"relation": "partOf", "other": "erozgaar-training"},
    ),
    (
        "Tech Destination Pakistan in Islamabad",
        "initiative-timeline",
        {"initiative": "Tech Destination Pakistan"},
        {"stage": "launched", "place_name": "Islamabad", "sources": "seed-000"},
    ),
    (
        "minister on the day",
        "posts-held",
        {"person": MINISTER},
        {"title": "Information Technology", "capacity": "caretaker", "sources": "seed-000"},
    ),
    (
        "freelancer portal inaugurated",
        "initiative-timeline",
        {"initiative": "freelancer-portal-2021"},
        {"stage": "launched", "actors": "Syed Amin Ul Haque", "sources": "seed-003"},
    ),
    (
        "freelancing policy developed",
        "initiative-timeline",
        {"initiative": "National Freelancing Facilitation Policy"},
        {"stage": "drafted", "stated": "developed after consultation", "sources": "seed-003"},
    ),
    (
        "special dollar account",
        "initiative-timeline",
        {"initiative": "freelancer-dollar-account"},
        {"sources": "seed-003"},
    ),
    (
        "Special Technology Zones planned",
        "initiative-timeline",
        {"initiative": "Special Technology Zones"},
        {"modality": "planned", "sources": "seed-003"},
    ),
    (
        "Rs10 billion fund",
        "money-committed",
        {"initiative": "cash-reward-fund-2021"},
        {"value": "10000000000", "unit": "PKR", "sources": "seed-003"},
    ),
    (
        "fund announced",
        "initiative-timeline",
        {"initiative": "cash-reward-fund-2021"},
        {"stage": "announced", "sources": "seed-003"},
    ),
    (
        "five per cent rebate planned",
        "initiative-timeline",
        {"initiative": "export-rebate-5pc"},
        {"modality": "planned", "sources": "seed-003"},
    ),
    ("ILO ranking", "rankings", {"ranker": "ILO"}, {"rank": 2, "year": 2021, "sources": "seed-003"}),
    (
        "growth credited to freelancing",
        "credited",
        {"claimant": "source/seed-003"},
        {"source": "seed-003", "cause_name": "freelancing", "effect_name": "exports"},
    ),
    (
        "freelancers fuelled the gig economy",
        "credited",
        {"claimant": "Syed Amin Ul Haque"},
        {"source": "seed-003", "cause": "freelancers", "effect_name": "gig economy"},
    ),
    ("Amin Ul Haque minister", "posts-held", {"person": "Syed Amin Ul Haque"}, {"sources": "seed-003"}),
]


@pytest.mark.parametrize(
    ("question", "parameters", "expected"), [case[1:] for case in FACTS], ids=[case[0] for case in FACTS]
)
def test_seed_fact_is_found(
    shipped: Graph, question: str, parameters: Mapping[str, str], expected: Mapping[str, Any]
) -> None:
    answer = shipped.ask(question, **parameters)
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer]
    assert any(all(_fits(row[name], value) for name, value in expected.items()) for row in rows), rows


def _fits(found: object, expected: object) -> bool:
    """A number as itself, an IRI by its last part, a name or list by what is in it."""
    if isinstance(found, int):
        return found == expected
    if isinstance(found, tuple):
        return any(_fits(one, expected) for one in found)
    text = str(found)
    wanted = str(expected)
    if text.startswith(BASE):
        return text.rpartition("/")[2] == wanted
    return text == wanted or (not wanted.isdigit() and wanted in text)
