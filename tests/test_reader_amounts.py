"""Numbers, money, percentages and ranges as printed."""

from __future__ import annotations

from copy import copy

import pytest

from policygraph.lexicon import flat
from policygraph.reader.countries import Country, country_named
from policygraph.reader.figures.amounts import amounts_of
from policygraph.reader.figures.numbers import scale_at
from policygraph.reader.text.folding import folded


def read(text: str, country: str | None = "PK") -> list[tuple[str, str]]:
    return [(f"{amount.value:f}", amount.unit) for amount in amounts_of(folded(text), country_named(country))]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("$303 million", "303000000", "USD"),
        ("US$2.1bn", "2100000000", "USD"),
        ("USD 3.5 billion", "3500000000", "USD"),
        ("Rs10 billion", "10000000000", "PKR"),
        ("Rs. 2.5 crore", "25000000", "PKR"),
        ("1.5 lakh", "150000", "count"),
        ("Tk 1,000 crore", "10000000000", "BDT"),
        ("INR 2.3 lakh crore", "2300000000000", "INR"),
        ("€1.6 billion", "1600000000", "EUR"),
        ("2 billion €", "2000000000", "EUR"),
        ("CAD2.2 billion", "2200000000", "CAD"),
        ("five-billion-dollar", "5000000000", "USD"),
        ("a five hundred-thousand-dollar grant", "500000", "USD"),
        ("Rs 2 lakh-crore", "2000000000000", "PKR"),
        ("Rs 2-lakh-crore", "2000000000000", "PKR"),
        ("a billion dollars", "1000000000", "USD"),
        ("half a million", "500000", "count"),
        ("Rs42 billion-plus", "42000000000", "PKR"),
        ("30 cents", "0.3", "USD"),
        ("22.67%", "22.67", "percent"),
        ("46pc", "46", "percent"),
        ("five per cent", "5", "percent"),
        ("1.5 percentage points", "1.5", "points"),
        ("75 basis points", "0.75", "points"),
        ("twenty-five", "25", "count"),
        ("2,50,000", "250000", "count"),
        ("a fifth of", "20", "percent"),
        ("10 million Swedish kronor", "10000000", "SEK"),
        ("three-quarters are", "75", "percent"),
        ("a quarter of a per cent", "0.25", "percent"),
        ("half a percentage point", "0.5", "points"),
        ("one in ten", "10", "percent"),
        ("three out of four", "75", "percent"),
        ("10.3m specialists", "10300000", "count"),
        ("75 paise", "0.75", "PKR"),
        ("600k workers", "600000", "count"),
        ("two and a half million", "2500000", "count"),
        ("two and a half billion dollars", "2500000000", "USD"),
        ("2.2-fold", "2.2", "times"),
    ],
)
def test_one_amount(text: str, value: str, unit: str) -> None:
    assert read(text) == [(value, unit)]


@pytest.mark.parametrize(
    ("country", "unit"), [("PK", "PKR"), ("IN", "INR"), ("LK", "LKR"), ("US", "PKR"), (None, "PKR")]
)
def test_rupees_are_the_country_s(country: str | None, unit: str) -> None:
    assert read("Rs 5 million", country) == [("5000000", unit)]


@pytest.mark.parametrize(("country", "unit"), [("AU", "AUD"), ("CA", "CAD"), ("IN", "USD"), (None, "USD")])
def test_dollars_are_the_country_s(country: str | None, unit: str) -> None:
    assert read("$5 million", country) == [("5000000", unit)]
    assert read("US$5 million", country) == [("5000000", "USD")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rs3-4 billion", [("3000000000", "PKR"), ("4000000000", "PKR")]),
        ("$18 to $25 million", [("18000000", "USD"), ("25000000", "USD")]),
        ("Rs10,000–15,000", [("10000", "PKR"), ("15000", "PKR")]),
        ("5-35 per cent", [("5", "percent"), ("35", "percent")]),
        ("between 2 and 3 million tons", [("2000000", "count"), ("3000000", "count")]),
        ("30-32c", [("0.3", "USD"), ("0.32", "USD")]),
        ("rose 2.5% to 2248", [("2.5", "percent"), ("2248", "count")]),
    ],
)
def test_ranges_share_what_one_end_lacks(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("text", ["COVID-19", "5G", "at 9:45", "version 1.2.3", "451,62", "1'52", "B2B"])
def test_names_times_and_codes_are_no_amounts(text: str) -> None:
    assert read(text) == []


def test_every_scale_may_have_hyphens() -> None:
    for scale, power in flat("numbers", "scales").items():
        for shown in (scale, scale.replace(" ", "-")):
            assert scale_at(f"5 {shown} of", 1, money=False) == (2 + len(shown), int(power))


@pytest.mark.parametrize("sign", sorted(flat("countries", "signs")))
def test_a_sign_may_open_a_text(sign: str) -> None:
    gap = " " if sign.endswith(".") else ""
    (amount,) = amounts_of(folded(f"{sign}{gap}5 million"), country_named("PK"))
    assert (amount.start, f"{amount.value:f}") == (0, "5000000")
    assert amount.is_money


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("up 5 per\n\ncent", [("5", "count")]),
        ("some 5 US\n \ndollars", [("5", "count")]),
        ("up 2 percentage\r\n\r\npoints", [("2", "count")]),
        ("up 5 per\ncent", [("5", "percent")]),
    ],
)
def test_no_amount_runs_over_a_blank_line(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


def test_letters_scale_money_alone() -> None:
    assert read("$3b and $400 m") == [("3000000000", "USD"), ("400000000", "USD")]
    assert read("a 3b strip") == []


def test_what_is_masked_is_left_out() -> None:
    text = "in 2021 some 300 firms"
    assert [str(amount.value) for amount in amounts_of(text, country_named("PK"), ((3, 7),))] == ["300"]


def test_the_money_of_a_country_that_the_lexicon_lacks() -> None:
    home = Country("XR", "RUR", 4)
    text = folded("RUR 5 million, 7 million RUR, rur9 and 300 rur, but $4 and Rs3")
    found = [(f"{amount.value:f}", amount.unit) for amount in amounts_of(text, home)]
    assert found == [
        ("5000000", "RUR"), ("7000000", "RUR"), ("9", "RUR"), ("300", "RUR"), ("4", "USD"), ("3", "PKR"),
    ]  # fmt: skip
    assert read("RUR 5 million", None) == [("5000000", "count")]
    assert read("300 RUR", None) == [("300", "count")]


def test_the_words_that_a_pack_gives_its_money() -> None:
    home = Country("XR", "RUR", 4, money_signs=("Kr",), money_names=("Crown", "New  crowns"))
    found = [
        (f"{amount.value:f}", amount.unit)
        for amount in amounts_of(
            folded("Kr 5 million, 7 New Crowns, a 1-crown coin, 3 crownings, Okr 2"), home
        )
    ]
    assert found == [("5000000", "RUR"), ("7", "RUR"), ("1", "RUR"), ("3", "count"), ("2", "count")]
    assert read("Kr 5 million and 7 new crowns", None) == [("5000000", "count"), ("7", "count")]


def test_a_code_that_is_a_word_is_no_money() -> None:
    assert read("we try 5 things and 300 try again", "TR") == [("5", "count"), ("300", "count")]


def test_a_number_word_within_a_word_hides_none_after_it() -> None:
    assert read("it is often two people, often ten-year-olds") == [("2", "count"), ("10", "count")]
    assert read("often a million users") == [("1000000", "count")]
    assert read("someone, often, will listen attentively") == []


def test_a_country_is_one_in_a_process_however_often_it_is_sent() -> None:
    home = Country("XR", "RUR", 4, ("Kr",), ("crown",))
    once = copy(home)  # as it is sent to another process
    assert once == home
    assert copy(home) is once


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$3-3.5m", [("3000000", "USD"), ("3500000", "USD")]),
        ("$3-5m", [("3000000", "USD"), ("5000000", "USD")]),
        ("1.5m wide", []),
        ("a 100m race", []),
        ("one in two years", [("1", "count"), ("2", "count")]),
        ("reached 69% of homes, 5.2 points above", [("69", "percent"), ("5.2", "points")]),
        ("won 5.2 points above par", [("5.2", "count")]),
        ("cut 2 points to 13 per cent", [("2", "points"), ("13", "percent")]),
        ("won by 3 points to 2", [("3", "count"), ("2", "count")]),
        ("a 10k race and a 4k screen", []),
    ],
)
def test_letters_and_points_that_need_what_stands_before(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected
