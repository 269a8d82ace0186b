"""Closed accounts (会計の締め): which years are closed, at what sum, and what came in later?

What was recorded after the closing of its year moves no closed sum: it is counted and named, and
so is what was corrected or voided then.
"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from application.figures.charged import STEPS, Execution
from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.view import Asks, Facts, Line, View
from domain.base.fields import Municipality, Year
from domain.base.words import Label
from domain.closing.accounts import Accounts
from domain.closing.events import AccountsClosed, WhoseAccounts
from domain.expenditure import events as e


class ClosedAccountsAsks(Asks):
    """Of which fiscal year; all if none is given."""

    fiscal_year: Year | None = None


@rowclass
class ClosedAccountsRow:
    """The accounts of one fiscal year, over all programmes; in yen."""

    fiscal_year: Year
    accounts: WhoseAccounts
    municipality: Municipality | None
    closed_on: Annotated[date, Label("締めた日", "closed on")]
    executed: Annotated[int, Label("締めたときの執行額（円）", "executed when closed, in yen")]
    later: Annotated[int, Label("締めた後の記録の件数", "facts recorded later")]
    executed_now: Annotated[int, Label("今の執行額（円）", "executed now, in yen")]


def compute(facts: Facts, asks: ClosedAccountsAsks) -> Iterator[Line[ClosedAccountsRow]]:
    """Give each closing, and the facts of its year that were recorded after it."""
    for closed, fact in facts.of(AccountsClosed):
        if asks.fiscal_year in {None, closed.fiscal_year}:
            before, now = _steps(facts.as_of(fact.position), closed), _steps(facts, closed)
            spent = dict.fromkeys(step.stream for step in (*before, *now))
            later = tuple(
                one for stream in spent for one in facts.recorded_after(fact.position, stream)
            )
            row = ClosedAccountsRow(
                fiscal_year=closed.fiscal_year,
                accounts=closed.accounts,
                municipality=closed.municipality,
                closed_on=closed.effective_on,
                executed=_executed(before),
                later=len(later),
                executed_now=_executed(now),
            )
            yield Line(row, (fact, *later))


def _steps(facts: Facts, closed: AccountsClosed) -> list[Recorded]:
    return [fact for fact in facts.of_any(*STEPS) if _is_of(fact, closed)]


def _is_of(step: Recorded, closed: AccountsClosed) -> bool:
    charge = step.event
    assert isinstance(charge, e.Charge)  # noqa: S101 - all steps are charged
    return (charge.accounts, charge.fiscal_year) == (closed.accounts, closed.fiscal_year) and (
        closed.accounts is Accounts.CORPORATION or charge.municipality == closed.municipality
    )


def _executed(steps: list[Recorded]) -> int:
    done = Execution()
    for step in steps:
        done.take(step.event)
    return done.executed


CLOSED_ACCOUNTS = View(
    name="closed-accounts",
    label=Label("会計の締め", "Closed accounts"),
    asks=ClosedAccountsAsks,
    row=ClosedAccountsRow,
    reads=(AccountsClosed, *STEPS),
    compute=compute,
)
