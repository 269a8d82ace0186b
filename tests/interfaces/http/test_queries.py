"""Queries over HTTP: any projection, at any moment."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from threading import Timer
from typing import Annotated, Any
from uuid import UUID, uuid4

import httpx
import pytest

from application.projecting.projection import Projection, Rows, Time
from application.recorded import Recorded
from application.registry import EVENT_OF_TOPIC, PROJECTIONS, TOPICS_OF_PROJECTION
from domain.base.words import Label
from domain.worker.commands import ClaimSkill, MoveWorker, RegisterWorker
from interfaces.http import problems, queries
from interfaces.http.app import create_app
from tests.interfaces.http.given import (
    SENT,
    TODAY,
    Api,
    OpenApi,
    Sent,
    at,
    day,
    places,
    refused,
    skill,
    worker,
)
from tests.interfaces.http.test_record import registered


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One event's topic."""

    topic: Annotated[str, Label("種類", "topic")]


def fold(rows: Rows[TopicRow], recorded: Recorded) -> None:
    """Put one row for each event."""
    rows.put(f"{recorded.position:06}", TopicRow(recorded.event.TOPIC))


TOPICS = Projection(
    name="test_topics",
    version=3,
    time=Time.AS_RECORDED,
    label=Label("種類の一覧", "Topics"),
    row=TopicRow,
    reads=(),
    fold=fold,
)


@pytest.fixture
def topics_api(open_api: OpenApi, monkeypatch: pytest.MonkeyPatch) -> Api:
    """Give an API with one more projection, about the record itself."""
    monkeypatch.setitem(TOPICS_OF_PROJECTION, TOPICS.name, frozenset(EVENT_OF_TOPIC))
    projections = (*PROJECTIONS.values(), TOPICS)
    return open_api(create_app({}, projections), projections=projections)


def numbers(answer: httpx.Response) -> list[str]:
    """Give the workers' numbers on a page."""
    assert answer.status_code == 200, answer.text
    return [row["number"] for row in answer.json()["items"]]


def registered_at(api: Api, number: str, when: datetime) -> UUID:
    """Register a worker at an instant."""
    command = RegisterWorker(
        person_id=uuid4(),
        number=number,
        name="架空 花子",
        kana="カクウ ハナコ",
        municipality="203246",
        effective_on=day("2024-04-02"),
    )
    return api.execute(command, when).stream


def test_every_answer_says_what_it_stands_on(api: Api) -> None:
    """Projection and version, position and time, log and clock, and the day in the world."""
    api.registered()
    api.project()
    body = api.get("workers").json()

    assert body["projection"] == {"name": "workers", "version": PROJECTIONS["workers"].version}
    assert body["consortium"] == "demo"
    assert body["log"] == {"origin": api.consortium.log.origin, "clock": "server"}
    assert (body["as_of"]["position"], body["as_of"]["asked"]) == (2, None)
    recorded_at = datetime.fromisoformat(body["as_of"]["recorded_at"])
    assert recorded_at == api.consortium.log.time_of(2)
    assert body["valid_on"] == TODAY.isoformat()
    assert body["notes"] == []


def test_every_answer_has_the_documented_shape(api: Api) -> None:
    """What a client is generated from is what it gets; nothing more, nothing less."""
    stream = api.registered()
    api.post(f"workers/{stream}/claim-skill", skill(), seen=1)
    budget = {
        "effective_on": "2026-11-01",
        "programme": "grant:dx-r6",
        "fiscal_year": "R8",
        "municipality": "joint",
    }
    fact = {"kpi": "kpi1", "subject": str(uuid4())}
    charge = {
        "number": "R8-1",
        "line": "2-training",
        "pillar": "2",
        "budget_item": "r2:12",
        "amount": 1000,
        "purpose": "研修",
    }
    assert api.post("facts/count-fact", budget | fact).status_code == 201
    api.post("expenditures/commit-expenditure", budget | charge)
    api.project()
    for name, projection in PROJECTIONS.items():
        answer = api.get(name.replace("_", "-"))
        assert answer.status_code == 200, answer.text
        queries.page_of(projection).model_validate_json(answer.content)
        if name in {"workers", "skill_map", "kpi_ledger", "audit_trail"}:
            assert answer.json()["items"]


def test_a_page_keeps_the_position_of_the_first(api: Api) -> None:
    """Whoever pages through sees one state, whatever is written meanwhile."""
    for number in ("W-1", "W-3", "W-5"):
        api.registered(number)
    api.project()
    first = api.get("workers", limit=2)
    api.registered("W-4")
    api.registered("W-6")
    api.project()
    second = api.get("workers", limit=2, cursor=first.json()["next_cursor"])

    assert (numbers(first), numbers(second)) == (["W-1", "W-3"], ["W-5"])
    assert first.json()["as_of"]["position"] == second.json()["as_of"]["position"] == 4
    assert second.json()["next_cursor"] is None
    assert len(numbers(api.get("workers"))) == 5


@pytest.mark.parametrize("cursor", ["x", "=", "e30=", "é"])
def test_a_cursor_that_is_not_ours_is_malformed(shared_api: Api, cursor: str) -> None:
    """422 names the parameter."""
    assert places(shared_api.get("workers", cursor=cursor)) == ["query.cursor"]


def test_a_day_as_of_means_its_end_in_tokyo(past_api: Api) -> None:
    """What was recorded at 23:59 there is in, what was recorded at midnight is not."""
    midnight = datetime(2024, 10, 3, 15, tzinfo=UTC)
    registered_at(past_api, "W-1", midnight - timedelta(minutes=1))
    registered_at(past_api, "W-2", midnight)
    past_api.project()

    assert numbers(past_api.get("workers", as_of="2024-10-03")) == ["W-1"]
    assert numbers(past_api.get("workers", as_of="2024-10-04")) == ["W-1", "W-2"]
    body = past_api.get("workers", as_of="2024-10-03").json()
    assert body["as_of"] == {
        "position": 2,
        "recorded_at": "2024-10-03T14:59:00Z",
        "asked": "2024-10-03",
    }


def test_a_moment_can_be_a_time_or_a_position(past_api: Api) -> None:
    """A time with its offset, whichever, and a position up to the last."""
    registered_at(past_api, "W-1", at("2024-05-01"))
    registered_at(past_api, "W-2", at("2024-05-02"))
    past_api.project()

    for moment in ("2", "2024-05-01T21:00:00+09:00", "2024-05-01T12:00:00Z"):
        assert numbers(past_api.get("workers", as_of=moment)) == ["W-1"]
    assert numbers(past_api.get("workers", as_of="2024-05-01T20:59:59+09:00")) == []


@pytest.mark.parametrize("as_of", ["2024-05-01T12:00:00", SENT, "9" * 12, "2024-02-30", "-1", ""])
def test_a_moment_that_cannot_be_read_is_malformed(shared_api: Api, as_of: str) -> None:
    """422 names the parameter; a time without its offset could be any of two days."""
    assert places(shared_api.get("workers", as_of=as_of)) == ["query.as_of"]


@pytest.mark.parametrize("asked", ["2099-01-01", "9999-12-31", "9999-12-31T23:59:59Z"])
def test_a_moment_that_lies_ahead_is_answered_and_said_to(past_api: Api, asked: str) -> None:
    """The last day that can be written is a day; more can still be recorded until then."""
    registered_at(past_api, "W-1", at("2024-05-01"))
    past_api.project()
    answer = past_api.get("workers", as_of=asked)

    assert numbers(answer) == ["W-1"]
    assert "lies ahead" in answer.json()["notes"][-1]["en"]
    assert "まだ来ていません" in answer.json()["notes"][-1]["ja"]
    today = past_api.get("workers", as_of=TODAY.isoformat()).json()["notes"]
    assert not any("lies ahead" in note["en"] for note in today)


def test_before_the_log_was_opened_there_is_nothing_and_it_says_so(past_api: Api) -> None:
    """An empty answer could be taken for a fact."""
    registered(past_api)
    past_api.project()
    body = past_api.get("workers", as_of="2020-01-01").json()

    assert body["items"] == []
    assert body["as_of"] == {"position": 0, "recorded_at": None, "asked": "2020-01-01"}
    assert any("2024-04-01" in note["en"] for note in body["notes"])


def test_valid_on_is_the_day_in_the_world(past_api: Api) -> None:
    """What was true on the day, by what is recorded now; as of then it may have been unknown."""
    stream = registered(past_api)
    move = MoveWorker(worker_id=stream, municipality="202126", effective_on=day("2024-07-03"))
    past_api.execute(move, at("2024-10-03"))
    past_api.project()

    def home(**asked: str) -> str:
        (row,) = past_api.get("workers", **asked).json()["items"]
        found: str = row["municipality"]
        return found

    assert home() == "202126"
    assert home(valid_on="2024-07-02") == "203246"
    assert home(valid_on="2024-07-03") == "202126"
    assert home(valid_on="2024-07-03", as_of="2024-10-02") == "203246"


@pytest.mark.parametrize("valid_on", ["yesterday", "2024-02-30", "R6"])
def test_a_day_that_cannot_be_read_is_malformed(shared_api: Api, valid_on: str) -> None:
    """422 names the parameter."""
    assert places(shared_api.get("workers", valid_on=valid_on)) == ["query.valid_on"]


def test_the_record_itself_has_no_day_in_the_world(topics_api: Api) -> None:
    """422 for valid_on, with a code of its own; without it, the answer has none."""
    topics_api.registered()
    topics_api.project()
    refused(topics_api.get("test-topics", valid_on="2024-10-01"), problems.NO_DAY)
    answer = topics_api.get("test-topics")

    topics = [row["topic"] for row in answer.json()["items"]]
    # A projection that the log was not opened with is recorded as it comes.
    assert topics == ["log.opened", "log.projection_activated", "worker.registered"]
    assert answer.json()["valid_on"] is None
    assert answer.json()["projection"] == {"name": "test_topics", "version": 3}
    queries.page_of(TOPICS).model_validate_json(answer.content)


def test_rows_are_filtered_by_their_fields(past_api: Api) -> None:
    """Codes and numbers are read as the row's types; several filters all have to hold."""
    stream = registered(past_api)
    for name, level in (("data-entry", 1), ("excel", 3)):
        claim = ClaimSkill(
            worker_id=stream,
            skill=name,
            framework="dss",
            framework_version="1.2",
            level=level,
            effective_on=day("2024-05-01"),
        )
        past_api.execute(claim, at("2024-05-01"))
    past_api.project()

    def skills(**where: str) -> list[str]:
        return [row["skill"] for row in past_api.get("skill-map", **where).json()["items"]]

    assert skills(level="3") == ["excel"]
    assert skills(method="self", worker_id=str(stream)) == ["data-entry", "excel"]
    assert skills(level="3", skill="data-entry") == []
    assert skills(on_roll="true") == ["data-entry", "excel"]
    assert skills(municipality="20324") == ["data-entry", "excel"]


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ({"level": "high"}, "query.level"),
        ({"level": "9"}, "query.level"),
        ({"method": SENT}, "query.method"),
        ({"worker_id": SENT}, "query.worker_id"),
        ({"worker_number": "a\0"}, "query.worker_number"),
        ({"level": ["1", "2"]}, "query.level"),
        ({SENT: "1"}, "query"),
        ({"limit": "0"}, "query.limit"),
        ({"limit": "201"}, "query.limit"),
        ({"min_position": "-1"}, "query.min_position"),
        ({"min_position": str(2**63)}, "query.min_position"),
    ],
)
def test_a_filter_that_cannot_be_read_is_malformed(
    shared_api: Api, where: dict[str, Any], place: str
) -> None:
    """422 names the parameter and does not repeat it."""
    assert places(shared_api.get("skill-map", **where)) == [place]


def test_nobody_filters_by_a_sealed_reference(shared_api: Api) -> None:
    """It would tell whether two people share a name."""
    assert places(shared_api.get("workers", name="a" * 64)) == ["query"]


def test_a_query_waits_for_the_position_asked_for(api: Api) -> None:
    """Whoever has just written sees it, without asking twice."""
    answer = api.post("workers/register-worker", worker())
    catching_up = Timer(0.2, api.project)
    catching_up.start()
    found = api.get("workers", min_position=answer.headers["Ayumi-Position"])
    catching_up.join()

    assert numbers(found) == ["W-1"]


def test_a_query_does_not_wait_for_ever(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    """503 with where the projection is, and when to ask again."""
    monkeypatch.setattr(queries, "LONGEST_WAIT_SECONDS", 0.1)
    api.registered()
    answer = api.get("workers", min_position=2)

    assert refused(answer, problems.BEHIND)["about"] == {"position": "0"}
    assert int(answer.headers["Retry-After"]) >= 1


def test_nobody_waits_for_a_position_that_the_log_does_not_hold(api: Api) -> None:
    """It would be told to ask again for ever."""
    last, _ = api.consortium.log.last()
    asked: dict[str, Sent] = {"projection": "workers", "from": "1"}
    for answer in (
        api.get("workers", min_position=last + 1),
        api.get("evidence/difference", **asked, min_position=last + 1),
    ):
        assert places(answer) == ["query.min_position"]


def test_personal_values_are_closed_unless_they_are_opened(api: Api) -> None:
    """A list shows references; only who asks for it sees names."""
    api.registered()
    api.project()

    assert "花子" not in api.get("workers").text
    assert "花子" in api.get("workers", open="true").text
