"""Which events made a row differ between two moments: those, and as far as they go no others."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from application.asking.comparison import Moment, Spell, causes
from application.projecting.projection import Projection, Said
from application.projecting.versions import FOREVER
from application.projections.expenditures import EXPENDITURES
from application.projections.kpi_ledger import KPI_LEDGER
from application.projections.skill_map import SKILL_MAP
from application.projections.workers import WORKERS
from application.recorded import Recorded
from domain.worker import events as e
from tests.application.projections.given import followed, fresh, in_turn, standing_at
from tests.application.projections.test_folds import (
    EXPENDITURE_LOGS,
    FACT_LOGS,
    MONTHS,
    WORKER_LOGS,
)
from tests.domain.worker import examples as w
from tests.given import day, sealed

JUNE, JULY = day("2024-06-01"), day("2024-07-01")


def spell(version: int, on: date, start: int, end: int = FOREVER) -> Spell:
    """Give a spell of a row that its event said as it was recorded, at ten times its version."""
    return Spell(version, 10 * version, on, start, end)


def test_a_row_that_came_was_opened_and_one_that_went_was_closed() -> None:
    """By the event at the position from which it stands, and the one before which it stood."""
    came, went = spell(2, JUNE, 20), spell(1, JUNE, 10, 20)
    assert causes([came], Moment(10, JULY), Moment(20, JULY)) == [20]
    assert causes([went], Moment(10, JULY), Moment(20, JULY)) == [20]
    assert causes([came, went], Moment(20, JULY), Moment(30, JULY)) == []
    assert causes([came, went], Moment(9, JULY), Moment(10, JULY)) == [10]


def test_what_only_the_day_brought_was_said_by_its_own_event() -> None:
    """Nothing was recorded between: the event that says what is true from then on counts."""
    spells = [spell(1, JUNE, 10), spell(2, JULY, 25)]
    assert causes(spells, Moment(30, JUNE), Moment(30, JULY)) == [20]
    assert causes(spells, Moment(30, JULY), Moment(30, JUNE)) == [20]


def test_what_came_and_went_between_is_no_cause() -> None:
    """A row that is seen at neither moment made no difference."""
    assert causes([spell(2, JUNE, 20, 21)], Moment(10, JULY), Moment(30, JULY)) == []


def test_a_row_that_was_said_and_then_changed_has_two_causes() -> None:
    """The correction alone would not explain a row that was not there before either."""
    spells = [spell(2, JUNE, 20, 25), spell(2, JUNE, 25)]
    assert causes(spells, Moment(10, JULY), Moment(30, JULY)) == [20, 25]
    assert causes(spells, Moment(20, JULY), Moment(30, JULY)) == [25]


def test_a_row_that_was_said_only_once_another_was_mended_has_two_causes() -> None:
    """An event that said nothing new at first says its row when what was before it changes."""
    mended = [spell(1, JUNE, 10, 25), spell(1, JUNE, 25), spell(2, JULY, 25)]
    assert causes(mended, Moment(10, JULY), Moment(30, JULY)) == [20, 25]


def test_a_late_entry_and_what_it_changed_are_both_causes() -> None:
    """The move came first; the new name, about an earlier day, made its row another."""
    log = in_turn(
        hanako=[
            w.registered("2024-04-01"),
            w.moved("2024-10-01", w.SAKU),
            e.NameChanged(effective_on=JUNE, name=sealed("new"), kana=sealed("new kana")),
        ]
    )
    (spells,) = spells_of(WORKERS, log).values()
    at = day("2024-12-01")
    assert causes(spells, Moment(1, at), Moment(3, at)) == [2, 3]
    assert causes(spells, Moment(2, at), Moment(3, at)) == [3]


def spells_of(projection: Projection[Any], log: Sequence[Recorded]) -> dict[str, list[Spell]]:
    """Give all that the record ever said for each key."""
    rows = followed(projection, log)
    found: dict[str, list[Spell]] = defaultdict(list)
    for one in (*rows.closed, *rows.live.values()):
        said = one.said
        found[said.key].append(
            Spell(said.version, said.position, said.valid_from, one.from_position, one.to_position)
        )
    return found


def told(standing: Iterable[tuple[UUID, Said]], key: str, on: date) -> tuple[date, object] | None:
    """Give what a key is answered with on a day: since when, and its row."""
    said = [one for _, one in standing if one.key == key and one.valid_from <= on]
    last = max(said, key=lambda one: (one.valid_from, one.version), default=None)
    return (last.valid_from, last.row) if last and last.row is not None else None


def without(log: Sequence[Recorded], earlier: int, later: int, kept: set[int]) -> list[Recorded]:
    """Give the log up to `later`, without what came after `earlier` and is not kept."""
    return [r for r in log[:later] if r.position <= earlier or r.position in kept]


@pytest.mark.parametrize(
    ("projection", "logs", "whole"),
    [
        (WORKERS, WORKER_LOGS, True),
        (EXPENDITURES, EXPENDITURE_LOGS, True),
        # A fact's key holds what can be corrected: corrected twice, it is a third row.
        (KPI_LEDGER, FACT_LOGS, False),
        # A skill's row tells where its worker lives, whichever event said that.
        (SKILL_MAP, WORKER_LOGS, False),
    ],
    ids=lambda each: each.name if isinstance(each, Projection) else "",
)
def test_the_causes_alone_make_the_difference(
    projection: Projection[Any], logs: st.SearchStrategy[list[Recorded]], *, whole: bool
) -> None:
    """Between two positions, whatever else was recorded can be left out.

    A key whose answer differs has causes, all of them between the positions. With what was known
    before and these events alone, its answer comes out as it is, where a key stays with its row
    and a row tells only what is said of it.
    """

    @settings(max_examples=200, deadline=None)
    @given(logs, st.data())
    def holds(log: list[Recorded], data: st.DataObject) -> None:
        positions = st.integers(0, len(log))
        earlier, later = sorted((data.draw(positions), data.draw(positions)))
        on = day(data.draw(MONTHS))
        rows = followed(projection, log)
        for key, spells in spells_of(projection, log).items():
            before, after = (told(standing_at(rows, at), key, on) for at in (earlier, later))
            found = causes(spells, Moment(earlier, on), Moment(later, on))
            assert all(earlier < at <= later for at in found)
            if before == after:
                continue
            assert found
            if whole:
                kept = fresh(projection, without(log, earlier, later, set(found)))
                assert told(kept, key, on) == after

    holds()


@pytest.mark.parametrize(
    ("projection", "logs"),
    [(WORKERS, WORKER_LOGS), (EXPENDITURES, EXPENDITURE_LOGS), (SKILL_MAP, WORKER_LOGS)],
    ids=lambda each: each.name if isinstance(each, Projection) else "",
)
def test_between_two_days_the_world_changed_by_what_was_said_of_it(
    projection: Projection[Any], logs: st.SearchStrategy[list[Recorded]]
) -> None:
    """With one record, the causes are events whose rows are true from a day between the two."""

    @settings(max_examples=100, deadline=None)
    @given(logs, MONTHS, MONTHS)
    def holds(log: list[Recorded], one: str, other: str) -> None:
        days = day(one), day(other)
        last = len(log)
        standing = standing_at(followed(projection, log), last)
        for key, spells in spells_of(projection, log).items():
            found = causes(spells, *(Moment(last, on) for on in days))
            between = {
                said.position
                for _, said in standing
                if said.key == key and min(days) < said.valid_from <= max(days)
            }
            assert set(found) == between
            if told(standing, key, days[0]) != told(standing, key, days[1]):
                assert found

    holds()
