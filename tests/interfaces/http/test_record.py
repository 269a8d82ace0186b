"""The record of one stream over HTTP."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from application.registry import AGGREGATES
from domain.kpi.commands import CorrectFact, CountFact, VoidFact
from domain.worker.commands import ClaimSkill, CorrectSkill, RegisterWorker
from interfaces.http import problems
from tests.interfaces.http.given import Api, Sent, at, day, refused, skill


def registered(api: Api) -> UUID:
    """Register a worker on 2024-04-02, as it happened."""
    command = RegisterWorker(
        person_id=uuid4(),
        number="W-1",
        name="架空 花子",
        kana="カクウ ハナコ",
        municipality="203246",
        effective_on=day("2024-04-02"),
    )
    return api.execute(command, at("2024-04-02")).stream


def claimed(api: Api, stream: UUID, when: str, effective_on: str, **circumstances: object) -> int:
    """Claim a skill and give its version."""
    command = ClaimSkill(
        worker_id=stream,
        skill="data-entry",
        framework="dss",
        framework_version="1.2",
        level=1,
        effective_on=day(effective_on),
    )
    return api.execute(command, at(when), **circumstances).version


def corrected(api: Api, stream: UUID, version: int, level: int, when: str) -> int:
    """Correct a skill's level and give the correction's version."""
    command = CorrectSkill(
        worker_id=stream, version=version, now={"level": level}, effective_on=day(when)
    )
    return api.execute(command, at(when)).version


def counted(api: Api, when: str) -> UUID:
    """Count a fact."""
    command = CountFact(
        kpi="kpi1",
        subject=uuid4(),
        fiscal_year=2024,
        municipality="joint",
        programme="grant:dx-r6",
        effective_on=day(when),
    )
    return api.execute(command, at(when)).stream


def events(api: Api, path: str, **parameters: Sent) -> list[dict[str, Any]]:
    """Give the events of a record."""
    answer = api.get(path, **parameters)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["events"]
    return found


def test_a_record_says_what_every_answer_says(past_api: Api) -> None:
    """Consortium, log, clock, position, time; and its version as ETag."""
    stream = registered(past_api)
    answer = past_api.get(f"workers/{stream}")
    body = answer.json()

    assert answer.headers["ETag"] == '"1"'
    assert answer.headers["Ayumi-Position"] == "2"
    assert body["consortium"] == "demo"
    assert body["log"] == {"origin": past_api.consortium.log.origin, "clock": "simulated"}
    assert body["as_of"] == {"position": 2, "recorded_at": "2024-04-02T12:00:00Z", "asked": None}
    assert (body["kind"], body["stream"], body["version"]) == ("worker", str(stream), 1)
    assert "模擬" in body["notes"][0]["ja"]


def test_the_etag_is_what_the_next_command_needs(api: Api) -> None:
    """Read, then act: the one fits the other."""
    stream = api.registered()
    etag = api.get(f"workers/{stream}").headers["ETag"]
    assert api.post(f"workers/{stream}/claim-skill", skill(), seen=etag).status_code == 200


def test_an_event_says_who_when_why_and_how(past_api: Api) -> None:
    """Each with version, position, both times, and both sentences."""
    stream = registered(past_api)
    claimed(past_api, stream, "2024-05-01", "2024-05-01", role="mentor", reason="requested")
    _, event = events(past_api, f"workers/{stream}")

    assert (event["version"], event["position"]) == (2, 3)
    assert event["recorded_at"] == "2024-05-01T12:00:00Z"
    assert (event["topic"], event["effective_on"]) == ("worker.skill_claimed", "2024-05-01")
    assert (event["actor"], event["role"], event["reason"]) == ("clerk-1", "mentor", "requested")
    assert event["programme"] == "common"
    assert event["sentence"]["ja"].startswith("data-entry をレベル1と自己申告した")
    assert event["sentence"]["en"].startswith("data-entry was claimed at level 1")
    assert event["fields"]["level"] == 1


def test_an_event_says_how_it_came_to_be_recorded(past_api: Api) -> None:
    """As it happened, late, or taken over with its source."""
    stream = registered(past_api)
    evidence = str(uuid4())
    claimed(past_api, stream, "2024-06-02", "2024-05-01")
    claimed(
        past_api,
        stream,
        "2024-06-03",
        "2024-05-02",
        taken_over=True,
        source={"evidence": evidence, "row": 7},
    )
    found = events(past_api, f"workers/{stream}")

    assert [event["how"] for event in found] == ["as_it_happened", "late", "taken_over"]
    assert found[2]["source"] == {"evidence": evidence, "row": 7}


def test_an_event_names_what_has_corrected_it(past_api: Api) -> None:
    """And keeps saying what it said; a correction of a correction names the one it corrects."""
    stream = registered(past_api)
    claim = claimed(past_api, stream, "2024-05-01", "2024-05-01")
    first = corrected(past_api, stream, claim, 4, "2024-05-02")
    second = corrected(past_api, stream, first, 5, "2024-05-03")
    _, event, correction, again = events(past_api, f"workers/{stream}")

    assert (event["corrected_by"], event["fields"]["level"]) == ([first], 1)
    assert (correction["corrects"], correction["corrected_by"]) == (claim, [second])
    assert (again["corrects"], again["corrected_by"]) == (first, [])
    assert again["fields"]["now"] == {"level": 5}
    assert f"第{claim}版" in correction["sentence"]["ja"]


def test_an_event_names_what_has_voided_it(past_api: Api) -> None:
    """A correction that is voided corrects nothing any more."""
    stream = counted(past_api, "2024-05-01")
    correct = CorrectFact(
        fact_id=stream, version=1, now={"pillar": "2"}, effective_on=day("2024-05-02")
    )
    past_api.execute(correct, at("2024-05-02"))
    for version in (2, 1):
        void = VoidFact(fact_id=stream, version=version, effective_on=day("2024-05-03"))
        past_api.execute(void, at("2024-05-03"))
    fact, correction, first, second = events(past_api, f"facts/{stream}")

    assert (fact["voided_by"], fact["corrected_by"]) == (4, [])
    assert (correction["voided_by"], correction["corrects"]) == (3, 1)
    assert (first["voids"], second["voids"]) == (2, 1)
    assert (first["voided_by"], first["corrects"]) == (None, None)


def test_what_is_sealed_is_never_shown(api: Api) -> None:
    """Neither the value nor its reference, in the event, its correction or its note."""
    stream = api.registered(entry={"note": "本人から電話"})
    body = {"effective_on": "2026-11-03", "version": 1, "now": {"name": "架空 華子"}}
    api.post(f"workers/{stream}/correct-registration", body, seen=1)
    answer = api.get(f"workers/{stream}")
    opened, correction = answer.json()["events"]

    for recorded in api.consortium.log.read(stream):
        for value in (recorded.by.note, *recorded.event.model_dump().values()):
            if isinstance(value, str) and len(value) == 64:
                assert value not in answer.text
    assert not {"花子", "華子", "電話"} & set(answer.text)
    assert (opened["sealed"], opened["note"]) == (["kana", "name"], "sealed")
    assert (correction["sealed"], correction["fields"]["now"]) == (["name"], {})


def test_a_record_can_be_read_as_of_any_moment(past_api: Api) -> None:
    """With the version, and what had corrected it, by then."""
    stream = registered(past_api)
    claim = claimed(past_api, stream, "2024-05-01", "2024-05-01")
    corrected(past_api, stream, claim, 4, "2024-05-02")
    answer = past_api.get(f"workers/{stream}", as_of="2024-05-01")

    assert answer.headers["ETag"] == '"2"'
    assert answer.json()["as_of"]["asked"] == "2024-05-01"
    assert answer.json()["events"][1]["corrected_by"] == []
    assert len(events(past_api, f"workers/{stream}", as_of="4")) == 3


def test_a_record_is_not_found_before_it_began(past_api: Api) -> None:
    """404 as of a moment before its first event."""
    stream = registered(past_api)
    refused(past_api.get(f"workers/{stream}", as_of="2024-04-01"), problems.NOT_FOUND)


@pytest.mark.parametrize("area", [aggregate.area for aggregate in AGGREGATES.values()])
def test_every_kind_of_record_has_its_address(shared_api: Api, area: str) -> None:
    """404 for an unknown stream, and for one of another kind."""
    refused(shared_api.get(f"{area}/{uuid4()}"), problems.NOT_FOUND)
    stream = shared_api.registered()
    answer = shared_api.get(f"{area}/{stream}")
    if area == "workers":
        assert answer.status_code == 200
    else:
        refused(answer, problems.NOT_FOUND)


@pytest.mark.parametrize("as_of", ["2024-05-01T12:00:00", "yesterday", "9" * 12, "2024-13-01", ""])
def test_a_moment_that_cannot_be_read_is_malformed(shared_api: Api, as_of: str) -> None:
    """422 names the parameter."""
    stream = shared_api.registered()
    problem = refused(shared_api.get(f"workers/{stream}", as_of=as_of), problems.MALFORMED)
    assert [each["where"] for each in problem["errors"]] == ["query.as_of"]
