"""Bundles over HTTP: the same bytes, and a documented answer where there are none."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any
from uuid import UUID

import httpx
import pytest

from application.evidence.bundle import refusals
from application.evidence.bundle.question import Kind
from application.evidence.signing import sign
from application.evidence.trail import open_desk
from application.execute import execute
from application.recorded import Entry
from domain.kpi.commands import CountFact
from infrastructure.postgres.log import PostgresLog
from infrastructure.signing.desk import FileDesk
from interfaces.http import problems
from tests.given import day
from tests.given_bundles import made, page_of_the_tests
from tests.infrastructure.given import ask
from tests.interfaces.http.given import BASE, Api, OpenApi, Sent, at, evaluation, places, refused

FACT = CountFact(
    kpi="kpi1",
    subject=UUID(int=1),
    fiscal_year=2024,
    municipality="joint",
    programme="grant:dx-r6",
    effective_on=day("2024-06-01"),
)


@pytest.fixture(autouse=True)
def _page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with page_of_the_tests(tmp_path_factory.mktemp("page")):
        yield


@pytest.fixture
def signing_api(open_api: OpenApi, desk: FileDesk) -> Api:
    """Give the API of a consortium with three events whose log can be signed."""
    api = open_api(desk=desk)
    api.registered()
    execute(api.consortium.log, api.consortium.vault, FACT, Entry(actor="clerk-1"), key="a fact")
    return api


def bundle(api: Api, **asked: Sent) -> httpx.Response:
    """Ask for a bundle of the grant in R6, if nothing else is said."""
    usual: dict[str, Sent] = {
        "for": "evaluation", "programme": "grant:dx-r6", "fiscal_years": "R6",
    }  # fmt: skip
    return api.get("evidence/bundle", **{**usual, **asked})


@pytest.mark.parametrize("kind", ["evaluation", "publication"])
def test_it_gives_the_bytes_that_the_command_line_gives(signing_api: Api, kind: Kind) -> None:
    """To be saved under a name that says what it is, and kept by no cache."""
    answer = bundle(signing_api, **{"for": kind}, fiscal_years="R6,2025")
    same = made(
        signing_api.consortium,
        kind,
        programme="grant:dx-r6",
        fiscal_years=(2024, 2025),
        as_of=3,
    )
    assert (answer.status_code, answer.content) == (200, same.content)
    assert answer.headers["Content-Type"] == "application/zip"
    assert answer.headers["Content-Length"] == str(len(same.content))
    assert answer.headers["Cache-Control"] == "no-store"
    assert f"demo-{kind}-3.zip" in answer.headers["Content-Disposition"]


def test_an_earlier_size_can_be_asked_for(signing_api: Api) -> None:
    """One that was signed; otherwise the nearest are named. The first bundle was an event, too."""
    sign(signing_api.consortium)
    signing_api.registered()
    assert b"size: 3\n" in bundle(signing_api, size=3).content
    assert b"size: 5\n" in bundle(signing_api).content
    problem = refused(bundle(signing_api, size=2), problems.Outcome.of(refusals.SIZE_NOT_SIGNED))
    assert problem["about"] == {"size": "2", "nearest": "3"}


def exports(api: Api) -> list[dict[str, Any]]:
    """Give the list of exports, as everybody sees it."""
    api.project()
    found: list[dict[str, Any]] = api.get("exports").json()["items"]
    return found


def test_everybody_sees_at_once_that_it_was_given(signing_api: Api) -> None:
    """Which bytes, of which size of the record; each answer is another export."""
    sign(signing_api.consortium)
    given = [bundle(signing_api, size=3).content for _ in range(2)]
    names = ("kind", "sha256", "size", "log_size", "programme", "asked")
    asked = "fiscal_years=2024&valid_on=2026-11-23"
    assert [tuple(row[name] for name in names) for row in exports(signing_api)] == [
        ("bundle-evaluation", sha256(each).hexdigest(), len(each), 3, "grant:dx-r6", asked)
        for each in given
    ]  # fmt: skip


def test_that_it_was_given_changes_nothing_of_what_is_given(signing_api: Api) -> None:
    """The same question about the same size has the same answer, whoever asked in between."""
    sign(signing_api.consortium)
    first = bundle(signing_api, size=3).content
    bundle(signing_api, **{"for": "publication"})
    assert signing_api.consortium.log.last()[0] == 5
    assert bundle(signing_api, size=3).content == first


def test_who_takes_it_is_recorded_as_far_as_it_is_known(signing_api: Api) -> None:
    """The evaluation by its token, anybody else as they say; else it is said to be unknown."""
    stream = UUID(evaluation(signing_api, programme="grant:dx-r6").rpartition("/")[2])
    token = open_desk(signing_api.consortium, stream, Entry(actor="evaluator")).written()
    asked = {"for": "evaluation", "programme": "grant:dx-r6", "fiscal_years": "R6"}
    for headers in ({"Ayumi-Evaluation": token}, {"Ayumi-Actor": "clerk-1"}, {}):
        url = f"{BASE}/evidence/bundle"
        answer = signing_api.client.get(url, params=asked, headers=headers)
        assert answer.status_code == 200
    actors = [f"evaluation:{stream}", "clerk-1", "unknown"]
    assert sorted(row["actor"] for row in exports(signing_api)) == sorted(actors)
    answer = signing_api.client.get(url, params=asked, headers={"Ayumi-Actor": "架空".encode()})
    assert places(answer) == ["header.Ayumi-Actor"]
    shown = signing_api.get("views/evaluation").json()["items"]
    assert [row["part"] for row in shown] == ["desk", *["export"] * 3]


def test_what_cannot_be_recorded_is_not_given(signing_api: Api, postgres_url: str) -> None:
    """Not a byte of it."""
    log = signing_api.consortium.log
    assert isinstance(log, PostgresLog)
    ask(
        postgres_url,
        "ALTER TABLE {}.events ADD CHECK (topic <> 'export.made') NOT VALID",
        log.schema,
    )
    answer = bundle(signing_api)
    assert answer.status_code == 500
    assert b"PK" not in answer.content
    assert exports(signing_api) == []


def test_in_a_simulated_log_it_is_recorded_at_the_time_of_the_last_event(
    open_api: OpenApi, desk: FileDesk
) -> None:
    """Such a log takes no time from the server."""
    began = at("2025-06-30")
    api = open_api(desk=desk, clock="simulated", at=began)
    api.execute(FACT, began)
    assert bundle(api).status_code == 200
    assert [row["made_on"] for row in exports(api)] == ["2025-06-30"]
    assert api.consortium.log.last()[1] == began


def test_what_is_missing_or_wrong_is_named(signing_api: Api) -> None:
    """What it is for must be said; a programme is not guessed."""
    assert places(signing_api.get("evidence/bundle")) == ["query.for"]
    assert places(bundle(signing_api, fiscal_years="R6,令和6年")) == ["query.fiscal_years"]
    assert places(bundle(signing_api, **{"for": "everybody"})) == ["query.for"]
    asked = signing_api.get("evidence/bundle", **{"for": "publication"})
    refused(asked, problems.Outcome.of(refusals.PROGRAMME_NOT_SAID))


def test_nothing_is_given_that_cannot_be_signed(
    signing_api: Api, open_api: OpenApi, postgres_url: str
) -> None:
    """Without a key; or where the record is not what was signed, of which no file is named."""
    sign(signing_api.consortium)
    log = signing_api.consortium.log
    assert isinstance(log, PostgresLog)
    ask(postgres_url, "UPDATE {}.events SET leaf = sha256(leaf)", log.schema)
    answer = bundle(signing_api)
    refused(answer, problems.NOT_SIGNABLE)
    assert ".key" not in answer.text
    refused(bundle(open_api()), problems.NO_SIGNING_KEY)
