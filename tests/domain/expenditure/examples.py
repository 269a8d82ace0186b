"""An expenditure's events and commands, with everything filled in that a test does not speak of."""

from uuid import UUID

from domain.base.event import Event
from domain.expenditure import commands as c
from domain.expenditure import events as e
from tests.given import day

PROGRAMME = "own:203246"
"""A town's own programme, which has no plan; `GRANT` has the plan that is stream `PLAN`."""
GRANT = "grant:dx-r6"
PLAN = UUID(int=0xE2)
EXPENDITURE = UUID(int=0xE1)
CHARGE = {
    "number": "R6-012",
    "line": "2-training",
    "pillar": "2",
    "budget_item": "r2:12",
    "fiscal_year": 2024,
    "municipality": "203246",
}


def committed(on: str = "2024-06-01", amount: int = 1000) -> e.ExpenditureCommitted:
    """So many yen were committed."""
    return e.ExpenditureCommitted.model_validate(
        {**CHARGE, "effective_on": on, "programme": PROGRAMME, "amount": amount, "purpose": "研修"}
    )


def paid(on: str, amount: int) -> e.ExpenditurePaid:
    """So many yen were paid."""
    return e.ExpenditurePaid.model_validate(
        {**CHARGE, "effective_on": on, "programme": PROGRAMME, "amount": amount}
    )


def came_back(on: str, amount: int) -> e.ExpenditureReturned:
    """So many yen came back."""
    return e.ExpenditureReturned.model_validate(
        {**CHARGE, "effective_on": on, "programme": PROGRAMME, "amount": amount}
    )


def corrected(on: str, version: int, **now: object) -> e.ExpenditureCorrected:
    """An entry was wrong."""
    return e.ExpenditureCorrected(
        effective_on=day(on), programme=PROGRAMME, corrects=version, now=now
    )


def voided(on: str, version: int) -> e.ExpenditureVoided:
    """An entry never took place."""
    return e.ExpenditureVoided(effective_on=day(on), programme=PROGRAMME, voids=version)


def commit(on: str = "2024-06-01", amount: int = 1000) -> c.CommitExpenditure:
    """Commit so many yen."""
    return c.CommitExpenditure.model_validate(
        {**CHARGE, "effective_on": on, "programme": PROGRAMME, "amount": amount, "purpose": "研修"}
    )


def commit_planned(**other: object) -> c.CommitExpenditure:
    """Commit on a line of the grant's plan."""
    given = {**CHARGE, "effective_on": "2024-06-01", "amount": 1000, "purpose": "研修"}
    return c.CommitExpenditure.model_validate(given | {"programme": GRANT, "plan_id": PLAN} | other)


def pay(on: str, amount: int) -> c.PayExpenditure:
    """Pay so many yen; the charge is the commitment's."""
    return c.PayExpenditure(effective_on=day(on), expenditure_id=EXPENDITURE, amount=amount)


def give_back(on: str, amount: int) -> c.ReturnExpenditure:
    """Take so many yen back."""
    return c.ReturnExpenditure(effective_on=day(on), expenditure_id=EXPENDITURE, amount=amount)


def correct(
    version: int,
    on: str = "2025-01-01",
    *,
    plan_id: UUID | None = None,
    as_fact: bool = False,
    **now: object,
) -> c.CorrectExpenditure:
    """Correct an entry."""
    return c.CorrectExpenditure(
        effective_on=day(on),
        expenditure_id=EXPENDITURE,
        version=version,
        now=now,
        plan_id=plan_id,
        as_fact=as_fact,
    )


def void(version: int, on: str = "2025-01-01") -> c.VoidExpenditure:
    """Void an entry."""
    return c.VoidExpenditure(effective_on=day(on), expenditure_id=EXPENDITURE, version=version)


LIFE: tuple[Event, ...] = (
    committed("2024-06-01", 1000),
    paid("2024-07-01", 600),
    paid("2024-08-01", 400),
    came_back("2024-09-01", 100),
)
"""Committed, paid in two parts, and in part come back."""
