"""How promises and targets are told in a terminal: one cell for a life, a silence, a distance."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from policygraph.questions.progress import Progress
from policygraph.questions.promises import Promise, PromisedTarget
from policygraph.view.wording import amount_words

__all__ = ["SILENCE", "TARGETS_NOTE", "amount", "initiative_row", "left_out", "life", "target_row"]

SILENCE = (
    "No evidence since a day means that no source tells of it after that day, not that nothing happened."
)
TARGETS_NOTE = (
    "Met or missed is said only where a figure counts the same for the time at which the target was due; "
    "growth marked ~ starts from a figure of another definition."
)


def left_out(undated: int) -> str:
    """How many targets a day leaves out, since no dated source tells of them.

    >>> left_out(1)
    'Left out: 1 target that no dated source tells of.'
    """
    return f"Left out: {undated} target{'s' if undated != 1 else ''} that no dated source tells of."


def initiative_row(row: Promise) -> tuple[str, ...]:
    """Name, status, life, evidence and claims of an initiative."""
    return row.name, _stands(row), "; ".join(life(row.life)), _evidence(row), "; ".join(row.credits)


def _stands(row: Promise) -> str:
    since = f" since {row.since_stated}" if row.since_stated else ""
    if not row.superseded_by:
        return f"{row.status}{since}"
    by = f"superseded by {' and '.join(row.superseded_by)}"
    return f"{by}{since}" if row.status == "superseded" else f"{row.status}{since}; {by}"


def life(entries: Iterable[str]) -> list[str]:
    """The steps of a life, each once with all who took it.

    >>> life(["2021-08-10 announced by A", "2021-08-10 announced by B", "2024-02 on hold"])
    ['2021-08-10 announced by A and B', '2024-02 on hold']
    """
    steps: dict[str, list[str]] = {}
    for entry in entries:
        step, _, actor = entry.partition(" by ")
        steps.setdefault(step, []).extend([actor] if actor else [])
    return [f"{step} by {' and '.join(actors)}" if actors else step for step, actors in steps.items()]


def _evidence(row: Promise) -> str:
    if row.last_evidence is None:
        return "no dated source"
    days = row.days_silent or 0
    return f"no evidence since {row.last_evidence} ({days} day{'s' if days != 1 else ''})"


def target_row(row: PromisedTarget, judged: Progress) -> tuple[str, ...]:
    """A target, who set it when, how it stands, the latest figure, the growth needed, where it moved."""
    what = f"{amount(row.value, row.unit)}: {row.indicator_name}"
    if row.bound:
        what = f"{row.bound.replace('-', ' ')} {what}"
    return (
        f"{what} ({row.note or row.definition_name})" if row.note or row.definition_name else what,
        row.agent_name or "",
        str(row.said or "not dated"),
        judged.due,
        "; ".join([f"{judged.standing}{f' ({judged.why})' if judged.why else ''}", *row.reported]),
        _actual(row),
        _growth(row, judged.growth_needed),
        "; ".join(row.moved_to),
    )


def _actual(row: PromisedTarget) -> str:
    if row.actual_value is None:
        return "none known"
    other = "" if row.comparable else f" ({row.actual_indicator}: {row.actual_definition})"
    return f"{amount(row.actual_value, row.unit)}, {row.actual_label}{other}"


def _growth(row: PromisedTarget, needed: Decimal | None) -> str:
    if needed is None:
        return ""
    return f"{'' if row.comparable else '~'}{needed}%"


def amount(value: Decimal, unit: str) -> str:
    """A quantity with its unit, a currency's code before it.

    >>> amount(Decimal(15000000000), "USD"), amount(Decimal(10000), "centres")
    ('USD 15 billion', '10,000 centres')
    """
    currency = unit if len(unit) == 3 and unit.isupper() else ""
    return amount_words(f"{value:f}", unit, currency)
