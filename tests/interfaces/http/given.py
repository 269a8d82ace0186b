"""A consortium on a real PostgreSQL, the API that serves it, and what its tests send and expect."""

import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any, cast
from uuid import UUID, uuid4

import httpx
from fastapi import FastAPI
from psycopg_pool import ConnectionPool

from application.evidence.desk import Desk
from application.execute import execute
from application.ports import Clock, Receipt
from application.projecting.projection import Projection
from application.recorded import Entry
from application.registry import PROJECTIONS
from application.service import Consortium
from domain.base.command import Command
from infrastructure.keys.vault import PostgresVault
from infrastructure.postgres.datastore import Datastore
from infrastructure.postgres.installation import put_together
from infrastructure.postgres.log import PostgresLog
from interfaces.http import problems

with warnings.catch_warnings():
    # It would rather have a successor of httpx; the requests are the same.
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

Sent = str | int | list[str]
TODAY = date(2026, 11, 23)
BASE = "/api/v1/c/demo"


@dataclass
class Api:
    """The API of one consortium, named demo, as a caller meets it."""

    consortium: Consortium
    app: FastAPI
    client: TestClient

    def get(self, path: str, **parameters: Sent) -> httpx.Response:
        """Ask; paths lie within the consortium."""
        return cast("httpx.Response", self.client.get(f"{BASE}/{path}", params=parameters))

    def post(  # noqa: PLR0913 - each is one thing that a request says
        self,
        path: str,
        body: object,
        *,
        seen: int | str | None = None,
        key: str | None = None,
        confirms: str | None = None,
        token: str | None = None,
    ) -> httpx.Response:
        """Send a command, under a new key if none is given; `seen` is the version for If-Match.

        `token` is that of an evaluator.
        """
        sent = {"Ayumi-Actor": "clerk-1", "Idempotency-Key": key or uuid4().hex}
        if confirms is not None:
            sent["Ayumi-Confirms"] = confirms
        if token is not None:
            sent["Ayumi-Evaluation"] = token
        if seen is not None:
            sent["If-Match"] = f'"{seen}"' if isinstance(seen, int) else seen
        return cast("httpx.Response", self.client.post(f"{BASE}/{path}", json=body, headers=sent))

    def registered(self, number: str | None = None, **fields: object) -> UUID:
        """Register a worker, under a number of its own if none is given, and give its stream."""
        answer = self.post("workers/register-worker", worker(number or uuid4().hex) | fields)
        assert answer.status_code == 201, answer.text
        return UUID(answer.json()["stream"])

    def project(self) -> int:
        """Bring the projections up to the log."""
        return self.consortium.projector.catch_up()

    def execute(self, command: Command, at: datetime, **circumstances: object) -> Receipt:
        """Record something at a time of the test's choice; the log's clock has to be simulated."""
        entry = Entry.model_validate({"actor": "clerk-1", **circumstances})
        parts = self.consortium
        return execute(parts.log, parts.vault, command, entry, key=uuid4().hex, at=at)


OpenApi = Callable[..., Api]

SENT = "ひみつ-4711"
"""Something that was sent and must not come back."""


def worker(number: str = "W-1") -> dict[str, Any]:
    """Give the body that registers a made-up worker."""
    return {
        "person_id": str(uuid4()),
        "number": number,
        "name": "架空 花子",
        "kana": "カクウ ハナコ",
        "municipality": "203246",
        "effective_on": "2026-11-01",
    }


def skill(**fields: object) -> dict[str, Any]:
    """Give the body that claims a skill."""
    return {
        "effective_on": "2026-11-02",
        "skill": "data-entry",
        "framework": "dss",
        "framework_version": "1.2",
        "level": 3,
        **fields,
    }


@contextmanager
def opened(  # noqa: PLR0913 - each is one thing that a test may want otherwise
    url: str,
    schema: str,
    application: FastAPI,
    *,
    clock: Clock = "server",
    at: datetime | None = None,
    projections: tuple[Projection[Any], ...] = tuple(PROJECTIONS.values()),
    desk: Desk | None = None,
    readers: int = 4,
    reader_timeout: float = 5.0,
    **limits: float,
) -> Iterator[Api]:
    """Open a consortium and let the application serve it; `limits` are those of the log's pool."""
    with ExitStack() as stack:
        log = PostgresLog.open(
            Datastore(url, schema, **limits),  # type: ignore[arg-type]
            origin=f"test/{schema}",
            clock=clock,
            at=at,
        )
        stack.enter_context(closing(log))
        # The projector's connections are its own, so that the log's limits are not its.
        datastore = stack.enter_context(closing(Datastore(url, schema)))
        pool = ConnectionPool(
            url,
            min_size=1,
            max_size=readers,
            timeout=reader_timeout,
            kwargs={"autocommit": True, "options": "-c timezone=UTC"},
            open=True,
        )
        stack.enter_context(pool)
        consortium = replace(
            put_together(
                "demo",
                log,
                datastore,
                pool,
                lambda: TODAY,
                projections={projection.name: projection for projection in projections},
                desk=desk,
            ),
            vault=PostgresVault(log._datastore, log.origin, log.namespace),
        )
        application.state.consortia["demo"] = consortium
        client = stack.enter_context(TestClient(application, raise_server_exceptions=False))
        yield Api(consortium, application, client)


def evaluation(api: Api, **fields: object) -> str:
    """Open an evaluation, and give its address."""
    body = {
        "effective_on": "2026-11-01",
        "number": "E-1",
        "kind": "third-party",
        "evaluator": "架空評価研究所",
        "first_year": "R6",
        "last_year": "R7",
    }
    answer = api.post("evaluations/open-evaluation", body | fields)
    assert answer.status_code == 201, answer.text
    return f"evaluations/{answer.json()['stream']}"


def refused(answer: httpx.Response, outcome: problems.Outcome) -> dict[str, Any]:
    """Expect a problem, in its form, and give it."""
    assert (outcome.status, outcome.code) == (answer.status_code, answer.json()["code"])
    assert answer.headers["Content-Type"] == "application/problem+json"
    problem: dict[str, Any] = answer.json()
    assert f"urn:ayumi:problem:{outcome.code}" == problem["type"]
    assert outcome.status == problem["status"]
    assert (outcome.ja, outcome.en) == (problem["title_ja"], problem["title_en"])
    return problem


def places(answer: httpx.Response) -> list[str]:
    """Expect a malformed request, told without what was sent, and give the places."""
    problem = refused(answer, problems.MALFORMED)
    assert SENT not in answer.text
    assert all(each["ja"] and each["en"] for each in problem["errors"])
    return [each["where"] for each in problem["errors"]]


def day(text: str) -> date:
    """Give a day."""
    return date.fromisoformat(text)


def at(text: str) -> datetime:
    """Give noon in UTC of a day."""
    return datetime.fromisoformat(f"{text}T12:00:00").replace(tzinfo=UTC)
