"""The headline figures by a second path: SQL over the log's own rows, and nothing of the service.

Value, breakdown and counted events are the same at every position and for every day. The queries
are in `second_path/`; they are written for who can read SQL and wants to check a figure alone.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from application.figures.figures import figure
from application.ports import Log
from application.recorded import Recorded
from infrastructure.postgres.installation import PostgresInstallation
from tests.application.demo.given import GRANT, TODAY, told
from tests.application.figures.conftest import NewLog
from tests.application.figures.history import DAYS, OURS, THEIRS, History, Kept, mentioned
from tests.given import day

HERE = Path(__file__).parent / "second_path"
Moment = tuple[int, date]
Found = tuple[int | None, list[list[Any]], list[int]]
"""The value, the lines of the breakdown, and the positions of what was counted."""
TURNS = 620
FIGURES = (
    ("kpi1", 2024),
    ("kpi1", 2025),
    ("kpi4", None),
    ("kpi4", 2024),
    ("budget-executed", 2024),
)


def by_sql(  # noqa: PLR0913 - each is one thing that a figure depends on
    url: str,
    schema: str,
    code: str,
    *,
    programme: str,
    fiscal_year: int | None,
    moments: Iterable[Moment],
) -> dict[Moment, Found]:
    """Ask the rows of the log."""
    query = "".join((HERE / f"{part}.sql").read_text() for part in ("effective", code))
    asked = {
        "moments": json.dumps([[position, on.isoformat()] for position, on in moments]),
        "code": code,
        "programme": programme,
        "fiscal_year": fiscal_year,
    }
    with psycopg.connect(url) as connection:
        composed = SQL(query).format(schema=Identifier(schema))
        rows = connection.execute(composed, asked).fetchall()
    return {
        (position, on): (value if defined else None, lines, counted)
        for position, on, defined, value, lines, counted in rows
    }


def by_service(
    log: Log, code: str, *, programme: str, fiscal_year: int | None, moments: Iterable[Moment]
) -> dict[Moment, Found]:
    """Ask the service."""
    answers: dict[Moment, Found] = {}
    for position, on in moments:
        _, found = figure(
            log,
            code,
            programme=programme,
            fiscal_year=fiscal_year,
            valid_on=on,
            position=position,
        )
        lines = [[*row.by, row.value] for row in found.rows]
        answers[position, on] = (found.value, lines, [ref.position for ref in found.counted])
    return answers


def telling(recorded: Sequence[Recorded]) -> list[int]:
    """Give the positions of all that has to do with these figures, the one before each, and 0."""
    own = ("figure.", "kpi.", "person.", "expenditure.", "consortium.", "engagement.")
    last = len(recorded)
    told = {one.position for one in recorded if one.event.TOPIC.startswith(own)}
    return sorted({0, last, *told, *(position - 1 for position in told)})


@pytest.mark.parametrize(("code", "fiscal_year"), FIGURES)
def test_the_demonstration_agrees_whatever_had_been_recorded(
    postgres_url: str, code: str, fiscal_year: int | None
) -> None:
    """At every position that could tell, and whichever day is asked about."""
    days = ("2024-03-31", "2024-08-01", "2024-12-31", "2025-03-31", "2025-06-09", "2026-11-23")
    with told(postgres_url) as url, PostgresInstallation(url, lambda: TODAY) as installation:
        log: Any = installation.take_up("demo").log
        kept = Kept(list(log.events()))
        moments = [(at, day(on)) for at in telling(kept.recorded) for on in days]
        asked: dict[str, Any] = {
            "programme": GRANT,
            "fiscal_year": fiscal_year,
            "moments": moments,
        }

        answers = by_sql(url, log.schema, code, **asked)

    assert by_service(kept.log, code, **asked) == answers
    assert len({value for value, _, _ in answers.values()}) >= 3


@pytest.mark.parametrize("seed", range(4))
def test_histories_by_chance_agree(new_log: NewLog, postgres_url: str, seed: int) -> None:
    """With corrections of corrections, voided voidings, joinings, leavings, in any order."""
    history = History(new_log(), seed)
    history.go_on(TURNS)
    log = history.log
    moments = sorted({history.moment() for _ in range(40)} | {(log.last()[0], on) for on in DAYS})

    for code, fiscal_year in FIGURES:
        for programme in (OURS, THEIRS):
            asked: dict[str, Any] = {
                "programme": programme,
                "fiscal_year": fiscal_year,
                "moments": moments,
            }
            assert by_service(log, code, **asked) == by_sql(postgres_url, log.schema, code, **asked)


def test_histories_by_chance_hold_every_kind_of_mistake(new_log: NewLog) -> None:
    """What never happens in them would be tested by none of them."""
    history = History(new_log(), 0)
    history.go_on(TURNS)

    seldom = {what: n for what, n in mentioned(list(history.log.events())).items() if n < 3}
    assert not seldom
