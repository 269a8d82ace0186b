"""Asking what held at any moment, against asking what holds now, over HTTP; and what that costs.

Each question (a page, a later page, a filter) is put four times in a row: now, as of a position
that is uniform over the log, valid on a day that is uniform over its years, and both. A small log
and a large one are served by one process and asked in turn, so that their times can be compared.
"""

import socket
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from multiprocessing import get_context
from multiprocessing.connection import Connection
from random import Random
from statistics import median, quantiles
from time import perf_counter
from typing import Any

import httpx
import psycopg
import uvicorn
from psycopg.rows import dict_row
from psycopg.sql import SQL, Identifier
from psycopg_pool import ConnectionPool

from application.asking.moments import AsOf
from application.asking.query import cursor_after
from application.registry import PROJECTIONS
from infrastructure.postgres.datastore import Datastore
from infrastructure.postgres.installation import put_together
from infrastructure.postgres.log import PostgresLog
from interfaces.http.app import create_app
from tests.benchmarks import Measure
from tests.benchmarks.logs import EVENTS, LARGE, SMALL, built, server
from tests.made_up.calendar import FIRST, LAST
from tests.made_up.programme import SEED

QUESTIONS = 200
WARM_UP = 20
LIMITS = """Where growth misses its target it is the slowest twentieth of pages of the skill map: a
filter by skill and level leaves many rows of which few are the latest of their key, and each is
looked up. Half of all other pages stay within the target, and half of its own within 1.25.
"""
SAMPLE = 5_000
PAGE = 50
NOW = "now"
AS_OF, VALID_ON, BOTH = "as of", "valid on", "as of and valid on"

# What is filtered by; a question without a filter is a page of everything.
FILTERS: Mapping[str, Sequence[tuple[str, ...]]] = {
    "workers": ((), ("number",), ("person_id",), ("municipality",), ("municipality", "on_roll")),
    "skill_map": ((), ("worker_number",), ("worker_id",), ("municipality",), ("skill", "level")),
    "expenditures": ((), ("number",), ("expenditure_id",), ("municipality",), ("line", "step")),
    "kpi_ledger": ((), ("subject",), ("fact_id",), ("municipality",), ("kpi", "fiscal_year")),
}


@dataclass(frozen=True, slots=True)
class Ask:
    """One question as it is put over HTTP, at each of the moments."""

    path: str
    at: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Answer:
    """How many rows a question was answered with, and the milliseconds that took."""

    rows: int
    took: float


Answers = Mapping[tuple[str, str], Sequence[Answer]]
"""Of each log and moment, the answers to all questions."""


def run() -> list[Measure]:
    """Ask both logs."""
    measures: list[Measure] = []
    for schema in EVENTS:
        built(schema)
    with ExitStack() as stack:
        url = server()
        base = stack.enter_context(serving(url))
        client = stack.enter_context(httpx.Client(base_url=base, timeout=60))
        for name in FILTERS:
            answers = asked(client, {schema: asks(url, schema, name) for schema in EVENTS})
            measures += compared(name, answers)
        return measures


def asks(url: str, schema: str, name: str) -> list[Ask]:
    """Give the questions about one projection; those of all logs have the same kinds in turn."""
    random = Random(f"{SEED} {name}")  # noqa: S311 - the same for the same seed
    path = f"/api/v1/c/{schema}/{name.replace('_', '-')}"
    kinds = [(where, later) for where in FILTERS[name] for later in (False, True)]
    with psycopg.connect(url, row_factory=dict_row) as connection:
        connection.execute("SELECT setseed(0.5)")
        pool = connection.execute(
            SQL("SELECT * FROM {}.{} WHERE holds ORDER BY random() LIMIT {}").format(
                Identifier(schema), Identifier(name), SAMPLE
            )
        ).fetchall()
    questions = []
    for number in range(WARM_UP + QUESTIONS):
        where, later = kinds[number % len(kinds)]
        position = random.randint(1, EVENTS[schema])
        day = FIRST + timedelta(days=random.randint(0, (LAST - FIRST).days))
        # What is asked for could have been seen at that moment, where anything could.
        seen = next(
            (
                row
                for row in random.choices(pool, k=200)
                if row["from_position"] <= position < row["to_position"]
                and row["valid_from"] <= day
            ),
            random.choice(pool),
        )
        common = {"limit": str(PAGE)} | {column: _written(seen[column]) for column in where}
        as_of, valid_on = {"as_of": str(position)}, {"valid_on": day.isoformat()}
        at = {NOW: {}, AS_OF: {**as_of}, VALID_ON: {**valid_on}, BOTH: as_of | valid_on}
        if later:
            for parameters in at.values():
                asked = parameters.get("as_of")
                moment = AsOf(position if asked else EVENTS[schema], None, asked)
                on = day if "valid_on" in parameters else LAST
                parameters["cursor"] = cursor_after(
                    PROJECTIONS[name], seen["row_key"], [(moment, on)], {c: seen[c] for c in where}
                )
        questions.append(Ask(path, {moment: common | own for moment, own in at.items()}))
    return questions


def asked(client: httpx.Client, questions: Mapping[str, Sequence[Ask]]) -> Answers:
    """Ask all questions, those of all logs and moments in turn."""
    answers: dict[tuple[str, str], list[Answer]] = {}
    for number, each in enumerate(zip(*questions.values(), strict=True)):
        put = {
            (schema, moment): (ask.path, parameters)
            for schema, ask in zip(questions, each, strict=True)
            for moment, parameters in ask.at.items()
        }
        # What else the machine does changes all the time: each is asked thrice, in turn.
        rounds = [{of: answered(client, *ask) for of, ask in put.items()} for _ in range(3)]
        if number >= WARM_UP:
            for of in put:
                took = median(each[of].took for each in rounds)
                answers.setdefault(of, []).append(Answer(rounds[0][of].rows, took))
    return answers


def answered(client: httpx.Client, path: str, parameters: Mapping[str, str]) -> Answer:
    """Ask one question, and wait for the whole of its answer."""
    began = perf_counter()
    answer = client.get(path, params=parameters)
    took = (perf_counter() - began) * 1000
    assert answer.status_code == httpx.codes.OK, answer.text
    return Answer(len(answer.json()["items"]), took)


def compared(name: str, answers: Answers) -> Iterator[Measure]:
    """Compare every moment with now, and the large log with the small one."""
    now = p95(answers[LARGE, NOW])
    for moment in (NOW, AS_OF, VALID_ON, BOTH):
        large, small = answers[LARGE, moment], answers[SMALL, moment]
        title = f"{name} {moment}"
        yield Measure(f"{title}, p50", p50(large), "ms")
        yield Measure(f"{title}, p95", p95(large), "ms")
        if moment != NOW:
            yield Measure.at_most(f"{title} to now, p95", p95(large) / now, "ratio", 2)
        # A small log often has not enough for a full page: what is compared is as long.
        pairs = [(a, b) for a, b in zip(large, small, strict=True) if a.rows == b.rows]
        large, small = [a for a, _ in pairs], [b for _, b in pairs]
        title += ", growth"
        yield Measure(f"{title}, compared", len(pairs), "pages")
        yield Measure.at_most(f"{title}, p50", p50(large) / p50(small), "ratio", 1.2)
        yield Measure.at_most(f"{title}, p95", p95(large) / p95(small), "ratio", 1.2)


def p50(answers: Sequence[Answer]) -> float:
    """Give the milliseconds within which half of them came."""
    return median(answer.took for answer in answers)


def p95(answers: Sequence[Answer]) -> float:
    """Give the milliseconds within which all but the slowest twentieth came."""
    return quantiles((answer.took for answer in answers), n=20, method="inclusive")[-1]


@contextmanager
def serving(url: str) -> Iterator[str]:
    """Serve both logs from a process of its own; gives its address."""
    context = get_context("spawn")
    mine, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(url, list(EVENTS), theirs), daemon=True)
    process.start()
    try:
        assert mine.poll(60), "the server did not start"
        base = f"http://127.0.0.1:{mine.recv()}"
        _wait_for(base)
        yield base
    finally:
        process.terminate()
        process.join()


def _wait_for(base: str) -> None:
    # The port is known before anybody listens at it.
    for _ in range(600):
        with suppress(httpx.ConnectError):
            httpx.get(f"{base}/livez")
            return
        time.sleep(0.1)


def _serve(url: str, schemas: Sequence[str], started: Connection) -> None:
    pool = ConnectionPool[Any](url, kwargs={"autocommit": True}, min_size=2, max_size=4, open=True)
    datastores = {schema: Datastore(url, schema) for schema in schemas}
    app = create_app(
        {
            schema: put_together(schema, PostgresLog(datastore), datastore, pool, lambda: LAST)
            for schema, datastore in datastores.items()
        }
    )
    # asyncio turns off Nagle's delay of 40 ms only where the protocol is named.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.bind(("127.0.0.1", 0))
    started.send(listening.getsockname()[1])
    uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[listening])


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
