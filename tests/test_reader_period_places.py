"""The places at which a pattern of time is tried hold all of its matches."""

from __future__ import annotations

from random import Random

import pytest

from policygraph.lexicon import flat, phrases
from policygraph.reader.document import Document
from policygraph.reader.names.gazetteer import Gazetteer
from policygraph.reader.periods import period_words as words
from policygraph.reader.periods.period_places import PeriodPlaces
from policygraph.reader.periods.spots import spots_of
from policygraph.reader.read import read
from policygraph.reader.text.folding import folded

ALIKE = (*phrases("periods", "alike"), *phrases("periods", "alike_of"))
STRETCHES = (*phrases("periods", "stretches"), "time", "week")
MONTHS = tuple(name.title() for name in flat("periods", "months"))
COUNTS = (*flat("periods", "counts"), "12")
RELATIVE = tuple(flat("periods", "relative"))
FORMS = (
    "{alike} {stretch} {of} 2023", "{alike} {stretch} of the previous fiscal year",
    "{alike} {stretch} {of} last year", "first half of {relative} year", "{relative} calendar year",
    "{count} months {of} the year", "Q3 of {relative} year", "a year ago", "the year before",
    "{count} years earlier", "{count} decades ago", "within {count} years", "last quarter",
    "{relative} year", "for the year", "12th of {month} 2024", "3 {month}", "{month} 31, 2023", "May 5",
    "{month} to {month} 2031", "{month}", "1999", "2023-24", "first nine months (July-March) of 2024",
    "8M {of} 2024", "second {count} months of 2022", "1H, 2023", "the {count} months it had",
    "{count}-month exports",
)  # fmt: skip


def made(random: Random) -> str:
    """A few times one after the other, whole or without an end, as no text would have them."""

    def time() -> str:
        return random.choice(FORMS).format(
            alike=random.choice(ALIKE),
            stretch=random.choice(STRETCHES),
            of=random.choice(("of", "in", "during the", "")),
            relative=random.choice(RELATIVE),
            count=random.choice(COUNTS),
            month=random.choice(MONTHS),
        )[: random.choice((None, None, None, -2))]

    return random.choice((" ", ", ", ". ", " - ", " of ")).join(time() for _ in range(random.randint(1, 4)))


@pytest.mark.parametrize(
    ("source", "trigger"),
    [
        (words.DAY_LAST, words.MONTHS),
        (words.DAY_FIRST, words.MONTHS),
        (words.RELATIVE, words.RELATIVE),
        (words.MONTHS, words.MONTHS),
        (words.YEARS, words.YEARS),
    ],
    ids=["day last", "day first", "relative", "months", "years"],
)
def test_a_pattern_tried_at_its_places_is_found_as_if_tried_everywhere(source: str, trigger: str) -> None:
    random, found = Random(7), 0  # noqa: S311  the same texts each time
    for _ in range(2_000):
        fold = folded(made(random))
        triggers = spots_of(fold).times
        everywhere = [match.span() for match in words.pattern(source).finditer(fold)]
        places = PeriodPlaces(fold, triggers)
        tried = places.matches(source, trigger, (0, len(fold))) if trigger in triggers else ()
        assert [match.span() for match in tried] == everywhere, fold
        found += len(everywhere)
    assert found > 300


NOW = "Exports were $500 million in the first quarter of 2024"


@pytest.mark.parametrize(
    "text",
    [
        "{} from $400 million in the {} period of 2023.",
        "{}, up from $400 million in the {} time of 2023.",
        "{}. They were $400 million over the {} period of 2023.",
    ],
)
@pytest.mark.parametrize("alike", ALIKE)
def test_the_like_period_of_a_year_is_not_the_whole_year(text: str, alike: str) -> None:
    figures = read(Document("a", text.format(NOW, alike)), Gazetteer.empty()).figures
    assert [figure.period for figure in figures] == ["2024-01/2024-03", "2023-01/2023-03"]
