"""The event stream: what was recorded, by whom, of which kind, about whom, on which days."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest

from domain.base.command import Command
from domain.kpi.commands import CountFact
from domain.worker.commands import ClaimSkill, RegisterWorker
from tests.interfaces.http.given import Api, Sent, at, day, places

GRANT = "grant:dx-r6"
ANN, BEN = UUID(int=0xA), UUID(int=0xB)
TOGETHER = UUID(int=0x77)


def register(api: Api, number: str, person: UUID, on: date, when: datetime, **by: object) -> UUID:
    """Register a worker."""
    command = RegisterWorker(
        person_id=person,
        number=number,
        name="架空 花子",
        kana="カクウ ハナコ",
        municipality="203246",
        effective_on=on,
    )
    return said(api, command, when, **by)


def said(api: Api, command: Command, when: datetime, **by: object) -> UUID:
    """Record a command."""
    return api.execute(command, when, **by).stream


@pytest.fixture
def stream_api(past_api: Api) -> Api:
    """Given two workers, a skill of the first, and a fact of the second, by two clerks."""
    ann = register(past_api, "W-1", ANN, day("2024-04-02"), at("2024-04-02"))
    register(
        past_api, "W-2", BEN, day("2024-05-01"), at("2024-06-10"),
        actor="clerk-2", correlation=TOGETHER,
    )  # fmt: skip
    skill = ClaimSkill(
        worker_id=ann, skill="data-entry", framework="dss", framework_version="1.2", level=2,
        effective_on=day("2024-06-01"),
    )  # fmt: skip
    said(past_api, skill, at("2024-06-10"), actor="clerk-2", correlation=TOGETHER)
    counted = CountFact(
        kpi="kpi1", subject=BEN, fiscal_year=2024, municipality="203246",
        effective_on=day("2024-07-01"), programme=GRANT,
    )  # fmt: skip
    said(past_api, counted, at("2024-07-02"))
    past_api.project()
    return past_api


def positions(api: Api, **asked: Sent) -> list[int]:
    """Give the positions of what is found, counted from the first worker."""
    answer = api.get("audit-trail", **asked)
    assert answer.status_code == 200, answer.text
    first = api.get("audit-trail", topic="worker.registered").json()["items"][0]
    start = first["recorded"]["position"] - 1
    found: list[dict[str, Any]] = answer.json()["items"]
    return [row["recorded"]["position"] - start for row in found]


ANN_S, BEN_S, SKILL, FACT = 1, 2, 3, 4


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"actor": "clerk-2"}, [BEN_S, SKILL]),
        ({"topic": "worker.registered"}, [ANN_S, BEN_S]),
        ({"programme": GRANT}, [FACT]),
        ({"correlation": str(TOGETHER)}, [BEN_S, SKILL]),
        ({"subject": str(ANN)}, [ANN_S, SKILL]),
        ({"subject": str(BEN)}, [BEN_S, FACT]),
        ({"about": str(BEN)}, [BEN_S, FACT]),
        ({"effective_from": "2024-05-01", "topic": "worker.registered"}, [BEN_S]),
        ({"effective_from": "2024-05-01", "effective_to": "2024-06-01"}, [BEN_S, SKILL]),
        ({"effective_to": "2024-04-30", "subject": str(ANN)}, [ANN_S]),
        ({"recorded_from": "2024-06-10", "recorded_to": "2024-06-10"}, [BEN_S, SKILL]),
        ({"recorded_from": "2024-06-11"}, [FACT]),
        ({"recorded_to": "2024-06-09", "subject": str(ANN)}, [ANN_S]),
        ({"recorded_from": "2024-07-03"}, []),
        ({"actor": "clerk-2", "subject": str(BEN), "recorded_to": "2024-06-30"}, [BEN_S]),
        ({"actor": "clerk-1", "subject": str(BEN), "recorded_to": "2024-06-30"}, []),
        ({"effective_from": "2024-05-01", "recorded_to": "2024-06-10", "as_of": "2024-06-09"}, []),
    ],
    ids=str,
)
def test_events_are_found_by_each_condition_and_by_all_together(
    stream_api: Api, asked: dict[str, Sent], found: list[int]
) -> None:
    """A day is that day in Japan, the first and the last included."""
    assert positions(stream_api, **asked) == found


def test_a_subject_can_be_a_record(stream_api: Api) -> None:
    """Whatever happened in it."""
    first = stream_api.get("audit-trail", topic="worker.registered").json()["items"][0]
    assert positions(stream_api, subject=first["recorded"]["stream"]) == [ANN_S, SKILL]


def test_a_day_of_recording_is_a_day_in_japan(past_api: Api) -> None:
    """At 15:00 UTC it is the next one."""
    when = datetime.fromisoformat("2024-06-10T15:00:00+00:00")
    register(past_api, "W-1", ANN, day("2024-04-02"), when)
    past_api.project()
    assert positions(past_api, recorded_from="2024-06-11") == [1]
    assert past_api.get("audit-trail", recorded_to="2024-06-10", subject=str(ANN)).json()[
        "items"
    ] == []  # fmt: skip


@pytest.mark.parametrize(
    "asked", [{"subject": "W-1"}, {"effective_from": "spring"}, {"recorded_to": "0001-01-01"}]
)
def test_what_is_no_condition_is_refused(stream_api: Api, asked: dict[str, Sent]) -> None:
    """With its place."""
    (name,) = asked
    assert places(stream_api.get("audit-trail", **asked)) == [f"query.{name}"]


def test_pages_stay_within_their_conditions(stream_api: Api) -> None:
    """The second page goes on where the first ended, and refuses others."""
    asked: dict[str, Sent] = {"effective_from": "2024-04-02", "limit": 1, "actor": "clerk-2"}
    page = stream_api.get("audit-trail", **asked).json()
    assert positions(stream_api, cursor=page["next_cursor"], **asked) == [SKILL]
    other = asked | {"effective_from": "2024-04-03"}
    refused = stream_api.get("audit-trail", cursor=page["next_cursor"], **other)
    assert places(refused) == ["query.cursor"]


def test_other_lists_know_no_such_condition(stream_api: Api) -> None:
    """They are asked for a day and a moment."""
    assert places(stream_api.get("workers", recorded_from="2024-06-10")) == ["query"]
