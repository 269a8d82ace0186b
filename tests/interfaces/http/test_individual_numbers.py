"""What looks like an individual number is not recorded unless somebody says that it is none."""

from uuid import uuid4

import pytest

from application.individual_numbers import LOOKS_LIKE_ONE
from interfaces.http.problems import Outcome
from tests.interfaces.http.given import BASE, Api, refused, worker

LIKE_ONE, SPACED = "123456789018", "１２３４ ５６７８ ９０１８"
CONFIRMS = "not-an-individual-number"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"name": f"架空 花子 {LIKE_ONE}"}, "name"),
        ({"contact": SPACED}, "contact"),
        ({"number": LIKE_ONE}, "number"),
        ({"entry": {"note": f"確認済 {LIKE_ONE}"}}, "note"),
        ({"entry": {"role": LIKE_ONE}}, "role"),
        ({"entry": {"on_behalf_of": LIKE_ONE}}, "on_behalf_of"),
    ],
)
def test_it_is_asked_about_in_any_text(api: Api, fields: dict[str, object], field: str) -> None:
    """The field is named, the number not repeated, and nothing is written."""
    before = api.consortium.log.last()
    answer = api.post("workers/register-worker", worker() | fields)
    assert refused(answer, Outcome.of(LOOKS_LIKE_ONE))["about"] == {"field": field}
    assert LIKE_ONE not in answer.text
    assert SPACED not in answer.text
    assert api.consortium.log.last() == before


def test_it_is_asked_about_in_who_enters_something(api: Api) -> None:
    """The header too is open to evaluators."""
    sent = {"Idempotency-Key": uuid4().hex, "Ayumi-Actor": LIKE_ONE}
    path = f"{BASE}/workers/register-worker"
    answer = api.client.post(path, json=worker(), headers=sent)
    assert refused(answer, Outcome.of(LOOKS_LIKE_ONE))["about"] == {"field": "actor"}
    confirmed = api.client.post(path, json=worker(), headers=sent | {"Ayumi-Confirms": CONFIRMS})
    assert confirmed.status_code == 201


def test_it_is_asked_about_in_a_correction(api: Api) -> None:
    """In what is to stand instead."""
    stream = api.registered()
    fields = {"effective_on": "2026-11-02", "version": 1, "now": {"name": SPACED}}
    answer = api.post(f"workers/{stream}/correct-registration", fields, seen=1)
    assert refused(answer, Outcome.of(LOOKS_LIKE_ONE))["about"] == {"field": "now.name"}


def test_another_number_is_recorded_when_that_is_confirmed(api: Api) -> None:
    """Under the same key as before, since nothing was written; and it is answered again."""
    body, key = worker() | {"contact": LIKE_ONE}, uuid4().hex
    assert api.post("workers/register-worker", body, key=key).status_code == 409
    answer = api.post("workers/register-worker", body, key=key, confirms=CONFIRMS)
    assert answer.status_code == 201
    assert api.post("workers/register-worker", body, key=key).json() == answer.json()


def test_ids_are_not_asked_about(api: Api) -> None:
    """Nor are codes; a person's id may end with such digits."""
    person = {"person_id": f"00000000-0000-4000-8000-{LIKE_ONE}"}
    answer = api.post("workers/register-worker", worker() | person)
    assert answer.status_code == 201


def test_only_one_thing_can_be_confirmed(api: Api) -> None:
    """Another word in the header is malformed."""
    answer = api.post("workers/register-worker", worker(), confirms="anything")
    assert answer.status_code == 422
