"""Made-up facts with one error in them, of a kind that is told: what the audit has to find and to name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction
from random import Random

from audit_made import SHIFTS, Made, Truth, month, rounded, run, series_of
from policygraph.audit.numbers.intervals import Interval, growth_between
from policygraph.audit.records.counted import Observation, Rate, Series
from policygraph.audit.records.facts import Facts

__all__ = ["MISFITS", "PLANTS", "Planted", "off_by_chance", "planted"]


@dataclass(frozen=True)
class Planted:
    """Where the error is, and what should be said of it."""

    rate: str
    verdict: str
    reading: str = ""


@dataclass
class Scene:
    """One report, sound so far, among others that say what its error may be read from."""

    made: Made
    truth: Truth
    at: int
    """Index of the month that the report is about."""
    level: Observation
    base: Observation
    rate: Rate

    @property
    def random(self) -> Random:
        """Where all chance comes from."""
        return self.made.random

    def months(self, *shifts: int) -> None:
        """Another source states the levels of months so many before or after."""
        source = self.made.source()
        for shift in shifts:
            at = self.at + shift
            self.made.level(self.truth.series, month(at), self.truth.months[at], self.level.step, source)

    def change_rate(self, **fields: object) -> None:
        """Alter the stated rate."""
        self.rate = replace(self.rate, **fields)  # type: ignore[arg-type]
        self.made.rates[0] = self.rate

    def change_level(self, value: Decimal) -> None:
        """Alter the stated level."""
        self.level = replace(self.level, value=value)
        self.made.observations[0] = self.level

    def change_base(self, value: Decimal) -> None:
        """Alter the stated base."""
        self.base = replace(self.base, value=value)
        self.made.observations[1] = self.base

    def misprint(self, alter: Callable[[Random, Decimal, Decimal], Decimal]) -> None:
        """Alter the rate, the level or the base, whichever comes up."""
        which = self.random.choice(("rate", "level", "base"))
        if which == "rate":
            self.change_rate(rate=alter(self.random, self.rate.rate, self.rate.step))
        elif which == "level":
            self.change_level(alter(self.random, self.level.value, self.level.step))
        else:
            self.change_base(alter(self.random, self.base.value, self.base.step))

    def visible(self, *, small: bool) -> bool:
        """Whether the error shows: off by half a point and by more than the numbers leave open, or at all."""
        base, level = (Interval.of(one.value, one.step) for one in (self.base, self.level))
        allowed = growth_between(base, level)
        if allowed is None or allowed.low is None or allowed.high is None:
            return False
        open_by = Fraction(0) if small else max(allowed.high - allowed.low, Fraction(1, 2))
        far = Interval(allowed.low - open_by, allowed.high + open_by)
        return not far.meets(Interval.of(self.rate.rate, self.rate.step))


def planted(seed: int, kind: str) -> tuple[Facts, Planted]:
    """Facts with one error of a kind, a key of PLANTS; the same for the same seed."""
    random = Random(seed)  # noqa: S311 - not for secrets
    plant, verdict = PLANTS[kind]
    for _ in range(200):
        scene = _scene(random, "mom" if kind == "year-on-year" else "yoy")
        plant(scene)
        if verdict != "inconsistent" or scene.visible(small=kind in SMALL):
            return scene.made.facts(), Planted(
                scene.rate.iri, verdict, kind if verdict == "inconsistent" else ""
            )
    raise AssertionError(f"no {kind} shows")


def off_by_chance(seed: int, *, coarse: bool) -> tuple[Facts, str]:
    """Facts with a rate that is two to forty points off, for no reason that they show; and its IRI."""
    random = Random(seed)  # noqa: S311 - not for secrets
    scene = _scene(random, "yoy")
    if coarse:
        for one, change in ((scene.level, scene.change_level), (scene.base, scene.change_base)):
            step = Decimal(10) ** (one.value.adjusted() - 2)
            change(rounded(one.value, step) + step)
        scene.change_rate(rate=rounded(scene.rate.rate, Decimal(1)), step=Decimal(1))
    scene.months(-1, -12, -13, -24)
    off = Decimal(random.randint(20, 400)) / 10 * random.choice((-1, 1))
    scene.change_rate(rate=scene.rate.rate + off)
    return scene.made.facts(), scene.rate.iri


def _scene(random: Random, basis: str) -> Scene:
    made = Made(random)
    truth = Truth.drawn(random, series_of(0))
    source, at = made.source(), random.randrange(25, 35)
    now, before = truth.months[at], truth.months[at - SHIFTS[basis]]
    step = Decimal(10) ** max(0, min(now, before).adjusted() - random.randint(3, 5))
    level = made.level(truth.series, month(at), now, step, source)
    base = made.level(truth.series, month(at - SHIFTS[basis]), before, step, source)
    places = Decimal(random.choice(("0.1", "0.01")))
    rate = made.rate(basis, truth.change(at, at, SHIFTS[basis]), places, level, base)
    return Scene(made, truth, at, level, base, rate)


def _drop(random: Random, value: Decimal, step: Decimal) -> Decimal:
    """Without one digit: not the last, none after the point, and not as a slip of the unit would leave it."""
    digits = str(int(abs(value) / step))
    whole = len(digits) + min(0, step.adjusted())
    at = random.randrange(max(1, whole - (step >= 1)))
    left = digits[:at] + digits[at + 1 :]
    alike = abs(int(left or "0") * 10 - int(digits)) * 50 < int(digits)
    return value if left.startswith("0") or alike else Decimal(left or "0") * step * (1 if value >= 0 else -1)


def _swap(random: Random, value: Decimal, step: Decimal) -> Decimal:
    digits = str(int(abs(value) / step))
    at = random.randrange(max(1, len(digits) - 1))
    mixed = digits[:at] + digits[at : at + 2][::-1] + digits[at + 2 :]
    return Decimal(mixed) * step * (1 if value >= 0 else -1)


def _slip(scene: Scene) -> None:
    factor = Decimal(scene.random.choice((10, 100, 1000)))
    which = scene.random.choice(("level", "base", "rate"))
    if which == "level":
        scene.change_level(scene.level.value * factor)
    elif which == "base":
        scene.change_base(scene.base.value * factor)
    else:
        scene.change_rate(rate=scene.rate.rate * 10, step=scene.rate.step * 10)


def _last_years(scene: Scene) -> None:
    scene.months(-12, -24)
    other = scene.made.observations[-2]
    change = scene.truth.change(scene.at - 12, scene.at - 12, 12)
    earlier = scene.made.rate("yoy", change, scene.rate.step, other)
    scene.change_rate(rate=earlier.rate)


def _other_basis(scene: Scene) -> None:
    months = 1 if scene.rate.basis == "yoy" else 12
    scene.months(-months)
    change = scene.truth.change(scene.at, scene.at, months)
    scene.change_rate(rate=rounded(change, scene.rate.step))


def _other_period(scene: Scene) -> None:
    first, last, truth, made = scene.at - scene.at % 12, scene.at, scene.truth, scene.made
    if first == last or scene.random.random() < 0.5:
        scene.months(-1, -13)
        change = truth.change(last - 1, last - 1, 12)
    else:
        source = made.source()
        for shift in (0, 12):
            total = truth.total(first - shift, last - shift)
            made.level(truth.series, run(first - shift, last - shift), total, scene.level.step, source)
        change = truth.change(first, last, 12)
    scene.change_rate(rate=rounded(change, scene.rate.step))


def _other_rate(scene: Scene) -> None:
    other = Truth.drawn(scene.random, series_of(1))
    scene.made.broader[other.series.indicator] = (scene.truth.series.indicator,)
    level = scene.made.level(
        other.series, scene.level.period, other.months[scene.at], Decimal(1), scene.level.source
    )
    copied = scene.made.rate("yoy", other.change(scene.at, scene.at, 12), scene.rate.step, level)
    scene.change_rate(rate=copied.rate)


def _other_level(scene: Scene) -> None:
    scene.months(0)
    share = Decimal(scene.random.choice((scene.random.randint(50, 90), scene.random.randint(110, 190))))
    scene.change_level(rounded(scene.level.value * share / 100, scene.level.step))


def _other_base(scene: Scene) -> None:
    narrow = replace(scene.level.series, definition=f"{scene.level.series.definition}2")
    value = scene.truth.months[scene.at - 12] * scene.random.randint(50, 90) / 100
    scene.made.level(narrow, scene.base.period, value, scene.base.step, scene.made.source())
    change = (scene.truth.months[scene.at] / value - 1) * 100
    scene.change_rate(rate=rounded(change, scene.rate.step))


def _points(scene: Scene) -> None:
    """Shares of a whole, to a tenth, and their difference for a rate."""
    shares = [Decimal(scene.random.randint(101, 899)) / 10 for _ in range(2)]
    series = Series(
        scene.level.series.indicator, scene.level.series.area, scene.level.series.definition, "percent"
    )
    tenth = Decimal("0.1")
    scene.level, scene.base = (
        replace(one, series=series, value=share, step=tenth)
        for one, share in zip((scene.level, scene.base), shares, strict=True)
    )
    scene.made.observations[:2] = [scene.level, scene.base]
    scene.change_rate(series=series, rate=shares[0] - shares[1], step=tenth)


def _noughts(scene: Scene) -> None:
    """Both levels to two figures, and none the wiser."""
    for value, change in ((scene.level.value, scene.change_level), (scene.base.value, scene.change_base)):
        change(rounded(value, Decimal(10) ** (value.adjusted() - 1)))


def _vintages(scene: Scene) -> None:
    revised = rounded(scene.base.value * scene.random.choice((97, 98, 102, 103)) / 100, scene.base.step)
    scene.made.level(scene.base.series, scene.base.period, revised, scene.base.step, scene.made.source())


def _currency(scene: Scene) -> None:
    scene.base = replace(scene.base, series=replace(scene.base.series, unit="RUR"))
    scene.made.observations[1] = scene.base


SMALL = frozenset({"truncated", "rounded-inputs"})
"""Errors that are small by nature."""
PLANTS: Mapping[str, tuple[Callable[[Scene], object], str]] = {
    "truncated": (
        lambda scene: scene.change_rate(
            rate=rounded(scene.truth.change(scene.at, scene.at, 12), Decimal(1), ROUND_DOWN), step=Decimal(1)
        ),
        "inconsistent",
    ),
    "rounded-inputs": (_noughts, "inconsistent"),
    "percentage-points": (_points, "inconsistent"),
    "sign": (lambda scene: scene.change_rate(rate=-scene.rate.rate), "inconsistent"),
    "other-level": (_other_level, "inconsistent"),
    "other-base": (_other_base, "inconsistent"),
    "last-years-rate": (_last_years, "inconsistent"),
    "month-on-month": (_other_basis, "inconsistent"),
    "year-on-year": (_other_basis, "inconsistent"),
    "other-period": (_other_period, "inconsistent"),
    "other-rate": (_other_rate, "inconsistent"),
    "unit-slip": (_slip, "inconsistent"),
    "digits-swapped": (lambda scene: scene.misprint(_swap), "inconsistent"),
    "dropped-digit": (lambda scene: scene.misprint(_drop), "inconsistent"),
    "one-vintage": (_vintages, "one-vintage"),
    "nought": (lambda scene: scene.change_base(Decimal(0)), "not-computable"),
    "below-nought": (lambda scene: scene.change_base(-scene.base.value), "not-computable"),
    "currency": (_currency, "not-computable"),
    "size": (lambda scene: scene.change_rate(rate=Decimal(10) ** 12), "not-computable"),
    "period": (lambda scene: scene.change_rate(base_period=None, base_figure=None), "not-computable"),
}
"""Kind of error -> what plants it, and the verdict it gets; if inconsistent, the kind is the reading."""
MISFITS = tuple(kind for kind, (_, verdict) in PLANTS.items() if verdict == "inconsistent")
"""The kinds that no base reproduces."""
