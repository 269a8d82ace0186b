"""What a closing does not allow is refused; what has happened is a matter to check."""

from typing import Any

import pytest

from domain.base.matter import MATTER_CLOSED_ALREADY, NO_SUCH_MATTER
from domain.closing.accounts import Accounts
from domain.expenditure import commands as c
from domain.expenditure import events as e
from domain.expenditure import rules
from domain.expenditure.checks import matters
from tests.domain.expenditure.examples import (
    CHARGE,
    EXPENDITURE,
    PROGRAMME,
    came_back,
    commit,
    committed,
    correct,
    paid,
    void,
)
from tests.given import given, versions

CORPORATION: dict[str, Any] = {"accounts": Accounts.CORPORATION}


def step(on: str, amount: int = 100, **other: object) -> dict[str, Any]:
    """Give the fields of a step."""
    return {"effective_on": on, "expenditure_id": EXPENDITURE, "amount": amount, **other}


def inspect(on: str, delivered: str, amount: int = 100, **other: object) -> c.InspectExpenditure:
    """Inspect what was delivered."""
    return c.InspectExpenditure.model_validate(step(on, amount, delivered_on=delivered, **other))


def order(on: str, amount: int = 100) -> c.OrderPayment:
    """Order a payment."""
    return c.OrderPayment.model_validate(step(on, amount, order_number="命-1"))


def pay(on: str, **other: Any) -> c.PayExpenditure:  # noqa: ANN401
    """Pay 100."""
    return c.PayExpenditure.model_validate(step(on, **other))


def give_back(on: str, **other: Any) -> c.ReturnExpenditure:  # noqa: ANN401
    """Take 100 back."""
    return c.ReturnExpenditure.model_validate(step(on, **other))


def cancel(on: str, amount: int) -> c.CancelCommitment:
    """Cancel a part."""
    return c.CancelCommitment.model_validate(step(on, amount))


def close(check: str, concerns: int, on: str = "2025-07-01") -> c.CloseExpenditureMatter:
    """Close a matter as explained."""
    said = {"concerns": concerns, "check": check, "closing": "explained"}
    common = {"effective_on": on, "expenditure_id": EXPENDITURE}
    return c.CloseExpenditureMatter.model_validate(common | said)


def on(kind: type[e.Charge], command: c.ExpenditureStep, **charge: object) -> Any:  # noqa: ANN401
    """Give the event that says the same as a command."""
    fields = command.carried("as_fact") | CHARGE | {"programme": PROGRAMME} | charge
    return kind.model_validate(fields)


def change(command: c.CommitExpenditure, **other: object) -> c.CommitExpenditure:
    """Give the commitment with other fields."""
    return c.CommitExpenditure.model_validate(command.model_dump() | other)


def touched(*history: Any) -> list[str]:  # noqa: ANN401
    """Give the codes of the matters of a history."""
    return [matter.check.code for matter in matters(versions(*history))]


@pytest.mark.parametrize("accounts", ["municipality", "corporation"])
def test_a_commitment_lies_in_its_fiscal_year(accounts: str) -> None:
    """From 1 April to 31 March; one that was made all the same is recorded as a fact."""
    for day in ("2024-04-01", "2025-03-31"):
        asked = change(commit(day), accounts=accounts)
        expected = e.ExpenditureCommitted.model_validate(asked.carried("plan_id", "as_fact"))
        given().when(asked).then(expected)
    for day in ("2024-03-31", "2025-04-01"):
        given().when(commit(day)).refused(rules.COMMITTED_OUTSIDE_YEAR)
        given().when(change(commit(day), as_fact=True)).then(committed(day))
        assert touched(committed(day)) == ["commitment-outside-year"]


def test_what_is_delivered_by_31_march_belongs_to_the_year() -> None:
    """It may be inspected in April; a day later is another year's, whoever's accounts it is."""
    asked = inspect("2025-04-02", "2025-03-31")
    given(committed()).when(asked).then(on(e.ExpenditureInspected, asked))
    for history in (committed(), committed().model_copy(update=CORPORATION)):
        given(history).when(inspect("2025-04-02", "2025-04-01")).refused(rules.DELIVERED_AFTER_YEAR)
    fact = inspect("2025-04-02", "2025-04-01", as_fact=True)
    inspected = on(e.ExpenditureInspected, fact)
    given(committed()).when(fact).then(inspected)
    assert touched(committed(), inspected) == ["delivery-after-year-end"]


@pytest.mark.parametrize("year", [2024, 2025])
def test_a_municipality_pays_for_a_year_until_31_may(year: int) -> None:
    """A Saturday in 2025 and a Sunday in 2026: no closed day moves it."""
    began = committed(f"{year}-06-01").model_copy(update={"fiscal_year": year})
    of = {"fiscal_year": year}
    for day in (f"{year + 1}-05-30", f"{year + 1}-05-31"):
        given(began).when(pay(day)).then(on(e.ExpenditurePaid, pay(day), **of))
    late = f"{year + 1}-06-01"
    given(began).when(pay(late)).refused(rules.PAID_AFTER_CLOSING)
    fact = on(e.ExpenditurePaid, pay(late), **of)
    given(began).when(pay(late, as_fact=True)).then(fact)
    assert "payment-after-closing" in touched(began, fact)


def test_a_corporation_pays_for_what_was_delivered_whenever_it_pays() -> None:
    """It has no two months, and needs none."""
    began = committed().model_copy(update=CORPORATION)
    event = on(e.ExpenditurePaid, pay("2025-06-01"), **CORPORATION)
    given(began).when(pay("2025-06-01")).then(event)
    assert "payment-after-closing" not in touched(began, event)


def test_what_comes_back_after_31_may_is_revenue_of_the_new_year() -> None:
    """Until then it goes back to the old one."""
    history = (committed(), paid("2025-05-01", 500))
    given(*history).when(give_back("2025-05-31")).then(came_back("2025-05-31", 100))
    given(*history).when(give_back("2025-06-01")).refused(rules.RETURNED_AFTER_CLOSING)
    given(*history).when(give_back("2025-06-01", as_fact=True)).then(came_back("2025-06-01", 100))
    assert "return-after-closing" in touched(*history, came_back("2025-06-01", 100))


def test_a_prior_years_debt_is_charged_to_the_new_year() -> None:
    """By a municipality, and for a year before the one charged."""
    asked = change(commit(), fiscal_year=2025, effective_on="2025-06-02", prior_year=2024)
    given().when(asked).then(
        e.ExpenditureCommitted.model_validate(asked.carried("plan_id", "as_fact"))
    )
    given().when(change(asked, prior_year=2025)).refused(rules.NOT_A_PRIOR_YEAR)
    given().when(change(asked, **CORPORATION)).refused(rules.NOT_A_PRIOR_YEAR)


def test_travel_says_whose_it_is() -> None:
    """That of staff is a matter to check."""
    given().when(change(commit(), budget_item="r2:8")).refused(rules.TRAVELLER_NOT_SAID)
    staff = change(commit(), budget_item="r2:8", traveller="staff")
    event = e.ExpenditureCommitted.model_validate(staff.carried("plan_id", "as_fact"))
    given().when(staff).then(event)
    assert touched(event) == ["staff-travel"]


def test_an_organisation_or_a_person_is_paid() -> None:
    """Not both."""
    asked = commit()
    given().when(change(asked, payee="8000020130001", payee_person=EXPENDITURE)).refused(
        rules.PAYEE_TWICE
    )


def test_no_more_is_inspected_or_ordered_than_was_committed() -> None:
    """Nor before the commitment, nor before the delivery."""
    history = committed("2024-06-01", 100)
    here = given(history)
    here.when(inspect("2024-07-01", "2024-07-01", 101)).refused(rules.INSPECTED_MORE)
    here.when(inspect("2024-05-31", "2024-05-31")).refused(rules.BEFORE_COMMITMENT)
    here.when(inspect("2024-07-01", "2024-07-02")).refused(rules.INSPECTED_BEFORE_DELIVERY)
    here.when(order("2024-07-01", 100)).then(on(e.PaymentOrdered, order("2024-07-01")))
    here.when(order("2024-07-01", 101)).refused(rules.ORDERED_MORE)
    here.when(order("2024-05-31")).refused(rules.BEFORE_COMMITMENT)
    ordered = on(e.PaymentOrdered, order("2024-07-01"))
    given(history, ordered).when(correct(1, amount=99)).refused(rules.ORDERED_MORE)
    inspected = on(e.ExpenditureInspected, inspect("2024-07-01", "2024-07-01"))
    given(history, inspected).when(correct(1, amount=99)).refused(rules.INSPECTED_MORE)


def test_what_was_not_paid_can_be_cancelled() -> None:
    """And is not there to be paid any more."""
    history = (committed("2024-06-01", 300), paid("2024-07-01", 200))
    cancelled = on(e.CommitmentCancelled, cancel("2024-08-01", 100))
    given(*history).when(cancel("2024-08-01", 100)).then(cancelled)
    given(*history).when(cancel("2024-08-01", 101)).refused(rules.CANCELS_MORE_THAN_LEFT)
    given(*history).when(cancel("2024-05-31", 1)).refused(rules.BEFORE_COMMITMENT)
    ordered = on(e.PaymentOrdered, order("2024-07-31", 300))
    given(*history, ordered).when(cancel("2024-08-01", 1)).refused(rules.ORDERED_MORE)
    given(*history, cancelled).when(pay("2024-09-01")).refused(rules.MORE_THAN_COMMITTED)
    given(*history, cancelled).when(void(2)).then(
        e.ExpenditureVoided.model_validate(
            {"effective_on": "2025-01-01", "programme": PROGRAMME, "voids": 2}
        )
    )


def test_what_is_paid_before_its_inspection_is_a_matter_that_a_person_closes() -> None:
    """Once; a matter that is not there is closed by nobody."""
    history = (committed(), paid("2024-07-01", 100))
    code = "payment-before-inspection"
    assert touched(*history) == [code]
    closed = e.ExpenditureMatterClosed.model_validate(
        close(code, 2).carried() | {"programme": PROGRAMME}
    )
    given(*history).when(close(code, 2)).then(closed)
    given(*history, closed).when(close(code, 2)).refused(MATTER_CLOSED_ALREADY)
    given(*history).when(close("payment-after-closing", 2)).refused(NO_SUCH_MATTER)
    inspected = on(e.ExpenditureInspected, inspect("2024-07-01", "2024-06-30"))
    assert touched(*history, inspected) == []
