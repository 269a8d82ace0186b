"""Closed accounts (会計の締め): which years are closed, at what sum, and what came in later?

What was recorded after the closing of its year moves no closed sum: it is counted and named, and
so is what was corrected or voided then. Money of several municipalities together that nobody has
split is in the accounts of none of them here: what of it the closing leaves out stands beside it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
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
    """The accounts of one fiscal year, over all programmes; in yen.

    The joint columns are of what no municipality's sum holds, the same in each municipality's line
    and not to be added up; a corporation's accounts hold all of theirs, so there is none.
    """

    fiscal_year: Year
    accounts: WhoseAccounts
    municipality: Municipality | None
    closed_on: Annotated[date, Label("締めた日", "closed on")]
    executed: Annotated[int, Label("締めたときの執行額（円）", "executed when closed, in yen")]
    later: Annotated[int, Label("締めた後の記録の件数", "facts recorded later")]
    executed_now: Annotated[int, Label("今の執行額（円）", "executed now, in yen")]
    joint: Annotated[
        int | None,
        Label(
            "締めたときの未分割の執行額（市町村の額に入らない、円）",
            "joint and in no sum when closed, in yen",
        ),
    ]
    joint_later: Annotated[
        int | None, Label("締めた後の未分割の記録の件数", "joint facts recorded later")
    ]
    joint_now: Annotated[
        int | None, Label("今の未分割の執行額（円）", "joint and in no sum now, in yen")
    ]


def compute(facts: Facts, asks: ClosedAccountsAsks) -> Iterator[Line[ClosedAccountsRow]]:
    """Give each closing, and the facts of its year that were recorded after it."""
    for closed, fact in facts.of(AccountsClosed):
        if asks.fiscal_year in {None, closed.fiscal_year}:
            own = _Sums.of(facts, fact, closed, closed.municipality)
            of_town = closed.accounts is Accounts.MUNICIPALITY
            joint = _Sums.of(facts, fact, closed, "joint") if of_town else None
            row = ClosedAccountsRow(
                fiscal_year=closed.fiscal_year,
                accounts=closed.accounts,
                municipality=closed.municipality,
                closed_on=closed.effective_on,
                executed=own.before,
                later=len(own.later),
                executed_now=own.now,
                joint=joint.before if joint else None,
                joint_later=len(joint.later) if joint else None,
                joint_now=joint.now if joint else None,
            )
            yield Line(row, (fact, *own.later, *(joint.later if joint else ())))


@dataclass(frozen=True)
class _Sums:
    """What was executed when the accounts were closed and now, and what was recorded in between."""

    before: int
    now: int
    later: tuple[Recorded, ...]

    @classmethod
    def of(
        cls, facts: Facts, closing: Recorded, closed: AccountsClosed, whose: str | None
    ) -> "_Sums":
        """Add up the steps of the year that are charged like this; None is whoever's."""
        position = closing.position
        before, now = _steps(facts.as_of(position), closed, whose), _steps(facts, closed, whose)
        spent = dict.fromkeys(step.stream for step in (*before, *now))
        later = tuple(one for stream in spent for one in facts.recorded_after(position, stream))
        return cls(_executed(before), _executed(now), later)


def _steps(facts: Facts, closed: AccountsClosed, whose: str | None) -> list[Recorded]:
    return [fact for fact in facts.of_any(*STEPS) if _is_of(fact, closed, whose)]


def _is_of(step: Recorded, closed: AccountsClosed, whose: str | None) -> bool:
    charge = step.event
    assert isinstance(charge, e.Charge)  # noqa: S101 - all steps are charged
    return (charge.accounts, charge.fiscal_year) == (closed.accounts, closed.fiscal_year) and (
        whose in {None, charge.municipality}
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
