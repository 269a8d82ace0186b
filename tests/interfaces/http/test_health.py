"""Whether the service lives and is fresh, as those who run it ask."""

from application.registry import PROJECTIONS
from interfaces.http import health
from tests.interfaces.http.given import SENT, Api


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
