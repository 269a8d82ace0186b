"""As of a position, a figure is that of a log that ends there, and of nobody else's log."""

from collections.abc import Sequence
from contextlib import closing
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from application.figures.figures import figure
from application.figures.values import Figure
from application.ports import Log
from application.recorded import Recorded
from infrastructure.postgres import log as log_module
from infrastructure.postgres.datastore import Datastore
from infrastructure.postgres.log import PostgresLog
from infrastructure.postgres.recorder import LogRecorder
from tests.application.figures.conftest import NewLog
from tests.application.figures.history import DAYS, OURS, THEIRS, History, Kept
from tests.infrastructure.given import ask

CODES = ("kpi1", "kpi4", "budget-executed")
SEEDS = range(10, 13)


def figures(log: Log, position: int, on: date, *, programme: str = OURS) -> list[Any]:
    """Give the headline figures of R6 with their definitions."""
    return [
        figure(log, code, programme=programme, fiscal_year=2024, valid_on=on, position=position)
        for code in CODES
    ]


def cut(url: str, long: PostgresLog, position: int) -> PostgresLog:
    """Make a log of its own of the first events of another, and take it up."""
    datastore = Datastore(url, f"test_{uuid4().hex}")
    LogRecorder(datastore).create_table()
    ask(
        url,
        "INSERT INTO {}.events SELECT * FROM {}.events WHERE notification_id <= %(position)s",
        datastore.schema,
        long.schema,
        position=position,
    )
    return PostgresLog(datastore)


@pytest.mark.parametrize("seed", SEEDS)
def test_as_of_a_position_is_the_figure_of_a_log_that_ends_there(
    new_log: NewLog, postgres_url: str, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Value, lines, counted events and definition; however many pages of the log are read."""
    monkeypatch.setattr(log_module, "PAGE", 50)
    history = History(new_log(), seed)
    history.go_on(300)
    moments = [history.moment() for _ in range(8)]

    for position, on in moments:
        if position:
            with closing(cut(postgres_url, history.log, position)) as short:
                assert short.last()[0] == position
                assert figures(history.log, position, on) == figures(short, position, on)
    assert len({str(figures(history.log, *moment)) for moment in moments}) > 4


@pytest.mark.parametrize("seed", SEEDS)
def test_as_of_never_depends_on_what_was_recorded_after(new_log: NewLog, seed: int) -> None:
    """Corrections, voidings and joinings of later have no effect on what was known before."""
    history = History(new_log(), seed)
    history.go_on(150)
    moments = [history.moment() for _ in range(20)]
    before = [figures(history.log, *moment) for moment in moments]
    last = history.log.last()[0]
    history.go_on(150)

    assert [figures(history.log, *moment) for moment in moments] == before
    now = history.log.last()[0]
    assert figures(history.log, now, DAYS[-1]) != figures(history.log, last, DAYS[-1])


def test_two_consortia_never_mix(new_log: NewLog) -> None:
    """Of two logs on one server, each is answered for as if it were alone."""
    ours, alone = (History(new_log(), 10) for _ in range(2))
    theirs = History(new_log(), 11)
    alone.go_on(200)
    for _ in range(20):
        ours.go_on(10)
        theirs.go_on(10)

    # The same story in two logs is at the same positions, under other ids.
    assert ours.log.last()[0] == alone.log.last()[0]
    for position, on in [ours.moment() for _ in range(20)]:
        assert told(figures(ours.log, position, on)) == told(figures(alone.log, position, on))
    last = ours.log.last()[0]
    assert told(figures(ours.log, last, DAYS[-1])) != told(figures(theirs.log, last, DAYS[-1]))


@pytest.mark.parametrize("seed", SEEDS)
def test_two_programmes_never_mix(new_log: NewLog, seed: int) -> None:
    """Without the other's events a programme's figures are the same, and so are the common ones."""
    history = History(new_log(), seed)
    history.go_on(300)
    everything = list(history.log.events())

    for programme, other in ((OURS, THEIRS), (THEIRS, OURS)):
        alone = without(everything, other)
        assert 0 < len(alone) < len(everything)
        for position, on in [history.moment() for _ in range(20)]:
            both = figures(Kept(everything).log, position, on, programme=programme)
            assert both == figures(Kept(alone).log, position, on, programme=programme)


def without(recorded: Sequence[Recorded], programme: str) -> list[Recorded]:
    """Leave out what belongs to a programme."""
    return [one for one in recorded if one.event.programme != programme]


def told(answers: Sequence[tuple[object, Figure]]) -> list[object]:
    """Give what figures say without the ids of streams, which differ from log to log."""
    return [
        (found.value, found.rows, [ref.position for ref in found.counted]) for _, found in answers
    ]
