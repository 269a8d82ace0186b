"""Whether the service lives and is fresh, as those who run it ask."""

from application.registry import PROJECTIONS
from interfaces.http import health, problems
from tests.infrastructure.given import ask
from tests.interfaces.http.given import SENT, Api, refused, skill


def test_alive_is_answered_whatever_else_is_wrong(api: Api) -> None:
    """/livez asks nothing of the database."""
    api.consortium.log.close()  # type: ignore[attr-defined]
    assert api.client.get("/livez").status_code == 200


def test_ready_says_where_each_projection_is(api: Api) -> None:
    """200 with position and lag."""
    api.registered()
    api.project()
    answer = api.client.get("/readyz")

    assert answer.status_code == 200
    found = {each["name"]: each for each in answer.json()["projections"]["demo"]}
    assert PROJECTIONS.keys() <= found.keys()
    assert (found["workers"]["position"], found["workers"]["lag"]) == (2, 0)


def test_a_projection_that_failed_is_not_ready(api: Api) -> None:
    """503; the error's message stays inside, since it may hold what an event says."""
    api.project()
    api.consortium.store.fail("workers", 2, f"ValueError: {SENT}")
    answer = api.client.get("/readyz")

    assert answer.status_code == 503
    assert SENT not in answer.text
    found = {each["name"]: each for each in answer.json()["projections"]["demo"]}
    assert (found["workers"]["failed_at"], found["workers"]["error"]) == (2, "ValueError")
    assert not found["workers"]["ready"]
    assert found["skill_map"]["ready"]


def test_lag_that_stays_is_not_ready(api: Api) -> None:
    """A projection may be behind for a moment; one that no longer moves is not ready."""
    now = [0.0]
    watch = health.Health({"demo": api.consortium}, clock=lambda: now[0])
    api.project()
    api.registered("W-1")
    assert watch.readyz().status_code == 200

    now[0] += health.LAG_STAYS_SECONDS - 1
    assert watch.readyz().status_code == 200
    now[0] += 1
    assert watch.readyz().status_code == 503

    api.project()
    api.registered("W-2")
    assert watch.readyz().status_code == 200


def unreadable(api: Api) -> str:
    """Given a worker whose second event, at position 3, nobody can read; give its stream."""
    stream = api.registered("W-1")
    assert api.post(f"workers/{stream}/claim-skill", skill(), seen=1).status_code == 200
    log = api.consortium.log
    url, schema = str(log._datastore.pool.conninfo), log.schema  # type: ignore[attr-defined]
    ask(url, "UPDATE {}.events SET state = '\\x7b22' WHERE notification_id = 3", schema)
    return str(stream)


def test_an_event_that_cannot_be_read_is_named(api: Api) -> None:
    """By position and kind, wherever it is met; sending it again is not said to help."""
    stream = unreadable(api)
    about = {"position": "3", "topic": "worker.skill_claimed"}
    answers = [
        api.get(f"workers/{stream}"),
        api.get("evidence/moved", position=3),
        api.post(f"workers/{stream}/claim-skill", skill(level=1), seen=2),
    ]
    for answer in answers:
        assert refused(answer, problems.UNREADABLE)["about"] == about
        assert "x7b22" not in answer.text
    assert "again" not in problems.UNREADABLE.en


def test_the_answers_of_a_stopped_projection_say_so(api: Api) -> None:
    """A note on every answer; a position beyond it is not one to wait for."""
    api.registered("W-1")
    api.project()
    api.registered("W-2")
    api.consortium.store.fail("workers", 3, f"ValueError: {SENT}")
    whole = api.get("workers").json()
    compared = api.get("evidence/difference", projection="workers", **{"from": "1"}).json()
    for body in (whole, compared):
        (note,) = body["notes"]
        assert "stopped at the event at position 3" in note["en"]
        assert "after position 2 is not in it" in note["en"]
        assert "位置 3 の事実で止まっています" in note["ja"]
    asked = {"projection": "workers", "from": "1"}
    for answer in (
        api.get("workers", as_of="3"),
        api.get("workers", min_position=3),
        api.get("evidence/difference", **asked, to="3"),
        api.get("evidence/difference", **asked, min_position=3),
    ):
        about = refused(answer, problems.STOPPED)["about"]
        assert about == {"position": "2", "failed_at": "3"}


def test_a_projection_that_met_it_says_which_it_was(api: Api) -> None:
    """In /readyz and in the list of projections: where, what kind of event, what kind of error."""
    unreadable(api)
    api.project()
    ready = {e["name"]: e for e in api.client.get("/readyz").json()["projections"]["demo"]}
    listed = {each["name"]: each for each in api.get("projections").json()["projections"]}
    for found in (ready, listed):
        stopped = found["skill_map"]
        assert (stopped["failed_at"], stopped["topic"]) == (3, "worker.skill_claimed")
        assert stopped["error"] == "Indigestible"
        assert found["workers"]["topic"] is None
