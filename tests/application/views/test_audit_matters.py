"""Matters that auditors look for: derived across records, closed by a person."""

from typing import Any
from uuid import UUID

from application.views.audit_matters import AUDIT_MATTERS, AuditMattersAsks
from domain.award import events as a
from domain.base.event import Event
from domain.base.matter import Closing
from domain.expenditure import events as e
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.award.test_award import APPLIED, event
from tests.domain.expenditure.examples import committed
from tests.domain.expenditure.test_closing_days import close
from tests.domain.grant.examples import GRANT, changed, line, submitted

AWARD, PLAN, SPENT, OTHER = UUID(int=1), UUID(int=2), UUID(int=3), UUID(int=4)
ASKS = AuditMattersAsks(programme=GRANT)
OF_OMACHI = {"programme": GRANT, "municipality": "202126"}
CODE = "commitment-before-decision"


def codes(decided_on: str | None, *others: e.ExpenditureMatterClosed) -> list[str]:
    """Give the matters of a commitment of 1 June 2024."""
    decided = (event(a.GrantDecided, decided_on, amount=500),) if decided_on else ()
    log = log_of(
        (PLAN, submitted()),
        *((AWARD, one) for one in (APPLIED, *decided)),
        (SPENT, committed().model_copy(update=OF_OMACHI)),
        *((SPENT, one) for one in others),
    )
    return [row.check for row in rows(AUDIT_MATTERS, log, ASKS, valid_on="2025-12-01")]


def test_a_commitment_before_the_decision_of_its_municipality_is_a_matter() -> None:
    """The day before, the day, and the day after; and where nothing was decided at all."""
    assert codes("2024-05-31") == []
    assert codes("2024-06-01") == []
    assert codes("2024-06-02") == [CODE]
    assert codes(None) == [CODE]


def test_joint_money_waits_for_the_first_decision_of_every_applicant() -> None:
    """As long as one of those who take part on its day has none, it is a matter."""
    joint = committed().model_copy(update=OF_OMACHI | {"municipality": "joint"})

    def found(**decided: str) -> list[str]:
        told: list[tuple[UUID, Event]] = [(PLAN, submitted(applicants=("202126", "203246")))]
        for number, (code, on) in enumerate(decided.items(), start=10):
            one = {"municipality": code.removeprefix("of_")}
            told += [
                (UUID(int=number), said.model_copy(update=one))
                for said in (APPLIED, event(a.GrantDecided, on, amount=500))
            ]
        log = log_of(*told, (SPENT, joint))
        return [row.check for row in rows(AUDIT_MATTERS, log, ASKS, valid_on="2025-12-01")]

    assert found() == [CODE]
    assert found(of_202126="2024-05-10") == [CODE]
    assert found(of_202126="2024-05-10", of_203246="2024-06-02") == [CODE]
    assert found(of_202126="2024-05-10", of_203246="2024-06-01") == []


def test_what_a_line_has_no_room_for_is_a_matter() -> None:
    """Each commitment fits by itself; the second is above the line, until it has more."""
    of_line: dict[str, Any] = {"line": "2-training", "pillar": "2", "budget_items": ("r2:12",)}
    decided = event(a.GrantDecided, "2024-05-01", amount=500)
    told: list[tuple[UUID, Event]] = [
        (PLAN, submitted()),
        (PLAN, line(**of_line, amount=1500)),
        *((AWARD, one) for one in (APPLIED, decided)),
        (SPENT, committed("2024-06-02").model_copy(update=OF_OMACHI)),
        (OTHER, committed("2024-06-01").model_copy(update=OF_OMACHI | {"number": "R6-013"})),
    ]

    def found(*more: tuple[UUID, Event]) -> list[tuple[str, str]]:
        log = log_of(*told, *more)
        return [
            (row.of, row.check) for row in rows(AUDIT_MATTERS, log, ASKS, valid_on="2025-12-01")
        ]

    assert found() == [("R6-012", "commitment-over-budget")]
    assert found((PLAN, changed("2024-06-02", 2000, **of_line))) == []
    assert found((PLAN, changed("2024-06-03", 2000, **of_line))) == found()


def test_what_lies_outside_the_project_is_a_matter() -> None:
    """Its period is that of the plan on the day asked for."""
    log = log_of(
        (PLAN, submitted(first_year=2025)),
        (SPENT, committed().model_copy(update=OF_OMACHI)),
    )
    found = rows(AUDIT_MATTERS, log, ASKS, valid_on="2025-12-01")
    assert [row.check for row in found] == [CODE, "outside-project-period"]


def test_a_closed_matter_says_how_it_was_closed() -> None:
    """And is left out where only open ones are asked for."""
    closed = e.ExpenditureMatterClosed.model_validate(
        close(CODE, 1).carried() | {"programme": GRANT}
    )
    log = log_of((SPENT, committed().model_copy(update=OF_OMACHI)), (SPENT, closed))
    (line,) = lines(AUDIT_MATTERS, log, ASKS, valid_on="2025-12-01")
    assert (line.row.check, line.row.closing) == (CODE, Closing.EXPLAINED)
    assert [fact.version for fact in line.facts] == [1, 2]
    only = AuditMattersAsks(programme=GRANT, open_only=True)
    assert rows(AUDIT_MATTERS, log, only, valid_on="2025-12-01") == []
