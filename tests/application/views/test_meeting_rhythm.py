"""The rhythm of meetings: what was planned beside what was, and nothing refused."""

from uuid import UUID

from application.views.meeting_rhythm import (
    MEETING_RHYTHM,
    MeetingRhythmAsks,
    MeetingRhythmRow,
    Stage,
)
from domain.base.event import Event
from domain.base.teams import Team
from domain.meeting.terms import Shift
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.meeting.examples import (
    ALL_TEAMS,
    GRANT,
    HANAKO,
    MINUTES,
    SERIES,
    assigned,
    begun,
    decided,
    held,
    missed,
    moved,
    rhythm,
    scheduled,
    voided,
)
from tests.given import day

ALL = MeetingRhythmAsks()


def told(*meetings: tuple[Event, ...]) -> list[tuple[UUID, Event]]:
    """Tell of a series, and of its meetings."""
    of = [(UUID(int=n), event) for n, events in enumerate(meetings, start=100) for event in events]
    return [(SERIES, begun("2024-05-01")), *of]


def all_came(on: str) -> Event:
    """All three teams were represented."""
    return held(on, represented=[{"team": team, "person_id": HANAKO} for team in ALL_TEAMS])


def shown(log: list[tuple[UUID, Event]], valid_on: str) -> list[MeetingRhythmRow]:
    """Give the rows on a day."""
    return rows(MEETING_RHYTHM, log_of(*log), ALL, valid_on=valid_on)


def test_a_meeting_that_was_moved_is_shown_with_its_first_day_and_its_interval() -> None:
    """Three weeks after the one before, though two were planned."""
    log = told(
        (scheduled("2024-07-01", "2024-07-31", 1), all_came("2024-07-31")),
        (
            scheduled("2024-07-31", "2024-08-14", 2),
            moved("2024-08-01", "2024-08-21"),
            held("2024-08-21"),
            decided("2024-08-21"),
            assigned("2024-08-21"),
        ),
    )
    first, second = shown(log, "2024-08-21")
    assert (first.stage, first.interval_days, first.missing) == (Stage.HELD, None, ())
    assert second == MeetingRhythmRow(
        series="三業務定例会議",
        number=2,
        planned_for=day("2024-08-14"),
        moved_to=day("2024-08-21"),
        reason=Shift.OBON,
        held_on=day("2024-08-21"),
        stage=Stage.HELD_MOVED,
        interval_days=21,
        planned_interval=14,
        represented=(Team.WORKER_MANAGEMENT, Team.OUTREACH),
        missing=(Team.CLIENT_COMMUNICATION,),
        decisions=1,
        actions=1,
        evidence=MINUTES,
    )
    before = shown(log, "2024-08-20")[1]
    assert (before.stage, before.held_on, before.missing) == (Stage.MOVED, None, ())


def test_a_missed_meeting_does_not_hide_the_interval() -> None:
    """It is counted from the last one that was held."""
    log = told(
        (scheduled("2024-12-01", "2024-12-18", 1), all_came("2024-12-18")),
        (scheduled("2024-12-18", "2025-01-01", 2), missed("2025-01-01")),
        (scheduled("2025-01-01", "2025-01-15", 3), all_came("2025-01-15")),
    )
    _, not_held, after = shown(log, "2025-01-31")
    assert (not_held.stage, not_held.reason, not_held.interval_days) == (
        Stage.NOT_HELD,
        "new-year",
        None,
    )
    assert after.interval_days == 28


def test_a_day_that_is_past_without_a_word_says_so() -> None:
    """Only from the day after it on."""
    log = told((scheduled("2024-05-01", "2024-05-15"),))
    stages = [shown(log, on)[0].stage for on in ("2024-05-14", "2024-05-15", "2024-05-16")]
    assert stages == [Stage.PLANNED, Stage.PLANNED, Stage.NOTHING_RECORDED]


def test_the_planned_interval_is_that_of_the_day() -> None:
    """It changes with the series, not for what was before."""
    log = told(
        (scheduled("2024-05-01", "2024-09-30", 1), all_came("2024-09-30")),
        (scheduled("2024-05-01", "2024-10-01", 2), all_came("2024-10-01")),
    )
    log.append((SERIES, rhythm("2024-10-01", days=28)))
    assert [row.planned_interval for row in shown(log, "2024-10-01")] == [14, 28]


def test_what_was_voided_is_no_meeting_held() -> None:
    """The line stands on what holds of the meeting, and asks can choose a programme or series."""
    log = told((scheduled("2024-05-01", "2024-05-15"), held("2024-05-15"), voided(2)))
    (line,) = lines(MEETING_RHYTHM, log_of(*log), ALL, valid_on="2024-05-15")
    assert line.row.stage is Stage.PLANNED
    assert [fact.position for fact in line.facts] == [2]
    chosen = [
        MeetingRhythmAsks(programme=GRANT, series="three-teams"),
        MeetingRhythmAsks(programme="own:203246"),
        MeetingRhythmAsks(series="other"),
    ]
    found = [
        len(rows(MEETING_RHYTHM, log_of(*log), asks, valid_on="2024-05-15")) for asks in chosen
    ]
    assert found == [1, 0, 0]


def test_held_on_another_day_is_told_by_the_day_first_planned() -> None:
    """Whether a moving was recorded or not; moved and held as planned at first, it was held."""
    unannounced = (scheduled("2024-05-01", "2024-05-15", 1), held("2024-05-16"))
    (row,) = shown(told(unannounced), "2024-06-30")
    assert row.stage is Stage.HELD_MOVED
    back = (
        scheduled("2024-05-01", "2024-05-15", 1),
        moved("2024-05-02", "2024-05-22"),
        held("2024-05-15"),
    )
    (row,) = shown(told(back), "2024-06-30")
    assert row.stage is Stage.HELD
