"""Commands over HTTP: what is answered, and when."""

from datetime import date
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from domain.kpi.events import FactCounted
from domain.worker import rules
from interfaces.http import problems
from tests.interfaces.http.given import (
    BASE,
    SENT,
    Api,
    OpenApi,
    places,
    refused,
    skill,
    worker,
)


def test_what_opens_a_record_is_answered_201(api: Api) -> None:
    """With version, position, and where the record is read."""
    answer = api.post("workers/register-worker", worker())

    assert answer.status_code == 201
    body = answer.json()
    assert body["version"] == 1
    assert answer.headers["ETag"] == '"1"'
    assert answer.headers["Ayumi-Position"] == str(body["position"]) == "2"
    assert answer.headers["Location"] == f"{BASE}/workers/{body['stream']}"
    assert api.client.get(answer.headers["Location"]).status_code == 200


def test_what_acts_on_a_record_is_answered_200(shared_api: Api) -> None:
    """With the record's next version."""
    stream = shared_api.registered()
    answer = shared_api.post(f"workers/{stream}/claim-skill", skill(), seen=1)

    assert answer.status_code == 200
    assert answer.headers["ETag"] == '"2"'
    assert answer.json()["stream"] == str(stream)


def test_the_same_key_gives_the_same_answer(api: Api) -> None:
    """Status, body and headers; and nothing is written a second time."""
    stream = api.registered()
    opening = worker("W-2")
    for path, body, seen in (
        ("workers/register-worker", opening, None),
        (f"workers/{stream}/claim-skill", skill(), 1),
    ):
        key = uuid4().hex
        first = api.post(path, body, seen=seen, key=key)
        position = api.consortium.log.last()[0]
        again = api.post(path, body, seen=seen, key=key)

        assert first.status_code == again.status_code
        assert first.content == again.content
        for header in ("ETag", "Ayumi-Position", "Location"):
            assert first.headers.get(header) == again.headers.get(header)
        assert position == api.consortium.log.last()[0]


def test_a_key_used_for_something_else_is_refused(api: Api) -> None:
    """422, and the key is not repeated."""
    api.post("workers/register-worker", worker("W-1"), key="k-4711")
    answer = api.post("workers/register-worker", worker("W-2"), key="k-4711")

    refused(answer, problems.KEY_REUSED)
    assert "4711" not in answer.text


def test_a_rule_of_the_domain_refuses_with_its_code(api: Api) -> None:
    """409, and nothing is written."""
    stream = api.registered()
    answer = api.post(f"workers/{stream}/claim-skill", skill(effective_on="2020-01-01"), seen=1)

    refused(answer, problems.Outcome.of(rules.NOT_ON_ROLL))
    assert api.consortium.log.last()[0] == 2


def test_a_rule_says_what_it_is_about(shared_api: Api) -> None:
    """A correction that cannot be names the version."""
    stream = shared_api.registered()
    body = {"effective_on": "2026-11-03", "version": 7, "now": {"level": 2}}
    answer = shared_api.post(f"workers/{stream}/correct-skill", body, seen=1)

    assert answer.status_code == 409
    assert answer.json()["about"] == {"version": "7"}


def test_a_stale_version_is_answered_412(shared_api: Api) -> None:
    """With the version at which the record is."""
    stream = shared_api.registered()
    answer = shared_api.post(f"workers/{stream}/claim-skill", skill(), seen=7)

    assert refused(answer, problems.STALE)["about"] == {"version": "1"}


def test_a_record_needs_the_version_seen(shared_api: Api) -> None:
    """428 without If-Match."""
    stream = shared_api.registered()
    refused(shared_api.post(f"workers/{stream}/claim-skill", skill()), problems.PRECONDITION)


@pytest.mark.parametrize("seen", ["3", 'W/"1"', '"x"', "*", '"1", "2"', '"-1"', '""'])
def test_if_match_is_one_version_in_quotes(shared_api: Api, seen: str) -> None:
    """422 for anything else."""
    stream = shared_api.registered()
    answer = shared_api.post(f"workers/{stream}/claim-skill", skill(), seen=seen)
    assert places(answer) == ["header.If-Match"]


@pytest.mark.parametrize("missing", ["Idempotency-Key", "Ayumi-Actor"])
def test_key_and_actor_are_required(shared_api: Api, missing: str) -> None:
    """422 names the header."""
    headers = {"Idempotency-Key": "k", "Ayumi-Actor": "a"}
    del headers[missing]
    answer = shared_api.client.post(
        f"{BASE}/workers/register-worker", json=worker(), headers=headers
    )
    assert places(answer) == [f"header.{missing}"]


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"municipality": SENT}, "body.municipality"),
        ({"municipality": "203247"}, "body.municipality"),
        ({"person_id": SENT}, "body.person_id"),
        ({"effective_on": SENT}, "body.effective_on"),
        ({"programme": SENT}, "body.programme"),
        ({"number": f"|{SENT}"}, "body.number"),
        ({"name": {"first": SENT}}, "body.name"),
        ({"name": ""}, "body.name"),
        ({"favourite_colour": SENT}, "body.favourite_colour"),
        ({SENT: "x"}, "body.…"),
        ({"entry": {"reason": SENT}}, "body.entry.reason"),
        ({"entry": {"source": {"evidence": SENT}}}, "body.entry.source.evidence"),
        ({"entry": {"actor": SENT}}, "body.entry.actor"),
        ({"entry": SENT}, "body.entry"),
    ],
)
def test_what_is_malformed_is_named_and_not_repeated(
    shared_api: Api, changes: dict[str, Any], place: str
) -> None:
    """422 says where and what is expected there, never what was sent: that may be personal."""
    before = shared_api.consortium.log.last()
    answer = shared_api.post("workers/register-worker", worker() | changes)

    assert places(answer) == [place]
    assert shared_api.consortium.log.last() == before


def test_a_value_object_says_what_it_expects(shared_api: Api) -> None:
    """The reason reaches the caller without the value."""
    body = {
        "effective_on": "2026-11-01",
        "programme": "grant:dx-r6",
        "kpi": "kpi1",
        "subject": str(uuid4()),
        "fiscal_year": "next year",
        "municipality": "joint",
    }
    answer = shared_api.post("facts/count-fact", body)
    assert places(answer) == ["body.fiscal_year"]
    assert "fiscal year" in answer.json()["errors"][0]["en"]


@pytest.mark.parametrize("content", [b"{", b"", b"[]", b"\xff", b'"x"', b"null"])
def test_what_is_no_json_object_is_malformed(shared_api: Api, content: bytes) -> None:
    """422, whatever it is."""
    headers = {
        "Idempotency-Key": "k",
        "Ayumi-Actor": "a",
        "Content-Type": "application/json",
    }
    answer = shared_api.client.post(
        f"{BASE}/workers/register-worker", content=content, headers=headers
    )
    refused(answer, problems.MALFORMED)


@pytest.mark.parametrize(
    "now", [{}, {"level": "high"}, {"level": None}, {"colour": 1}, {"method": "x"}, 7, None]
)
def test_a_correction_is_checked_field_by_field(shared_api: Api, now: object) -> None:
    """422 before any rule is asked: nothing, another type, an unknown field."""
    stream = shared_api.registered()
    shared_api.post(f"workers/{stream}/claim-skill", skill(), seen=1)
    body = {"effective_on": "2026-11-03", "version": 2, "now": now}
    answer = shared_api.post(f"workers/{stream}/correct-skill", body, seen=2)

    (place,) = places(answer)
    assert place.startswith("body.now")


def test_a_personal_value_is_corrected_by_its_plain_value(api: Api) -> None:
    """The caller never handles a sealed reference; the record shows neither."""
    stream = api.registered()
    body = {"effective_on": "2026-11-03", "version": 1, "now": {"name": "架空 華子"}}
    answer = api.post(f"workers/{stream}/correct-registration", body, seen=1)
    assert answer.status_code == 200

    api.project()
    (row,) = api.get("workers", open="true").json()["items"]
    assert row["name"] == "架空 華子"


@pytest.mark.parametrize("value", [None, 5, "", {"a": 1}])
def test_a_personal_value_is_corrected_by_text_alone(shared_api: Api, value: object) -> None:
    """422 for anything that could not be sealed."""
    stream = shared_api.registered()
    body = {"effective_on": "2026-11-03", "version": 1, "now": {"name": value}}
    answer = shared_api.post(f"workers/{stream}/correct-registration", body, seen=1)
    assert places(answer) == ["body.now.name"]


def test_an_unknown_consortium_is_not_found(shared_api: Api) -> None:
    """404 for commands, records and queries, before anything else is looked at."""
    for answer in (
        shared_api.client.get("/api/v1/c/other/workers"),
        shared_api.client.get(f"/api/v1/c/other/workers/{uuid4()}"),
        shared_api.client.post("/api/v1/c/other/workers/register-worker", json={}),
    ):
        refused(answer, problems.NO_CONSORTIUM)


def test_an_unknown_record_is_not_found(shared_api: Api) -> None:
    """404 for a stream that is not there."""
    answer = shared_api.post(f"workers/{uuid4()}/claim-skill", skill(), seen=1)
    refused(answer, problems.NOT_FOUND)


def test_a_record_of_another_kind_is_not_found(shared_api: Api) -> None:
    """404: a worker is no expenditure, whatever its id."""
    stream = shared_api.registered()
    body = {"effective_on": "2026-11-02", "amount": 1}
    answer = shared_api.post(f"expenditures/{stream}/pay-expenditure", body, seen=1)
    refused(answer, problems.NOT_FOUND)


def test_an_unknown_address_is_not_found(shared_api: Api) -> None:
    """404 as a problem, and 405 with what is allowed there."""
    refused(shared_api.client.get("/api/v1/nothing"), problems.NO_ADDRESS)
    refused(shared_api.post("workers/fly", {}), problems.METHOD)
    answer = shared_api.client.delete(f"{BASE}/workers")
    refused(answer, problems.METHOD)
    assert "GET" in answer.headers["Allow"]


def test_a_stream_that_is_no_uuid_is_malformed(shared_api: Api) -> None:
    """422 names the path's part."""
    answer = shared_api.post(f"workers/{SENT}/claim-skill", skill(), seen=1)
    assert places(answer) == ["path.stream_id"]


def test_a_lock_that_is_not_had_in_time_is_answered_503(
    open_api: OpenApi, schema: str, postgres_url: str
) -> None:
    """With Retry-After; the same key succeeds once the lock is free."""
    api = open_api(lock_timeout=0.1)
    body = worker()
    with psycopg.connect(postgres_url, autocommit=True) as other:
        hold_log_lock(other, schema)
        held = api.post("workers/register-worker", body, key="k")
    answer = api.post("workers/register-worker", body, key="k")

    refused(held, problems.UNAVAILABLE)
    assert int(held.headers["Retry-After"]) >= 1
    assert postgres_url not in held.text
    assert answer.status_code == 201


def hold_log_lock(connection: psycopg.Connection[Any], schema: str) -> None:
    """Take the lock that every writer of this log takes."""
    connection.execute("SELECT pg_advisory_lock(hashtextextended(%s, 0))", [f"ayumi log {schema}"])


def test_a_pool_without_a_free_connection_is_answered_503(open_api: OpenApi) -> None:
    """With Retry-After, for commands and records."""
    api = open_api(pool_size=1, pool_timeout=0.2)
    stream = api.registered()
    with api.consortium.log._datastore.pool.connection():  # type: ignore[attr-defined]
        answers = [
            api.post("workers/register-worker", worker("W-2")),
            api.get(f"workers/{stream}"),
        ]
    for answer in answers:
        refused(answer, problems.UNAVAILABLE)
        assert int(answer.headers["Retry-After"]) >= 1


def test_readers_without_a_free_connection_are_answered_503(open_api: OpenApi) -> None:
    """With Retry-After, for queries."""
    api = open_api(readers=1, reader_timeout=0.2)
    with api.consortium.rows._pool.connection():  # type: ignore[attr-defined]
        answer = api.get("workers")
    refused(answer, problems.UNAVAILABLE)
    assert int(answer.headers["Retry-After"]) >= 1


def test_what_nobody_expected_is_told_without_details(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    """500 as a problem; what happened stays inside."""

    def broken(*_: object) -> None:
        raise RuntimeError(SENT)

    monkeypatch.setattr(type(api.consortium.log), "answered", broken)
    answer = api.post("workers/register-worker", worker())
    refused(answer, problems.INTERNAL)
    assert SENT not in answer.text


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "ja"),
        ("en", "en"),
        ("en-GB,en;q=0.9,ja;q=0.1", "en"),
        ("ja,en;q=0.5", "ja"),
        ("fr", "ja"),
        ("ja;q=0.2, en;q=0.3", "en"),
        ("en;q=x", "ja"),
    ],
)
def test_a_problem_is_told_in_the_language_asked_for(
    shared_api: Api, accepted: str, language: str
) -> None:
    """Japanese unless English comes first; both are always there."""
    answer = shared_api.client.get(
        f"{BASE}/workers/{uuid4()}", headers={"Accept-Language": accepted}
    )
    problem = refused(answer, problems.NOT_FOUND)

    assert problem[f"title_{language}"] == problem["title"]
    assert language == answer.headers["Content-Language"]
    assert answer.headers["Vary"] == "Accept-Language"


def test_circumstances_are_recorded_with_the_event(shared_api: Api) -> None:
    """Role, reason and that it was taken over go into the record."""
    entry = {"role": "mentor", "reason": "decision", "taken_over": True, "on_behalf_of": "mayor"}
    answer = shared_api.post("workers/register-worker", worker(uuid4().hex) | {"entry": entry})
    (event,) = shared_api.client.get(answer.headers["Location"]).json()["events"]

    assert tuple(event[name] for name in ("actor", "role", "on_behalf_of", "reason", "how")) == (
        "clerk-1",
        "mentor",
        "mayor",
        "decision",
        "taken_over",
    )


def test_fiscal_years_are_read_in_every_form(shared_api: Api) -> None:
    """What a body gives as R6 stands in the event as 2024."""
    body = {
        "effective_on": "2024-11-01",
        "programme": "grant:dx-r6",
        "kpi": "kpi1",
        "subject": str(uuid4()),
        "fiscal_year": "R6",
        "municipality": "joint",
    }
    stream = shared_api.post("facts/count-fact", body).json()["stream"]
    (event,) = shared_api.consortium.log.read(stream)
    counted = event.event
    assert isinstance(counted, FactCounted)
    assert counted.fiscal_year == 2024
    assert counted.effective_on == date(2024, 11, 1)
