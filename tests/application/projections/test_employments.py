"""Employments on any day, and the offered definition of a new hire."""

from datetime import date
from uuid import UUID

from application.figures.interpreter import compute
from application.figures.standard import NEW_EMPLOYMENTS, STANDARD
from application.figures.values import FigureEvent
from application.projections.employments import EMPLOYMENTS, EmploymentRow
from application.registry import PROJECTIONS, VIEWS
from domain.employment import events as e
from tests.application.projections.given import answer, log_of
from tests.domain.employment.examples import EMPLOYMENT, FIRM, GRANT, began, ended
from tests.domain.worker.examples import EVIDENCE, HANAKO, TATESHINA
from tests.given import day

KEY = f"{HANAKO}|01"
JIRO = UUID(int=0xA2)


def test_an_employment_stands_there_from_its_first_day() -> None:
    """With its last day as soon as that has come; as of then nobody knew of it."""
    log = log_of((EMPLOYMENT, began()), (EMPLOYMENT, ended("2025-03-31")))
    row = EmploymentRow(
        employment_id=EMPLOYMENT,
        programme=GRANT,
        person_id=HANAKO,
        ordinal=1,
        form=e.Form.EMPLOYED,
        employer_kind=e.EmployerKind.CORPORATION,
        employer=FIRM,
        municipality=TATESHINA,
        began_on=day("2024-10-01"),
        evidence=EVIDENCE,
    )
    assert answer(EMPLOYMENTS, log, valid_on="2024-09-30") == {}
    assert answer(EMPLOYMENTS, log, valid_on="2025-03-30") == {KEY: row}
    assert answer(EMPLOYMENTS, log, valid_on="2025-03-31")[KEY].ended_on == day("2025-03-31")
    assert answer(EMPLOYMENTS, log, valid_on="2025-03-31", position=1) == {KEY: row}


def test_a_corrected_form_is_shown_for_all_days() -> None:
    """What was entered as employment was commissioned work."""
    corrected = e.EmploymentCorrected(
        effective_on=day("2025-02-10"), programme=GRANT, corrects=1, now={"form": "commissioned"}
    )
    log = log_of((EMPLOYMENT, began()), (EMPLOYMENT, corrected))
    assert answer(EMPLOYMENTS, log, valid_on="2024-10-01")[KEY].form is e.Form.COMMISSIONED


def counted(*events: e.EmploymentBegan, year: int = 2024) -> int:
    """Count those newly employed in a year."""
    told = [
        FigureEvent(
            stream=UUID(int=position),
            version=1,
            position=position,
            topic=event.TOPIC,
            effective_on=event.effective_on,
            programme=event.programme,
            fields=event.model_dump(mode="json"),
            recorded_at=log_of((EMPLOYMENT, event))[0].recorded_at,
            taken_over=False,
        )
        for position, event in enumerate(events, start=1)
    ]
    on = date(2026, 3, 31)
    figure = compute(
        NEW_EMPLOYMENTS, told, programme=GRANT, fiscal_year=year, valid_on=on, joins={}
    )
    assert isinstance(figure.value, int)
    return figure.value


def test_a_new_hire_has_a_contract_of_employment() -> None:
    """Commissioned work and a business of one's own are none; a person counts once in a year."""
    own = began(form="own-business", employer_kind="none", employer=None, person_id=JIRO)
    assert counted(began("2025-03-31"), began("2024-04-01", ordinal=2)) == 1
    assert counted(began("2025-04-01")) == 0
    assert counted(began(form="commissioned")) == 0
    assert counted(began(), own) == 1


def test_the_definition_says_that_commissioned_work_is_no_employment() -> None:
    """It stands beside KPI 1, whose facts are counted one by one."""
    assert "業務委託と自営は雇用に数えない" in NEW_EMPLOYMENTS.sentence.ja
    assert NEW_EMPLOYMENTS.code not in {"kpi1", "kpi2", "kpi3", "kpi4"}


def test_mock_work_is_no_order_no_income_and_in_no_figure() -> None:
    """Nothing that counts orders, money or KPIs reads an event of mock work."""
    figures = {topic for one in STANDARD for topic in one.fields_by_topic()}
    orders = ("engagement_board", "commissions", "clients", "expenditures", "kpi_ledger")
    read = {event.TOPIC for name in orders for event in PROJECTIONS[name].reads}
    read |= {event.TOPIC for event in VIEWS["own-income"].reads}
    assert {topic for topic in figures | read if topic.startswith("mock_work.")} == set()
