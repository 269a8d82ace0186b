"""Bundles over HTTP: the same bytes, and a documented answer where there are none."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from application.evidence.bundle import refusals
from application.evidence.bundle.question import Kind
from application.evidence.signing import sign
from infrastructure.postgres.log import PostgresLog
from infrastructure.signing.desk import FileDesk
from interfaces.http import problems
from tests.given_bundles import made, page_of_the_tests
from tests.infrastructure.given import ask
from tests.interfaces.http.given import Api, OpenApi, Sent, places, refused


@pytest.fixture(autouse=True)
def _page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with page_of_the_tests(tmp_path_factory.mktemp("page")):
        yield


@pytest.fixture
def signing_api(open_api: OpenApi, tmp_path: Path) -> Api:
    """Give the API of a consortium with three events whose log can be signed."""
    desk = FileDesk(tmp_path, "demo")
    desk.create_key()
    api = open_api(desk=desk)
    api.registered()
    api.registered()
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
    )
    assert (answer.status_code, answer.content) == (200, same.content)
    assert answer.headers["Content-Type"] == "application/zip"
    assert answer.headers["Content-Length"] == str(len(same.content))
    assert answer.headers["Cache-Control"] == "no-store"
    assert f"demo-{kind}-3.zip" in answer.headers["Content-Disposition"]


def test_an_earlier_size_can_be_asked_for(signing_api: Api) -> None:
    """One that was signed; otherwise the nearest are named."""
    sign(signing_api.consortium)
    signing_api.registered()
    assert b"size: 3\n" in bundle(signing_api, size=3).content
    assert b"size: 4\n" in bundle(signing_api).content
    problem = refused(bundle(signing_api, size=2), problems.Outcome.of(refusals.SIZE_NOT_SIGNED))
    assert problem["about"] == {"size": "2", "nearest": "3"}


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
