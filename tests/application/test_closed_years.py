"""A closed year of a KPI is moved for a reason alone, by whatever its figure counts."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import pytest

from application.closed_years import CLOSED_YEAR_NEEDS_REASON
from application.execute import execute
from application.figures.standard import NEW_HIRES, PILOTS_BEGUN, PILOTS_FINISHED
from application.ports import Receipt
from application.recorded import Entry, Reason
from domain.base.command import Command
from domain.base.rule import RuleBroken
from domain.figure.commands import DefineFigure
from domain.kpi import commands as c
from domain.pilot import commands as pilot
from tests.domain.kpi.examples import COUNTED, GRANT
from tests.domain.pilot.examples import START
from tests.given_sheets import Town, town_on

ANOTHER = UUID(int=1)


@pytest.fixture
def town(postgres_url: str, schema: str) -> Iterator[Town]:
    """Give a consortium that closed R6 for counted hires and for pilots, one of them running."""
    with town_on(postgres_url, schema) as town:
        for definition in (NEW_HIRES, PILOTS_BEGUN, PILOTS_FINISHED):
            enter(town, DefineFigure, "2024-04-01", definition=definition)
        enter(town, c.CountFact, "2024-06-01", **COUNTED)
        enter(town, pilot.StartPilot, "2024-09-02", **START)
        for kpi in ("kpi1", "kpi2"):
            enter(town, c.CloseKpiYear, "2025-05-30", kpi=kpi, fiscal_year="R6")
        yield town


def enter(
    town: Town,
    kind: type[Command],
    on: str,
    reason: Reason = Reason.ROUTINE,
    **fields: Any,  # noqa: ANN401 - as the command has them
) -> Receipt:
    """Enter something, for a reason."""
    command = kind.model_validate({"effective_on": on, "programme": GRANT, **fields})
    entry, parts = Entry(actor="clerk", reason=reason), town.consortium
    return execute(parts.log, parts.vault, command, entry, key=uuid4().hex)


def refused(
    town: Town,
    kind: type[Command],
    on: str,
    reason: Reason = Reason.ROUTINE,
    **fields: Any,  # noqa: ANN401 - as the command has them
) -> bool:
    """Say whether it is refused for want of a reason; then nothing is written."""
    position = town.position()
    with pytest.raises(RuleBroken) as broken:
        enter(town, kind, on, reason, **fields)
    assert town.position() == position
    return broken.value.rule is CLOSED_YEAR_NEEDS_REASON


def stream_of(town: Town, kind: str) -> UUID:
    """Give the record that an event of this kind opened."""
    return next(one.stream for one in town.events() if type(one.event).__name__ == kind)


def test_what_a_figure_counts_into_a_closed_year_needs_a_reason(town: Town) -> None:
    """A pilot finished in the year; in the next year, which is not closed, nobody is asked."""
    of: dict[str, Any] = {"pilot_id": stream_of(town, "PilotStarted")}
    assert refused(town, pilot.CompletePilot, "2025-03-05", **of)
    enter(town, pilot.CompletePilot, "2025-03-05", Reason.NEW_EVIDENCE, **of)


def test_what_no_closed_year_counts_needs_none(town: Town) -> None:
    """Neither in another year nor if its figure counts other things: pilots begun."""
    of: dict[str, Any] = {"pilot_id": stream_of(town, "PilotStarted")}
    enter(town, pilot.StartPilot, "2025-03-01", **START | {"number": "P-R6-02"})
    enter(town, pilot.CompletePilot, "2025-04-05", **of)


def test_what_is_corrected_into_a_closed_year_says_why_after_closing(town: Town) -> None:
    """As if it had been counted there; whatever the reason of the entry."""
    fields = COUNTED | {"subject": ANOTHER, "fiscal_year": "R7"}
    fact = enter(town, c.CountFact, "2025-04-15", **fields).stream
    now = {"fiscal_year": "R6", "effective_on": "2025-03-15"}
    said: dict[str, Any] = {"fact_id": fact, "version": 1}
    assert refused(town, c.CorrectFact, "2025-06-02", Reason.MISTAKE, now=now, **said)
    why = now | {"after_closing": "overlooked"}
    enter(town, c.CorrectFact, "2025-06-02", Reason.MISTAKE, now=why, **said)


def test_what_leaves_a_closed_year_or_changes_there_needs_a_reason(town: Town) -> None:
    """A voided count, and one of another municipality."""
    said: dict[str, Any] = {"fact_id": stream_of(town, "FactCounted"), "version": 1}
    moved = {"municipality": "202126"}
    assert refused(town, c.CorrectFact, "2025-06-02", now=moved, **said)
    enter(town, c.CorrectFact, "2025-06-02", Reason.MISTAKE, now=moved, **said)
    assert refused(town, c.VoidFact, "2025-06-03", **said)
    enter(town, c.VoidFact, "2025-06-03", Reason.MISTAKE, **said)


def test_a_year_that_was_reopened_asks_nobody(town: Town) -> None:
    """Its closing does not hold."""
    (year,) = [one.stream for one in town.events() if getattr(one.event, "kpi", "") == "kpi2"]
    enter(town, c.ReopenKpiYear, "2025-06-01", kpi_year_id=year, version=1)
    of: dict[str, Any] = {"pilot_id": stream_of(town, "PilotStarted")}
    enter(town, pilot.CompletePilot, "2025-03-05", **of)
