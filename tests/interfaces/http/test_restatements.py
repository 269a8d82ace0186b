"""Reported figures that no longer hold, over HTTP."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from application.figures.standard import NEW_HIRES
from domain.figure.commands import DefineFigure
from domain.kpi.commands import CountFact
from domain.report.commands import IssueReport, ReplaceReport, StateFigure, WithdrawReport
from interfaces.http.restatements import RestatementsAnswer
from tests.interfaces.http.given import Api, at, day, places

GRANT = "grant:dx-r6"
PATH = "evidence/restatements"


def counted(api: Api, when: str, effective_on: str) -> int:
    """Count a new hire, and give the position."""
    command = CountFact(
        kpi="kpi1",
        subject=uuid4(),
        fiscal_year=2024,
        municipality="203246",
        programme=GRANT,
        effective_on=day(effective_on),
    )
    return api.execute(command, at(when)).position


def issued(api: Api, number: str, when: str) -> UUID:
    """Issue a document."""
    command = IssueReport(
        programme=GRANT,
        issuer="203246",
        number=number,
        kind="ministry-report",
        title="中間報告（架空）",
        addressee="架空省",
        effective_on=day(when),
    )
    return api.execute(command, at(when)).stream


def stated(api: Api, report: UUID, when: str, value: int, position: int | None) -> None:
    """Let it state the new hires of R6."""
    command = StateFigure(
        report_id=report,
        programme=GRANT,
        figure="kpi1",
        fiscal_year=2024,
        taken_on=day("2024-12-31"),
        at_position=position,
        definition_version=1 if position else None,
        value=value,
        breakdown=({"by": ("203246",), "value": value},),
        effective_on=day(when),
    )
    api.execute(command, at(when))


@pytest.fixture
def api(past_api: Api) -> Api:
    """Give an API whose record was reported, and found to lack an entry."""
    define = DefineFigure(definition=NEW_HIRES, effective_on=day("2024-04-01"))
    past_api.execute(define, at("2024-04-01"))
    position = counted(past_api, "2024-10-01", "2024-10-01")
    report = issued(past_api, "6架企第14号", "2025-01-14")
    stated(past_api, report, "2025-01-14", 1, position)
    counted(past_api, "2025-02-12", "2024-12-02")
    return past_api


def asked(api: Api, **parameters: Any) -> dict[str, Any]:  # noqa: ANN401 - a parameter
    """Ask, and give the answer, which has the shape that the document describes."""
    answer = api.get(PATH, **parameters)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    assert RestatementsAnswer.model_validate_json(answer.text).model_fields_set == found.keys()
    return found


def test_a_restated_figure_says_what_was_said_what_is_and_why(api: Api) -> None:
    """The old value, the new one, the cause, and the document that carried it."""
    said = asked(api)
    (item,) = said["items"]
    (document,), (cause,) = item["documents"], item["causes"]

    assert (said["stated"], said["holding"]) == (1, 0)
    assert (item["outcome"], item["value"], item["now"]["value"]) == ("value", 1, 2)
    assert item["outcome_in_words"] == {"ja": "値が違う", "en": "the value differs"}
    assert item["breakdown"] == [{"by": ["203246"], "value": 1}]
    assert item["now"]["breakdown"] == [{"by": ["203246"], "value": 2}]
    assert item["fiscal_year"] == {"fiscal_year": 2024, "label": "令和6年度"}
    assert (document["number"], document["addressee"]) == ("6架企第14号", "架空省")
    assert (document["then"]["value"], document["as_recorded"]) == (1, "holds")
    assert document["causes"] == [cause["position"]] == [6]
    assert (cause["how"], cause["actor"], cause["reason"]) == ("late", "clerk-1", "routine")
    assert cause["sentence"]["ja"].startswith("kpi1 に1件を計上した")
    assert cause["about"] is None


def test_what_holds_is_given_when_asked_for(api: Api) -> None:
    """A second report states the new figure: it is listed with all, and otherwise counted."""
    second = issued(api, "7架企第31号", "2025-06-10")
    stated(api, second, "2025-06-10", 2, 6)

    assert [item["outcome"] for item in asked(api)["items"]] == ["value"]
    assert (asked(api)["stated"], asked(api)["holding"]) == (2, 1)
    assert [item["outcome"] for item in asked(api, all="true")["items"]] == ["value", "holds"]


def test_as_of_a_moment_nothing_else_is_known(api: Api) -> None:
    """Before the late entry the document held; before it was issued there was none."""
    (item,) = asked(api, as_of="2025-01-31", all="true")["items"]
    assert (item["outcome"], item["now"]["value"], item["causes"]) == ("holds", 1, [])
    assert asked(api, as_of="2024-12-31", all="true")["items"] == []
    assert asked(api, as_of="0")["stated"] == 0


def test_a_document_without_position_says_that_no_cause_can_be_given(api: Api) -> None:
    """From paper alone values are compared, and both languages say what that means."""
    stated(api, issued(api, "5架企第1号", "2025-03-03"), "2025-03-03", 1, None)
    paper = next(i for i in asked(api)["items"] if i["definition_version"] is None)
    (document,) = paper["documents"]

    assert (paper["outcome"], paper["causes"], document["then"]) == ("value", [], None)
    assert "原因は示せません" in document["why_no_cause"]["ja"]
    assert "no cause can be given" in document["why_no_cause"]["en"]


@pytest.mark.parametrize("how", ["withdrawn", "replaced"])
def test_a_document_that_does_not_stand_is_not_listed(api: Api, how: str) -> None:
    """Whoever has withdrawn or replaced it has answered for it."""
    (item,) = asked(api)["items"]
    report = UUID(item["documents"][0]["report"])
    on = day("2025-06-10")
    if how == "withdrawn":
        api.execute(WithdrawReport(report_id=report, effective_on=on), at("2025-06-10"))
    else:
        other = issued(api, "7架企第31号", "2025-06-10")
        replace = ReplaceReport(report_id=report, replaced_by=other, effective_on=on)
        api.execute(replace, at("2025-06-10"))

    assert asked(api, all="true")["items"] == []


def test_what_is_not_known_is_refused(api: Api) -> None:
    """A misspelt question is not answered with all that there is."""
    assert places(api.get(PATH, al="true")) == ["query"]
    assert places(api.get(PATH, all="perhaps")) == ["query.all"]
