"""Files over HTTP: each is recorded as an export before it is sent, and none is sent otherwise."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from typing import Any, cast
from uuid import UUID

import httpx
import pytest

from application.demo.papers import ATTACHED
from application.demo.teller import Teller
from application.documents.order_form.answer import commissions_of
from domain.export.events import ExportMade
from tests.application.demo.given import GRANT, Api, Ayumi, application, served, told
from tests.given_bundles import page_of_the_tests
from tests.infrastructure.given import ask

ORDER, WORKER = "E-2026-001", "W-013"
DAY = "2026-11-20"
ASKED: dict[str, dict[str, str]] = {
    "evidence.bundle": {"for": "evaluation", "programme": GRANT, "fiscal_years": "R6"},
    "evidence.file": {},
    "commission.order-form-xlsx": {"valid_on": DAY, "open": "true"},
}
"""What is asked of each endpoint that gives a file."""


def files() -> set[str]:
    """Give the endpoints that answer with something other than JSON, as the API describes them."""
    return {
        operation["operationId"]
        for at in application().openapi()["paths"].values()
        for operation in at.values()
        for status, answer in operation["responses"].items()
        if status.startswith("2") and answer.get("content", {}).keys() - {"application/json"}
    }


@pytest.fixture
def api(postgres_url: str, tmp_path: Path) -> Iterator[Api]:
    """Give the API of a demonstration that a test may change, and that can be signed."""
    with told(postgres_url) as url, page_of_the_tests(tmp_path):
        Ayumi(url, signing_dir=tmp_path / "signing").said("key", "new")
        with served(url, tmp_path / "signing") as found:
            yield found


def take(api: Api, operation: str, actor: str = "clerk-3", **asked: str) -> httpx.Response:
    """Ask for a file."""
    paths = {
        one["operationId"]: path
        for path, at in api.app.openapi()["paths"].items()
        for one in at.values()
    }
    path = paths[operation].format(
        consortium=api.base.rpartition("/")[2], stream_id=subject(api, operation)
    )
    answer = api.client.get(path, params=ASKED[operation] | asked, headers={"Ayumi-Actor": actor})
    return cast("httpx.Response", answer)


def subject(api: Api, operation: str) -> UUID | None:
    """Give the record of which a file is asked."""
    log = api.consortium.log
    if operation == "evidence.file":
        return Teller(log.namespace).id_of("evidence", f"雇-{ATTACHED}")
    if operation == "commission.order-form-xlsx":
        return commissions_of(api.consortium, ORDER, log.last()[0])[WORKER, 1]
    return None


def exports(api: Api) -> list[dict[str, Any]]:
    """Give the list of exports, as everybody sees it, but for the one that the story tells."""
    api.consortium.projector.catch_up()
    listed = api.get("exports", limit=100)["items"]
    return sorted(listed, key=lambda row: row["recorded"]["position"])[1:]


def test_every_endpoint_that_gives_a_file_is_tried_here() -> None:
    """Whatever does not answer with JSON; a new one has to be asked as the others are."""
    assert files() == ASKED.keys()


@pytest.mark.parametrize("operation", sorted(ASKED))
def test_a_file_is_recorded_before_it_is_sent(api: Api, operation: str) -> None:
    """Who, which bytes, and the position as of which they were made: the one before."""
    before, at = api.consortium.log.last()
    answer = take(api, operation)
    assert answer.status_code == 200, answer.text
    (made,) = api.consortium.log.events(after=before)
    assert isinstance(made.event, ExportMade)
    assert made.event.sha256 == sha256(answer.content).hexdigest()
    assert (made.event.size, made.event.log_size) == (len(answer.content), before)
    assert (made.by.actor, made.recorded_at) == ("clerk-3", at)
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Disposition"].startswith("attachment; ")


@pytest.mark.parametrize("operation", sorted(ASKED))
def test_what_cannot_be_recorded_is_not_sent(api: Api, operation: str) -> None:
    """Not a byte of it."""
    ask(
        api.url,
        "ALTER TABLE {}.events ADD CHECK (topic <> 'export.made') NOT VALID",
        "c_demo",
    )
    answer = take(api, operation)
    assert answer.status_code == 500
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert exports(api) == []


def test_everybody_sees_at_once_what_was_taken(api: Api) -> None:
    """In the list, and in the evaluation of its programme; by ids, and without a name."""
    take(api, "commission.order-form-xlsx")
    take(api, "evidence.file")
    form, scan = exports(api)
    assert {name: form[name] for name in ("kind", "what", "asked", "rows", "programme")} == {
        "kind": "order-form",
        "what": str(subject(api, "commission.order-form-xlsx")),
        "asked": f"open=true&valid_on={DAY}",
        "rows": None,
        "programme": GRANT,
    }
    assert (scan["kind"], scan["asked"], scan["rows"]) == ("evidence-file", None, None)
    assert scan["what"] == str(subject(api, "evidence.file"))
    assert api.get("exports", what=scan["what"])["items"] == [scan]
    shown = [row for row in api.get("views/evaluation")["items"] if row["part"] == "export"]
    assert {row["fact"] for row in shown} >= {form["export_id"], scan["export_id"]}


@pytest.mark.parametrize("operation", ["evidence.file", "commission.order-form-xlsx"])
def test_that_it_was_taken_changes_nothing_of_what_is_given(api: Api, operation: str) -> None:
    """As of one position it is the same, however often and by whomever; each time is an export."""
    position = str(api.consortium.log.last()[0])
    first, second = (
        take(api, operation, actor, as_of=position).content for actor in ("clerk-3", "clerk-4")
    )
    assert first == second
    assert [(row["actor"], row["log_size"]) for row in exports(api)] == [
        ("clerk-3", int(position)),
        ("clerk-4", int(position)),
    ]


def test_many_are_given_the_same_file_at_once(api: Api) -> None:
    """The same bytes are one stream of exports; nobody is sent away because another was there."""
    takers = [f"clerk-{number}" for number in range(8)]
    api.app.openapi()
    with ThreadPoolExecutor(len(takers)) as pool:
        answers = list(pool.map(lambda actor: take(api, "evidence.file", actor), takers))
    assert {answer.status_code for answer in answers} == {200}
    assert sorted(row["actor"] for row in exports(api)) == takers


def test_an_answer_in_json_is_read_and_not_taken(api: Api) -> None:
    """Also if it says the same as a file; what an evaluator reads, the reading trail keeps."""
    position = api.consortium.log.last()[0]
    form = subject(api, "commission.order-form-xlsx")
    api.get(f"commissions/{form}/order-form", open=True)
    api.get("views/payment-list", month="2026-11", open=True)
    api.get("workers")
    assert api.consortium.log.last()[0] == position
