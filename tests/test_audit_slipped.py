"""A slip of the unit is one finding: nothing is reckoned with it, and what it alone upsets is named in it."""

from __future__ import annotations

from policygraph.audit.records.counted import Observation, Rate
from policygraph.audit.rivals.slipped import slipped
from policygraph.audit.run import check_figures
from policygraph.audit.series.levels import levels
from test_audit_growths import facts, level, rate

AROUND = level("c", "2023-10", "260"), level("c", "2023-11", "259")
SLIP = level("a", "2023-12", "303000")


def found(*records: Observation | Rate) -> list[tuple[str, str]]:
    return [(one.kind, one.severity) for one in check_figures(facts(*records)).findings]


def test_the_slip_is_the_one_that_is_out_of_line() -> None:
    pair = SLIP, level("b", "2023-12", "303")
    assert slipped(levels(facts(*AROUND, *pair))) == {SLIP.iri}
    assert slipped(levels(facts(*pair))) == set()
    assert slipped(levels(facts(*AROUND, SLIP, level("b", "2023-12", "310")))) == set()


def test_a_slip_is_no_base_and_in_no_total() -> None:
    base, longer = level("b", "2023-12", "303"), level("c", "2023-10/2023-12", "822", kind="quarter")
    rise = level("d", "2024-12", "348"), rate("14.9", "2024-12", "d")
    assert found(*AROUND, SLIP, base, longer, *rise) == [("rival-unit", "major")]
    assert {kind for kind, _ in found(*AROUND, SLIP, longer)} == {"part-exceeds-whole", "total-mismatch"}


def test_a_rate_that_only_the_slip_upsets_is_named_with_it() -> None:
    base = level("z", "2022-12", "247")
    (one,) = check_figures(facts(*AROUND, SLIP, level("b", "2023-12", "303"), base, rate("22.67"))).findings
    assert (one.kind, one.severity) == ("rival-unit", "major")
    assert "g:a-2023-12-22.67" in one.about
    assert one.sentence.endswith("a slip of the unit. A stated rate misfits for this alone.")
