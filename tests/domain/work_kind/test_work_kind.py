"""Whether fees for a kind of work are withheld from: a person says so, from a day on."""

from uuid import UUID

from domain.base.mend import CORRECTION_INVALID
from domain.work_kind import commands as c
from domain.work_kind import events as e
from domain.work_kind import rules
from tests.given import day, given

KIND = UUID(int=0x3D)


def withheld(on: str, applies: str) -> e.WithholdingSet:
    """It was decided."""
    said = {"kind": "creative", "applies": applies, "decided_by": "会計課"}
    return e.WithholdingSet.model_validate({"effective_on": on} | said)


def decide(on: str, applies: str) -> c.SetWithholding:
    """Decide it."""
    said = {"kind": "creative", "applies": applies, "decided_by": "会計課"}
    return c.SetWithholding.model_validate({"effective_on": on} | said)


def correct(**now: object) -> c.CorrectWithholding:
    """Correct the first entry."""
    return c.CorrectWithholding(
        effective_on=day("2025-06-01"), work_kind_id=KIND, version=1, now=now
    )


def test_it_is_decided_and_decided_otherwise_later() -> None:
    """Also that it is being asked; an earlier day can be entered later."""
    given().when(decide("2024-10-01", "unknown")).then(withheld("2024-10-01", "unknown"))
    given(withheld("2024-10-01", "unknown")).when(decide("2025-04-01", "yes")).then(
        withheld("2025-04-01", "yes")
    )
    given(withheld("2024-10-01", "yes")).when(decide("2024-09-30", "yes")).then(
        withheld("2024-09-30", "yes")
    )


def test_the_same_is_not_decided_twice() -> None:
    """From the day on which it holds, and on the day after."""
    before = given(withheld("2024-10-01", "yes"))
    before.when(decide("2024-10-01", "yes")).refused(rules.WITHHOLDING_AS_BEFORE)
    before.when(decide("2024-10-02", "yes")).refused(rules.WITHHOLDING_AS_BEFORE)


def test_entries_are_put_right_and_taken_back() -> None:
    """But an entry stays about its kind of work."""
    once = given(withheld("2024-10-01", "yes"))
    once.when(correct(applies="no")).then(
        e.WithholdingCorrected(effective_on=day("2025-06-01"), corrects=1, now={"applies": "no"})
    )
    once.when(correct(kind="mentoring")).refused(CORRECTION_INVALID)
    once.when(c.VoidWithholding(effective_on=day("2025-06-01"), work_kind_id=KIND, version=1)).then(
        e.WithholdingVoided(effective_on=day("2025-06-01"), voids=1)
    )
