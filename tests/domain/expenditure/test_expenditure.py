"""Nothing is paid that was not committed, and nothing comes back that was not paid."""

from typing import Any

import pytest
from pydantic import ValidationError

from domain.base.event import Event
from domain.expenditure import rules
from tests.domain.expenditure.examples import (
    GRANT,
    PLAN,
    came_back,
    commit,
    commit_planned,
    committed,
    correct,
    corrected,
    give_back,
    paid,
    pay,
    voided,
)
from tests.domain.grant import examples as plan
from tests.given import Given, day, given

LINE: dict[str, Any] = {"line": "2-training", "pillar": "2", "budget_items": ("r2:12", "r2:10")}
PLANNED = plan.line(**LINE, amount=1000)


def with_plan(*lines: Event) -> Given:
    """Say that the grant has this plan."""
    return given().seeing(PLAN, plan.submitted(), *lines)


def test_a_grants_money_is_committed_on_a_line_of_its_plan() -> None:
    """The line names the year, the pillar and the 節; the plan's id is not part of the event."""
    expected = committed().model_copy(update={"programme": GRANT})
    with_plan(PLANNED).when(commit_planned()).then(expected)


def test_a_line_that_is_not_split_is_every_municipalitys() -> None:
    """One that is split belongs to one of them, and what is not split is charged to no part."""
    own = PLANNED.model_copy(update={"municipality": "202126"})
    with_plan(own).when(commit_planned()).refused(rules.BUDGET_LINE_UNKNOWN)
    with_plan(own).when(commit_planned(municipality="joint")).refused(rules.BUDGET_LINE_UNKNOWN)
    command = commit_planned(municipality="202126")
    expected = committed().model_copy(update={"programme": GRANT, "municipality": "202126"})
    with_plan(own).when(command).then(expected)
    with_plan(PLANNED).when(command).then(expected)


def test_a_commitment_fits_its_line_in_everything() -> None:
    """Another line, year, pillar or 節 is another line."""
    here = with_plan(PLANNED)
    here.when(commit_planned(line="2-other")).refused(rules.BUDGET_LINE_UNKNOWN)
    here.when(commit_planned(fiscal_year=2025)).refused(rules.BUDGET_LINE_UNKNOWN)
    here.when(commit_planned(pillar="3")).refused(rules.BUDGET_LINE_UNKNOWN)
    here.when(commit_planned(budget_item="r2:17")).refused(rules.BUDGET_LINE_UNKNOWN)


def test_the_plan_is_the_one_of_the_programme() -> None:
    """Nobody charges another project's plan, or one that is not there."""
    with_plan(PLANNED).when(commit_planned(programme="grant:other")).refused(
        rules.BUDGET_LINE_UNKNOWN
    )
    given().when(commit_planned()).refused(rules.BUDGET_LINE_UNKNOWN)


def test_no_commitment_exceeds_its_line() -> None:
    """By the amount of the day: before a supplement or a transfer it is the old one."""
    here = with_plan(PLANNED, plan.changed("2024-06-02", 1500, **LINE))
    here.when(commit_planned(amount=1001)).refused(rules.EXCEEDS_THE_LINE)
    for on, amount in (("2024-06-01", 1000), ("2024-06-02", 1500)):
        expected = committed(on, amount).model_copy(update={"programme": GRANT})
        here.when(commit_planned(effective_on=on, amount=amount)).then(expected)
    above = commit_planned(effective_on="2024-06-02", amount=1501)
    here.when(above).refused(rules.EXCEEDS_THE_LINE)


def test_what_was_committed_is_recorded_as_a_fact() -> None:
    """Whatever the line has; it is a matter to check then."""
    expected = committed(amount=1001).model_copy(update={"programme": GRANT})
    with_plan(PLANNED).when(commit_planned(amount=1001, as_fact=True)).then(expected)


def test_a_line_of_a_later_day_is_there_all_the_same() -> None:
    """The plan has it; its amount is the one that it has then."""
    late = with_plan(PLANNED.model_copy(update={"effective_on": day("2024-07-01")}))
    late.when(commit_planned(amount=1001)).refused(rules.EXCEEDS_THE_LINE)
    late.when(commit_planned()).then(committed().model_copy(update={"programme": GRANT}))


def test_a_correction_is_held_against_the_plan_like_the_commitment() -> None:
    """Whoever corrects what the money is charged to, when or how much, names the plan."""
    grants = committed(amount=300).model_copy(update={"programme": GRANT})
    here = given(grants).seeing(PLAN, plan.submitted(), PLANNED)
    here.when(correct(1, amount=400)).refused(rules.PLAN_NOT_NAMED)
    here.when(correct(1, plan_id=PLAN, amount=1001)).refused(rules.EXCEEDS_THE_LINE)
    here.when(correct(1, plan_id=PLAN, line="no-such-line")).refused(rules.BUDGET_LINE_UNKNOWN)
    elsewhere = [
        one.model_copy(update={"programme": "grant:other"}) for one in (plan.submitted(), PLANNED)
    ]
    given(grants).seeing(PLAN, *elsewhere).when(correct(1, plan_id=PLAN, amount=1)).refused(
        rules.BUDGET_LINE_UNKNOWN
    )

    def mended(**now: object) -> Event:
        return corrected("2025-01-01", 1, **now).model_copy(update={"programme": GRANT})

    here.when(correct(1, plan_id=PLAN, amount=1000)).then(mended(amount=1000))
    here.when(correct(1, plan_id=PLAN, as_fact=True, amount=1001)).then(mended(amount=1001))
    here.when(correct(1, purpose="研修会")).then(mended(purpose="研修会"))


def test_a_towns_own_commitment_is_corrected_without_a_plan() -> None:
    """It has none."""
    given(committed()).when(correct(1, amount=99_000)).then(
        corrected("2025-01-01", 1, amount=99_000)
    )


def test_a_grants_money_is_not_committed_without_its_plan() -> None:
    """A town's own programme has none."""
    with_plan(PLANNED).when(commit_planned(plan_id=None)).refused(rules.PLAN_NOT_NAMED)
    given().when(commit()).then(committed())


def test_money_is_committed() -> None:
    """The commitment says for what, from which line, for which year and whose money."""
    given().when(commit()).then(committed())


def test_a_number_is_committed_once() -> None:
    """A second commitment needs a number of its own."""
    given(committed()).when(commit("2024-07-01", 1)).refused(rules.COMMITTED_ALREADY)


def test_a_number_is_one_of_its_year_programme_and_municipality() -> None:
    """Numbers start again every year, and everywhere else."""
    command = commit()
    others = [
        command.model_copy(update={"fiscal_year": 2025}),
        command.model_copy(update={"programme": "grant:other"}),
        command.model_copy(update={"municipality": "joint"}),
    ]
    assert len({command.opens(), *(other.opens() for other in others)}) == 4


def test_a_voided_commitment_can_be_made_anew() -> None:
    """It never took place, so its number is free."""
    given(committed(), voided("2024-06-02", 1)).when(commit("2024-06-03", 900)).then(
        committed("2024-06-03", 900)
    )


def test_committed_money_is_paid() -> None:
    """The payment carries the charge and the programme of its commitment."""
    given(committed(amount=1000)).when(pay("2024-07-01", 1000)).then(paid("2024-07-01", 1000))


def test_a_payment_stays_with_the_programme_of_its_commitment() -> None:
    """Whatever the command says, money does not change programmes on the way."""
    elsewhere = pay("2024-07-01", 1).model_copy(update={"programme": "grant:dx-r6"})
    given(committed()).when(elsewhere).then(paid("2024-07-01", 1))


def test_money_is_paid_in_parts() -> None:
    """Up to the last yen."""
    given(committed(amount=1000), paid("2024-07-01", 999)).when(pay("2024-08-01", 1)).then(
        paid("2024-08-01", 1)
    )


def test_no_more_is_paid_than_was_committed() -> None:
    """Not by one yen, in one payment or in several."""
    given(committed(amount=1000)).when(pay("2024-07-01", 1001)).refused(rules.MORE_THAN_COMMITTED)
    given(committed(amount=1000), paid("2024-07-01", 600)).when(pay("2024-08-01", 401)).refused(
        rules.MORE_THAN_COMMITTED
    )


def test_a_corrected_commitment_is_the_limit() -> None:
    """The rules see what was true, not what had been typed."""
    given(committed(amount=1000), corrected("2024-06-02", 1, amount=500)).when(
        pay("2024-07-01", 501)
    ).refused(rules.MORE_THAN_COMMITTED)


def test_a_voided_payment_leaves_room() -> None:
    """It never took place."""
    given(committed(amount=1000), paid("2024-07-01", 1000), voided("2024-07-02", 2)).when(
        pay("2024-07-03", 1000)
    ).then(paid("2024-07-03", 1000))


def test_paid_money_comes_back() -> None:
    """Up to all of it, and it can be paid once more."""
    given(committed(amount=1000), paid("2024-07-01", 600)).when(give_back("2024-08-01", 600)).then(
        came_back("2024-08-01", 600)
    )
    given(committed(amount=1000), paid("2024-07-01", 1000), came_back("2024-08-01", 1000)).when(
        pay("2024-09-01", 1000)
    ).then(paid("2024-09-01", 1000))


def test_no_more_comes_back_than_was_paid() -> None:
    """Not by one yen, at once or in several returns."""
    given(committed()).when(give_back("2024-08-01", 1)).refused(rules.MORE_THAN_PAID)
    given(committed(), paid("2024-07-01", 600), came_back("2024-08-01", 500)).when(
        give_back("2024-09-01", 101)
    ).refused(rules.MORE_THAN_PAID)


def test_a_payment_of_a_year_is_recorded_late() -> None:
    """The day of a payment does not have to be later than what was recorded before."""
    given(committed(), paid("2024-09-01", 400)).when(pay("2024-07-01", 600)).then(
        paid("2024-07-01", 600)
    )


@pytest.mark.parametrize("amount", [0, -1])
def test_an_amount_is_greater_than_nothing(amount: int) -> None:
    """Nothing and less than nothing is not paid."""
    with pytest.raises(ValidationError):
        pay("2024-07-01", amount)


def test_an_expenditure_nobody_committed_is_not_found() -> None:
    """There is nothing to pay."""
    given().when(pay("2024-07-01", 1)).not_found()


def test_no_money_moves_before_its_commitment() -> None:
    """On the day of the commitment it may."""
    given(committed("2024-06-01")).when(pay("2024-05-31", 1)).refused(rules.BEFORE_COMMITMENT)
    given(committed("2024-06-01")).when(pay("2024-06-01", 1)).then(paid("2024-06-01", 1))
    given(committed("2024-06-01"), paid("2024-07-01", 9)).when(give_back("2024-05-31", 1)).refused(
        rules.BEFORE_COMMITMENT
    )


def test_nothing_comes_back_before_it_was_paid() -> None:
    """On no day was less than nothing spent, however late a return is entered."""
    history = (committed("2024-06-01"), paid("2024-09-01", 600))
    given(*history).when(give_back("2024-07-01", 600)).refused(rules.MORE_THAN_PAID)
    given(*history).when(give_back("2024-09-01", 600)).then(came_back("2024-09-01", 600))


def test_a_late_payment_does_not_exceed_the_commitment_on_any_day() -> None:
    """What came back later makes no room for a payment before it."""
    history = (committed("2024-06-01", 1000), paid("2024-07-01", 900), came_back("2024-09-01", 500))
    given(*history).when(pay("2024-08-01", 500)).refused(rules.MORE_THAN_COMMITTED)
    given(*history).when(pay("2024-09-01", 500)).then(paid("2024-09-01", 500))
