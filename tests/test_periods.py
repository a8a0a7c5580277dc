"""Periods are read, written, named and shifted without loss."""

from __future__ import annotations

import locale
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.periods import FiscalCalendar, Period, PeriodError

JULY = FiscalCalendar(start_month=7)
APRIL = FiscalCalendar(start_month=4)
JANUARY = FiscalCalendar(start_month=1)

days = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
months = st.builds(lambda day: day.replace(day=1), days)
calendars = st.builds(FiscalCalendar, start_month=st.integers(1, 12))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Any interval: some of whole months, some not."""
    start, end = sorted((draw(days), draw(days)))
    if draw(st.booleans()):
        return Period.parse(f"{start.isoformat()[:7]}/{end.isoformat()[:7]}")
    return Period(start, end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2014-04-23", "2014-04-23", "2014-04-23"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2030", "2030-01-01", "2030-12-31"),
        ("2021-07/2021-08", "2021-07-01", "2021-08-31"),
        ("2020/2021", "2020-01-01", "2021-12-31"),
        ("2021-07-05/2021-07", "2021-07-05", "2021-07-31"),
        (" 2021 / 2022 ", "2021-01-01", "2022-12-31"),
    ],
)
def test_reads(text: str, start: str, end: str) -> None:
    assert Period.parse(text) == Period(date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "2021/",
        "/2021",
        "2021-13",
        "2023-02-29",
        "0000",
        "21",
        "2021-7",
        "20210701",
        "2021-07/08",
        "2022/2021",
        "2021-07-02/2021-07-01",
        "FY2021",
        "2021/2022/2023",
        "\u0662\u0660\u0662\u0661",
    ],
)
def test_refuses(text: str) -> None:
    with pytest.raises(PeriodError):
        Period.parse(text)


@pytest.mark.parametrize(
    ("calendar", "text", "written", "label"),
    [
        (JULY, "FY2020-21", "2020-07/2021-06", "FY2020-21"),
        (JULY, "FY2021", "2020-07/2021-06", "FY2020-21"),
        (JULY, "FY 2020/2021", "2020-07/2021-06", "FY2020-21"),
        (JULY, "FY1999-00", "1999-07/2000-06", "FY1999-00"),
        (APRIL, "FY2023-24", "2023-04/2024-03", "FY2023-24"),
        (JANUARY, "FY2021", "2021", "FY2021"),
        (JULY, "2021-07/2021-08", "2021-07/2021-08", "Jul-Aug 2021"),
        (JULY, "2021-11/2022-02", "2021-11/2022-02", "Nov 2021-Feb 2022"),
        (JULY, "2023-12", "2023-12", "Dec 2023"),
        (JULY, "2030", "2030", "2030"),
        (JULY, "2014-04-23", "2014-04-23", "2014-04-23"),
        (JULY, "2014-04-23/2014-05-02", "2014-04-23/2014-05-02", "2014-04-23/2014-05-02"),
    ],
)
def test_fiscal_calendars(calendar: FiscalCalendar, text: str, written: str, label: str) -> None:
    period = calendar.parse(text)
    assert str(period) == written
    assert calendar.label(period) == label


@pytest.mark.parametrize(
    "text", ["FY2020-22", "FY2020-1921", "FY2020-1", "FY0000", "FY9999-00", "fy2021", "FY"]
)
def test_no_fiscal_year(text: str) -> None:
    with pytest.raises(PeriodError):
        JULY.parse(text)


def test_two_years_are_no_year_of_a_calendar_that_has_one() -> None:
    with pytest.raises(PeriodError, match="calendar year"):
        JANUARY.parse("FY2020-21")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2014-04-23", "day"),
        ("2014-04-23/2014-04-25", "days"),
        ("2014-04-01/2014-04-29", "days"),
        ("2023-12", "month"),
        ("2023-07/2023-09", "quarter"),
        ("2023-08/2023-10", "months"),
        ("2023-07/2023-12", "half"),
        ("2024-01/2024-06", "half"),
        ("2023-10/2024-03", "months"),
        ("2023-07/2024-06", "fiscal-year"),
        ("2023", "calendar-year"),
        ("2023-08/2024-07", "months"),
        ("2022/2023", "months"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert JULY.kind(Period.parse(text)) == kind


@pytest.mark.parametrize(
    ("text", "by", "shifted"),
    [
        ("2021-08", -12, "2020-08"),
        ("2024-02", -12, "2023-02"),
        ("2023-02", 12, "2024-02"),
        ("2021-07/2021-08", -12, "2020-07/2020-08"),
        ("2024-03-31", -1, "2024-02-29"),
        ("2024-01", -3, "2023-10"),
        ("2020-07/2021-06", -12, "2019-07/2020-06"),
        ("2024-02-10/2024-02-29", -12, "2023-02-10/2023-02-28"),
    ],
)
def test_shifts(text: str, by: int, shifted: str) -> None:
    assert str(Period.parse(text).shifted(by)) == shifted


@pytest.mark.parametrize(("text", "by"), [("0001-03", -12), ("9999-12", 1), ("9998/9999", 12)])
def test_no_shift_out_of_the_calendar(text: str, by: int) -> None:
    with pytest.raises(PeriodError):
        Period.parse(text).shifted(by)


def test_labels_do_not_follow_the_locale() -> None:
    before = locale.setlocale(locale.LC_TIME)
    names = [JULY.label(Period.parse(f"2023-{month:02d}"))[:3] for month in range(1, 13)]
    try:
        for other in ("de_DE.UTF-8", "fr_FR.UTF-8", "C.UTF-8"):
            try:
                locale.setlocale(locale.LC_TIME, other)
            except locale.Error:
                continue
            assert JULY.label(Period.parse("2023-05")) == "May 2023"
    finally:
        locale.setlocale(locale.LC_TIME, before)
    assert names == ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@given(periods())
def test_what_is_written_reads_as_the_same(period: Period) -> None:
    assert Period.parse(str(period)) == period
    assert Period.parse(period.slug.replace("--", "/")) == period


@given(calendars, st.integers(2, 9998))
def test_a_fiscal_year_is_twelve_months_and_its_label_names_it(calendar: FiscalCalendar, year: int) -> None:
    period = calendar.parse(f"FY{year:04d}")
    assert (period.months, period.start.month) == (12, calendar.start_month)
    assert period.end.year == year
    assert calendar.kind(period) == "fiscal-year"
    if year > 1000:
        assert calendar.parse(calendar.label(period)) == period


@given(calendars, periods())
def test_every_period_has_a_kind_and_a_label(calendar: FiscalCalendar, period: Period) -> None:
    kind = calendar.kind(period)
    assert (kind in ("day", "days")) == (period.start == period.end or not period.whole_months)
    assert calendar.label(period)


@given(periods(), st.integers(-240, 240))
def test_shifting_keeps_length_and_comes_back(period: Period, by: int) -> None:
    try:
        moved = period.shifted(by)
    except PeriodError:
        return
    if period.whole_months:
        assert (moved.months, moved.whole_months) == (period.months, True)
        assert moved.shifted(-by) == period
    assert abs((moved.end - moved.start) - (period.end - period.start)) <= timedelta(days=62)


@given(days, days)
def test_an_interval_has_an_order(one: date, other: date) -> None:
    if one <= other:
        assert Period(one, other).start == one
    else:
        with pytest.raises(PeriodError):
            Period(one, other)
