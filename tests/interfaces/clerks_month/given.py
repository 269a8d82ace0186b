"""Who takes part in the month, on which days it is paid, and where it is recorded."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from uuid import uuid4

from domain.base.values.closed_days import Counter, open_until
from infrastructure.postgres.installation import PostgresInstallation
from tests.application.demo.given import Api, application

with warnings.catch_warnings():
    # It would rather have a successor of httpx; the requests are the same.
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

GRANT = "grant:dx-r6"
NAME = "practice"
CORPORATION = "9777777777777"
TOWN, CITY = "203246", "202126"

PAY_DAY = open_until(date(2026, 12, 31), Counter.OFFICE)
"""The last working day of December: what is due at its end is paid on it."""
NEXT_PAY_DAY = open_until(date(2027, 1, 31), Counter.OFFICE)
TODAY = date(2027, 2, 1)

RESIDENTS = (
    ("W-1", "架空 春子", "カクウ ハルコ", TOWN),
    ("W-2", "架空 夏男", "カクウ ナツオ", CITY),
    ("W-3", "架空 秋代", "カクウ アキヨ", TOWN),
)
CLIENTS = (("C-1", "架空商事株式会社", "company"), ("C-2", "架空町役場", "town-hall"))


@contextmanager
def asked(url: str) -> Iterator[Api]:
    """Give the API of the record that a database holds, opened if it is not yet.

    The record has one name wherever it is kept, so that its ids are the same in every database.
    """
    app, name = application(), f"{NAME}-{uuid4().hex[:8]}"
    with (
        PostgresInstallation(url, lambda: TODAY) as installation,
        TestClient(app, raise_server_exceptions=False) as client,
    ):
        consortium = installation.found(NAME)
        app.state.consortia[name] = consortium
        try:
            yield Api(url, consortium, app, client, f"/api/v1/c/{name}")
        finally:
            del app.state.consortia[name]
