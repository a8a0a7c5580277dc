"""Numbers keep what was printed: value, scale and the step they were rounded to."""

from __future__ import annotations

import decimal
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.build.context import number_words
from policygraph.quantities import Quantity, QuantityError, plain, rounding_step

SCALES = {"thousand": 3, "lakh": 5, "million": 6, "crore": 7, "billion": 9, "trillion": 12}

printed_numbers = st.from_regex(r"-?[0-9]{1,20}(\.[0-9]{1,10})?", fullmatch=True)


@pytest.mark.parametrize(
    ("printed", "unit", "value", "step", "name"),
    [
        ("303", "USD million", "303000000", "1000000", "USD"),
        ("2.6", "USD billion", "2600000000", "100000000", "USD"),
        ("2.60", "USD billion", "2600000000", "10000000", "USD"),
        ("23.22", "PKR crore", "232200000", "100000", "PKR"),
        ("5", "persons lakh", "500000", "100000", "persons"),
        ("22.67", "percent", "22.67", "0.01", "percent"),
        ("0.60", "percent", "0.6", "0.01", "percent"),
        ("-4.5", "percent", "-4.5", "0.1", "percent"),
        ("20315", "persons", "20315", "1", "persons"),
        ("0", "USD billion", "0", "1000000000", "USD"),
        ("-0.0", "percent", "0", "0.1", "percent"),
        ("007", "persons", "7", "1", "persons"),
    ],
)
def test_reads(printed: str, unit: str, value: str, step: str, name: str) -> None:
    quantity = Quantity.parse(printed, unit, SCALES)
    assert (str(quantity.value), str(quantity.step), quantity.unit) == (value, step, name)


@pytest.mark.parametrize(
    "printed",
    ["", "-", "1,000", "1e5", "1_000", "NaN", "Infinity", " 5", ".5", "5.", "+5", "0x10", "\u0665", "5\n"],
)
def test_no_number(printed: str) -> None:
    with pytest.raises(QuantityError):
        Quantity.parse(printed, "USD", SCALES)


@pytest.mark.parametrize("unit", ["USD millions", "USD  million", "USD million dollars", "million"])
def test_unknown_scale(unit: str) -> None:
    if unit == "million":  # a unit of its own, which the check of a pack refuses
        assert Quantity.parse("1", unit, SCALES).unit == "million"
        return
    with pytest.raises(QuantityError, match="is not one of thousand, lakh"):
        Quantity.parse("1", unit, SCALES)


@given(printed_numbers, st.sampled_from(["", *SCALES]))
def test_exact_whatever_the_callers_context(printed: str, scale: str) -> None:
    quantity = Quantity.parse(printed, f"USD {scale}".strip(), SCALES)
    exact = int(printed.replace(".", ""))
    places = len(printed.partition(".")[2])
    with decimal.localcontext(decimal.Context(prec=3)):
        value, step = quantity.value, quantity.step
    exponent = SCALES.get(scale, 0) - places
    assert value.as_integer_ratio() == Decimal(f"{exact}e{exponent}").as_integer_ratio()
    assert step == Decimal(f"1e{exponent}")


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_plain_is_the_same_number_without_an_exponent(number: Decimal) -> None:
    assert plain(number) == number
    text = f"{plain(number):f}"
    assert "E" not in str(plain(number)) or abs(number) < Decimal("1e-6")
    assert not ("." in text and text.endswith("0"))
    assert text != "-0"


@given(printed_numbers)
def test_a_rounding_step_is_a_power_of_ten_of_the_same_places(printed: str) -> None:
    step = rounding_step(printed)
    assert f"{step:f}".strip("0.") == "1"
    assert len(f"{step:f}".partition(".")[2]) == len(printed.partition(".")[2])


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("303000000", "USD", "USD 303 million"),
        ("2600000000", "USD", "USD 2.6 billion"),
        ("1500000000000", "PKR", "PKR 1.5 trillion"),
        ("-1500000", "PKR", "PKR -1.5 million"),
        ("999", "USD", "USD 999"),
        ("100000", "USD", "USD 100,000"),
        ("20315", "persons", "20,315 persons"),
        ("22.67", "percent", "22.67 percent"),
        ("100000000000", "USD", "USD 100 billion"),
    ],
)
def test_words(value: str, unit: str, words: str) -> None:
    assert number_words(Decimal(value), unit) == words
