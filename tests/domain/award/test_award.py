"""A grant is applied for, decided, advanced, reported, fixed, and settled or paid back."""

from typing import Any
from uuid import UUID

from domain.award import commands as c
from domain.award import events as e
from domain.award import rules
from domain.award.award import matters
from domain.base.event import Event
from domain.base.matter import MATTER_CLOSED_ALREADY, NO_SUCH_MATTER
from tests.domain.grant.examples import GRANT, PLAN, submitted
from tests.given import given, versions

AWARD = UUID(int=0xA1)
OF: dict[str, Any] = {"programme": GRANT, "municipality": "202126", "fiscal_year": 2024}


def event(kind: type[Event], on: str, **fields: object) -> Event:
    """Give an event of Omachi's grant of R6."""
    paper = {"number": "6大企第1号"} if "number" in kind.model_fields else {}
    return kind.model_validate({**OF, **paper, "effective_on": on, **fields})


def common(on: str, **fields: object) -> dict[str, Any]:
    """Give the fields of a command on that grant."""
    return {"effective_on": on, "award_id": AWARD, **fields}


PAPER = {"number": "6大企第1号"}


def apply(on: str = "2024-04-10", **other: object) -> c.ApplyForGrant:
    """Apply for 500 of 1,000."""
    fields = {**OF, **PAPER, "effective_on": on, "cost": 1000, "amount": 500, "plan_id": PLAN}
    return c.ApplyForGrant.model_validate(fields | other)


def decide(on: str = "2024-05-01", amount: int = 500) -> c.DecideGrant:
    """Decide."""
    return c.DecideGrant.model_validate(common(on, **PAPER, amount=amount))


def amend(on: str = "2024-10-01", amount: int = 400) -> c.AmendDecision:
    """Amend the decision."""
    return c.AmendDecision.model_validate(common(on, **PAPER, amount=amount))


def advance(on: str, amount: int) -> c.AdvanceGrant:
    """Receive in advance."""
    return c.AdvanceGrant.model_validate(common(on, amount=amount))


def report(on: str = "2025-04-08") -> c.ReportPerformance:
    """Report."""
    return c.ReportPerformance.model_validate(common(on, **PAPER, cost=800))


def fix(on: str = "2025-05-10", amount: int = 400) -> c.FixGrant:
    """Fix the amount."""
    return c.FixGrant.model_validate(common(on, **PAPER, amount=amount))


def settle(on: str, amount: int) -> c.SettleGrant:
    """Receive the rest."""
    return c.SettleGrant.model_validate(common(on, amount=amount))


def repay(on: str, amount: int) -> c.RepayGrant:
    """Pay back."""
    return c.RepayGrant.model_validate(common(on, amount=amount, cause="over-advance"))


def close(on: str, concerns: int = 5) -> c.CloseAwardMatter:
    """Close the matter of a fixed amount."""
    said = {"concerns": concerns, "check": "grant-received-above-fixed", "closing": "remedied"}
    return c.CloseAwardMatter.model_validate(common(on, **said))


APPLIED = event(e.GrantApplied, "2024-04-10", cost=1000, amount=500)
DECIDED = event(e.GrantDecided, "2024-05-01", amount=500)
ADVANCED = event(e.GrantAdvanced, "2024-11-01", amount=450)
REPORTED = event(e.PerformanceReported, "2025-04-08", cost=800)
FIXED = event(e.GrantFixed, "2025-05-10", amount=400)


def test_an_applicant_applies_for_a_year_of_the_plan_once() -> None:
    """One stream for each municipality and fiscal year."""
    here = given().seeing(PLAN, submitted())
    here.when(apply()).then(APPLIED)
    here.when(apply(municipality="202151")).refused(rules.NOT_IN_THE_PLAN)
    here.when(apply(fiscal_year=2027)).refused(rules.NOT_IN_THE_PLAN)
    given().when(apply()).refused(rules.NOT_IN_THE_PLAN)
    given(APPLIED).seeing(PLAN, submitted()).when(apply()).refused(rules.APPLIED_ALREADY)


def test_a_grant_is_decided_once_and_then_amended() -> None:
    """The application comes first, on the same day at the latest."""
    given(APPLIED).when(decide("2024-04-10")).then(event(e.GrantDecided, "2024-04-10", amount=500))
    given(APPLIED).when(decide("2024-04-09")).refused(rules.BEFORE_THE_APPLICATION)
    given(APPLIED, DECIDED).when(decide()).refused(rules.DECIDED_ALREADY)
    given(APPLIED).when(amend()).refused(rules.NOT_DECIDED)
    given(APPLIED, DECIDED).when(amend("2024-04-09")).refused(rules.BEFORE_THE_APPLICATION)
    given(APPLIED, DECIDED).when(amend()).then(
        event(e.GrantDecisionAmended, "2024-10-01", amount=400)
    )


def test_no_more_is_advanced_than_was_decided() -> None:
    """Up to the last yen, and not before the decision."""
    decided = given(APPLIED, DECIDED)
    decided.when(advance("2024-11-01", 500)).then(event(e.GrantAdvanced, "2024-11-01", amount=500))
    decided.when(advance("2024-11-01", 501)).refused(rules.ADVANCE_ABOVE_DECISION)
    decided.when(advance("2024-04-30", 1)).refused(rules.NOT_DECIDED)
    decided.when(advance("2024-04-09", 1)).refused(rules.BEFORE_THE_APPLICATION)


def test_performance_is_reported_once_after_the_decision() -> None:
    """And the amount is fixed after the report, not above the decision."""
    given(APPLIED, DECIDED).when(report()).then(REPORTED)
    given(APPLIED).when(report()).refused(rules.NOT_DECIDED)
    given(APPLIED, DECIDED).when(report("2024-04-09")).refused(rules.BEFORE_THE_APPLICATION)
    reported = given(APPLIED, DECIDED, REPORTED)
    reported.when(report()).refused(rules.REPORTED_ALREADY)
    reported.when(fix(amount=500)).then(event(e.GrantFixed, "2025-05-10", amount=500))
    reported.when(fix(amount=501)).refused(rules.FIXED_ABOVE_DECISION)
    reported.when(fix("2025-04-07")).refused(rules.NOT_REPORTED)
    reported.when(fix("2024-04-09")).refused(rules.BEFORE_THE_APPLICATION)
    given(APPLIED, DECIDED, REPORTED, FIXED).when(fix()).refused(rules.FIXED_ALREADY)


def test_what_is_left_is_settled_up_to_the_fixed_amount() -> None:
    """Not by one yen more."""
    fixed = given(APPLIED, DECIDED, REPORTED, FIXED)
    fixed.when(settle("2025-05-20", 400)).then(event(e.GrantSettled, "2025-05-20", amount=400))
    fixed.when(settle("2025-05-20", 401)).refused(rules.SETTLED_ABOVE_FIXED)
    fixed.when(settle("2025-05-09", 1)).refused(rules.NOT_FIXED)
    fixed.when(settle("2024-04-09", 1)).refused(rules.BEFORE_THE_APPLICATION)


def test_a_late_step_leaves_later_ones_within_the_amounts() -> None:
    """A decision of an earlier day binds what was advanced and settled after it."""
    advanced = given(APPLIED, DECIDED, ADVANCED)
    advanced.when(amend("2024-10-01", 449)).refused(rules.ADVANCE_ABOVE_DECISION)
    given(APPLIED, DECIDED, REPORTED, FIXED).when(amend("2024-10-01", 399)).refused(
        rules.FIXED_ABOVE_DECISION
    )
    settled = event(e.GrantSettled, "2025-05-20", amount=400)
    given(APPLIED, DECIDED, REPORTED, FIXED, settled).when(advance("2025-05-01", 1)).refused(
        rules.SETTLED_ABOVE_FIXED
    )


def test_no_more_is_paid_back_than_was_received() -> None:
    """Up to all of it."""
    received = given(APPLIED, DECIDED, ADVANCED)
    received.when(repay("2025-06-01", 450)).then(
        event(e.GrantRepaid, "2025-06-01", amount=450, cause="over-advance")
    )
    received.when(repay("2025-06-01", 451)).refused(rules.REPAID_ABOVE_RECEIVED)
    received.when(repay("2024-04-09", 1)).refused(rules.BEFORE_THE_APPLICATION)


def test_what_was_received_above_the_fixed_amount_is_a_matter() -> None:
    """Until it is paid back, and a person closes it once."""
    above = (APPLIED, DECIDED, ADVANCED, REPORTED, FIXED)
    closed = e.AwardMatterClosed.model_validate(
        close("2025-05-11").carried() | {"programme": GRANT}
    )
    given(*above).when(close("2025-05-11")).then(closed)
    given(*above, closed).when(close("2025-05-12")).refused(MATTER_CLOSED_ALREADY)
    repaid = event(e.GrantRepaid, "2025-05-11", amount=50, cause="over-advance")
    given(*above, repaid).when(close("2025-05-11")).refused(NO_SUCH_MATTER)


def test_a_decision_above_the_application_is_a_matter() -> None:
    """Up to the last yen applied for it is none; what is applied for once more is not known."""

    def found(amount: int) -> list[tuple[int, str]]:
        decided = event(e.GrantDecided, "2024-05-01", amount=amount)
        return [(one.version, one.check.code) for one in matters(versions(APPLIED, decided))]

    assert found(500) == []
    assert found(501) == [(2, "grant-decided-above-application")]


def test_a_decision_amended_below_what_was_advanced_is_a_matter() -> None:
    """As much as was advanced and not paid back by then is enough."""

    def found(amount: int, *before: Event) -> list[tuple[int, str]]:
        amended = event(e.GrantDecisionAmended, "2024-12-01", amount=amount)
        history = versions(APPLIED, DECIDED, *before, amended)
        return [(one.version, one.check.code) for one in matters(history)]

    assert found(450, ADVANCED) == []
    assert found(449, ADVANCED) == [(4, "grant-amended-below-advanced")]
    back = event(e.GrantRepaid, "2024-11-30", amount=1, cause="over-advance")
    assert found(449, ADVANCED, back) == []
    assert found(449) == []
