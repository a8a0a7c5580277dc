"""Errors planted in made-up facts: rival values, sums that do not come out, targets and ranks restated.

Each planter takes a consistent book of figures, spoils one thing, and says which kind of finding must name
which figures.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from random import Random

from audit_made import Made, Truth, rounded, run, series_of
from policygraph.audit.records.counted import Observation, RankRecord, TargetRecord
from policygraph.audit.records.facts import Facts
from policygraph.periods import Period

__all__ = ["PLANTERS", "Planted", "Planter", "book", "consistent_book", "drawn", "ranked", "targeted"]

LATER = date(2025, 6, 1)
"""Months after the made reports came out."""
PARTS = (2, 3)
WHOLE = 1


@dataclass(frozen=True)
class Planted:
    """Facts with one error, and what has to be found."""

    facts: Facts
    kind: str
    about: tuple[str, ...]
    """Figures that one finding of that kind has to name."""


@dataclass(frozen=True)
class Book:
    """Reports on one whole and its two parts over three years, all of them true."""

    random: Random
    made: Made
    truths: Mapping[int, Truth]

    def facts(self) -> Facts:
        """Everything reported, with the scheme."""
        indicators = {number: truth.series.indicator for number, truth in self.truths.items()}
        definitions = {number: truth.series.definition or "" for number, truth in self.truths.items()}
        return replace(
            self.made.facts(),
            broader={indicators[part]: (indicators[WHOLE],) for part in PARTS},
            wholes={definitions[part]: definitions[WHOLE] for part in PARTS},
        )

    def add(self, figure: Observation, **changes: object) -> Observation:
        """A further source states a figure again, with changes."""
        made = replace(figure, iri=f"{figure.iri}-rival", source=self.made.source(), **changes)  # type: ignore[arg-type]
        self.made.observations.append(made)
        return made

    def change(self, figure: Observation, **changes: object) -> Observation:
        """A figure as it was not reported."""
        made = replace(figure, **changes)  # type: ignore[arg-type]
        self.made.observations[self.made.observations.index(figure)] = made
        return made


Planter = Callable[[Book], Planted]


def book(random: Random) -> Book:
    """Months, running totals, quarters and years of a whole and its parts, each at a rounding of its own."""
    made = Made(random)
    first, second = (Truth.drawn(random, series_of(part)) for part in PARTS)
    both = tuple(one + other for one, other in zip(first.months, second.months, strict=True))
    truths = {WHOLE: Truth(series_of(WHOLE), both), PARTS[0]: first, PARTS[1]: second}
    year = random.choice((0, 12, 24))
    spans = [(year, year + 11), (year, year + 8), (year, year + 5), (year + 6, year + 11)]
    spans += [(year + at, year + at + 2) for at in (0, 3, 6, 9)]
    spans += [(year + at, year + at) for at in range(random.choice((3, 4, 6)))]
    spans += [(year, year + at) for at in range(1, random.choice((3, 5)))]
    for start, end in dict.fromkeys(spans):
        for number in random.choice(((WHOLE,), (WHOLE, *PARTS))):
            for _ in range(random.choice((1, 1, 1, 2))):
                _report(made, truths[number], start, end)
    return Book(random, made, truths)


def drawn(seed: int, what: str = "") -> Random:
    """Numbers that are the same for the same seed."""
    return Random(f"{what} {seed}")  # noqa: S311 - not for secrets


def consistent_book(seed: int) -> Facts:
    """A book without an error; the same for the same seed."""
    return book(drawn(seed)).facts()


def _report(made: Made, truth: Truth, start: int, end: int) -> Observation:
    value = truth.total(start, end)
    step = Decimal(10) ** max(0, value.adjusted() + 1 - made.random.randint(3, 7))
    return made.level(truth.series, run(start, end), value, step, made.source())


def _picked(made: Book) -> Observation:
    """A figure of four digits at least, none of the last two a nought, so that no slip is mere rounding."""
    exact = [
        one
        for one in made.made.observations
        if one.value / one.step >= 1000 and one.value / one.step % 10 and one.value / one.step // 10 % 10
    ]
    if exact:
        return made.random.choice(exact)
    return _report(made.made, Truth(series_of(9), (Decimal(1234567),)), 0, 0)


def rounding(made: Book) -> Planted:
    """Three digits, told as if they were exact."""
    one = _picked(made)
    place = Decimal(10) ** (one.value.adjusted() - 2)
    value = rounded(one.value, place)
    if abs(value - one.value) <= one.step:
        one = made.change(one, value=value + place // 5)
    rival = made.add(one, value=value)
    return Planted(made.facts(), "rival-rounding", (one.iri, rival.iri))


def revision(made: Book) -> Planted:
    """The same series some months later, up to a fortieth more or less."""
    one = _picked(made)
    share = Decimal(made.random.choice((-1, 1)) * made.random.randint(12, 25)) / 1000
    value = rounded(one.value * (1 + share), one.step)
    value += one.step * (1 if not value / one.step % 10 else 0)
    rival = made.add(one, value=value, published=LATER)
    return Planted(made.facts(), "rival-revision", (one.iri, rival.iri))


def provisional(made: Book) -> Planted:
    """A provisional figure, followed by one up to a tenth away."""
    one = made.change(figure := _picked(made), status="provisional", published=date(2024, 12, 1))
    value = rounded(figure.value * Decimal(made.random.randint(1020, 1080)) / 1000, one.step)
    value += one.step * (1 if not value / one.step % 10 else 0)
    rival = made.add(figure, value=value, published=LATER)
    return Planted(made.facts(), "rival-revision", (one.iri, rival.iri))


def period(made: Book) -> Planted:
    """Nine months called a year."""
    year, months = (_long(made, length) for length in (12, 9))
    rival = made.add(year, value=months.value, step=months.step)
    return Planted(made.facts(), "rival-period", (year.iri, rival.iri))


def _long(made: Book, months: int) -> Observation:
    found = [one for one in made.made.observations if one.period.months == months]
    return next(one for one in found if one.series == made.truths[WHOLE].series)


def scope(made: Book) -> Planted:
    """Another definition, half as much again."""
    one = _picked(made)
    other = replace(one.series, definition=f"{one.series.definition}-with-more")
    rival = made.add(one, series=other, value=rounded(one.value * Decimal("1.5"), one.step))
    return Planted(made.facts(), "rival-scope", (one.iri, rival.iri))


def scheme(made: Book) -> Planted:
    """The part told as the whole."""
    year, part = _long(made, 12), made.truths[PARTS[0]]
    start = (year.period.start.year - 2020) * 12
    value = part.total(start, start + 11)
    step = Decimal(10) ** max(0, value.adjusted() - 4)
    told = made.made.level(part.series, year.period, value, step, made.made.source())
    rival = made.add(year, value=told.value, step=told.step)
    return Planted(made.facts(), "rival-scope", (year.iri, rival.iri))


def unit(made: Book) -> Planted:
    """Thousands for millions, lakhs for crores."""
    one, power = _picked(made), made.random.choice((2, 3, 5, 6, 7, -2, -3))
    rival = made.add(one, value=one.value.scaleb(power), step=one.step.scaleb(power))
    return Planted(made.facts(), "rival-unit", (one.iri, rival.iri))


def currency(made: Book) -> Planted:
    """Another currency."""
    one = _picked(made)
    rival = made.add(one, series=replace(one.series, unit="XTS"), value=one.value * 280)
    return Planted(made.facts(), "currency-not-comparable", (one.iri, rival.iri))


def swapped(made: Book) -> Planted:
    """The last two digits in each other's place, or the two before them; printed on the same day."""
    one = _picked(made)
    digits = str(int(one.value / one.step))
    at = made.random.choice([at for at in range(len(digits) - 1) if digits[at] != digits[at + 1]] or [0])
    slipped = f"{digits[:at]}{digits[at + 1]}{digits[at]}{digits[at + 2 :]}"
    rival = made.add(one, value=Decimal(int(slipped)) * one.step)
    return Planted(made.facts(), "rival-misprint", (one.iri, rival.iri))


def mistyped(made: Book) -> Planted:
    """Another digit, not the last; printed on the same day."""
    one = _picked(made)
    digits = str(int(one.value / one.step))
    at = made.random.randrange(len(digits) - 1)
    new = made.random.choice([digit for digit in "123456789" if digit != digits[at]])
    rival = made.add(one, value=Decimal(int(f"{digits[:at]}{new}{digits[at + 1 :]}")) * one.step)
    return Planted(made.facts(), "rival-misprint", (one.iri, rival.iri))


def dropped(made: Book) -> Planted:
    """One digit less."""
    one = _picked(made)
    digits = str(int(one.value / one.step))
    at = made.random.randrange(1, len(digits) - 1)
    rival = made.add(one, value=Decimal(int(digits[:at] + digits[at + 1 :])) * one.step)
    return Planted(made.facts(), "rival-misprint", (one.iri, rival.iri))


def doubted(made: Book) -> Planted:
    """What the editors doubt."""
    one = _picked(made)
    rival = made.add(one, value=one.value * 2, doubt="The page counts it twice.")
    return Planted(made.facts(), "rival-misprint", (one.iri, rival.iri))


def conflict(made: Book) -> Planted:
    """A seventh to a half more, in digits of its own, on the same day."""
    one = _picked(made)
    share = Decimal(made.random.randint(1143, 1519)) / 1000
    rival = made.add(one, value=rounded(one.value * share, one.step))
    return Planted(made.facts(), "rival-conflict", (one.iri, rival.iri))


def mismatch(made: Book) -> Planted:
    """A quarter that does not go with the halves and months around it."""
    quarters = [one for one in made.made.observations if one.period.months == 3]
    period = made.random.choice(
        sorted({one.period for one in quarters if one.series == made.truths[WHOLE].series})
    )
    spoiled = [one for one in quarters if one.period == period and one.series == made.truths[WHOLE].series]
    share = Decimal(made.random.choice((60, 70, 140, 160))) / 100
    changed = [made.change(one, value=rounded(one.value * share, one.step)) for one in spoiled]
    return Planted(made.facts(), "total-mismatch", tuple(one.iri for one in changed))


def exceeding(made: Book) -> Planted:
    """A part of twice the whole."""
    year = _without_parts(made)
    part = replace(year, iri=f"{year.iri}-part", series=made.truths[PARTS[0]].series, value=year.value * 2)
    made.made.observations.append(part)
    return Planted(made.facts(), "part-exceeds-whole", (year.iri, part.iri))


def _without_parts(made: Book) -> Observation:
    """The whole of the year, once nothing is told of its parts for it."""
    year = _long(made, 12)
    kept = [one for one in made.made.observations if one.series == year.series or one.period != year.period]
    made.made.observations[:] = kept
    return year


def differing(made: Book) -> Planted:
    """Two parts of three tenths each."""
    year = _without_parts(made)
    small = [
        replace(
            year, iri=f"{year.iri}-part{part}", series=made.truths[part].series, value=year.value * 3 / 10
        )
        for part in PARTS
    ]
    made.made.observations.extend(small)
    return Planted(made.facts(), "parts-differ", (year.iri, *(one.iri for one in small)))


def early(made: Book) -> Planted:
    """Told as actual before its time was over."""
    one = _picked(made)
    told = made.change(one, published=one.period.start)
    return Planted(made.facts(), "period-not-placed", (told.iri,))


def targeted(number: int, due: str, published: date, value: Decimal) -> TargetRecord:
    """A target of one agent."""
    iri = f"https://example.org/id/target/t{number}"
    source = f"https://example.org/source/t{number}"
    agent = "https://example.org/id/body/ministry"
    return TargetRecord(
        iri, series_of(1), value, Decimal(1), Period.parse(due), source, agent=agent, published=published
    )


def put_off(made: Book) -> Planted:
    """The same value for some years later, said a year later."""
    value = Decimal(made.random.randint(1, 999)) * 10**6
    years = made.random.randint(1, 8)
    one = targeted(1, "2025", date(2021, 1, 1), value)
    other = targeted(2, str(2025 + years), date(2022, 1, 1), value)
    facts = replace(made.facts(), targets=(one, other))
    return Planted(facts, "target-moved", (one.iri, other.iri))


def lowered(made: Book) -> Planted:
    """Less for the same year."""
    value = Decimal(made.random.randint(10, 999)) * 10**6
    one = targeted(1, "2025", date(2021, 1, 1), value)
    other = targeted(2, "2025", date(2022, 1, 1), value / 2)
    facts = replace(made.facts(), targets=(one, other))
    return Planted(facts, "target-moved", (one.iri, other.iri))


def ranked(number: int, subject: str, rank: int, ranker: str | None = None) -> RankRecord:
    """A place in one list of one year."""
    iri = f"https://example.org/id/ranking/r{number}"
    return RankRecord(
        iri, subject, "Ease of Testing", rank, 2024, f"https://example.org/source/r{number}", ranker
    )


def misplaced(made: Book) -> Planted:
    """Two places for one country."""
    place = made.random.randint(1, 50)
    ranks = (ranked(1, "ruritania", place), ranked(2, "ruritania", place + made.random.randint(1, 50)))
    return Planted(replace(made.facts(), ranks=ranks), "rank-conflict", tuple(one.iri for one in ranks))


PLANTERS: tuple[Planter, ...] = (
    *(rounding, revision, provisional, period, scope, scheme, unit, currency, swapped, mistyped, dropped),
    *(doubted, conflict, mismatch, exceeding, differing, early, put_off, lowered, misplaced),
)
"""One for each kind of error."""
