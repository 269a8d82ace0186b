"""What was planned, and what became of it."""

from uuid import UUID

from application.viewing.planned import Stage
from application.views.outreach_calendar import OUTREACH_CALENDAR, OutreachCalendarAsks
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.application.views.outreach import DONE, PLANNED
from tests.domain.outreach.examples import PLAN, added, plan_corrected, planned
from tests.domain.publication.examples import published
from tests.given import day

LOG = log_of(*PLANNED, *DONE)
ALL = OutreachCalendarAsks()


def stages(on: str, asks: OutreachCalendarAsks = ALL) -> list[tuple[object, ...]]:
    """Give what became of each item by a day."""
    found = rows(OUTREACH_CALENDAR, LOG, asks, valid_on=on)
    return [(row.item, row.stage, row.days_later) for row in found]


def test_every_item_says_what_became_of_it() -> None:
    """In the order of the days planned, with what was published unplanned among them."""
    assert stages("2025-01-01") == [
        (1, Stage.PUBLISHED, 0),
        (2, Stage.PUBLISHED_LATER, 1),
        (None, Stage.UNPLANNED, None),
        (3, Stage.DROPPED, None),
        (4, Stage.NOTHING_RECORDED, None),
    ]


def test_a_planned_day_is_past_on_the_day_after_it() -> None:
    """Not on the day itself."""
    assert (4, Stage.PLANNED, None) in stages("2024-12-20")
    assert (4, Stage.NOTHING_RECORDED, None) in stages("2024-12-21")
    assert (2, Stage.PLANNED, None) in stages("2024-12-05")
    assert (2, Stage.PUBLISHED_LATER, 1) in stages("2024-12-06")
    assert (3, Stage.PLANNED, None) in stages("2024-11-30")
    assert (3, Stage.DROPPED, None) in stages("2024-12-01")
    assert stages("2024-04-30") == []


def test_a_moved_item_says_for_which_day_it_was_planned_first() -> None:
    """Before it was moved, it says only that."""
    before, after = (
        next(row for row in rows(OUTREACH_CALENDAR, LOG, ALL, valid_on=on) if row.item == 2)
        for on in ("2024-11-14", "2024-11-15")
    )
    assert (before.planned_for, before.moved_to) == (day("2024-12-01"), None)
    assert (after.planned_for, after.moved_to) == (day("2024-12-01"), day("2024-12-05"))


def test_a_line_names_what_was_published_and_the_facts() -> None:
    """All of them."""
    line = lines(OUTREACH_CALENDAR, LOG, ALL, valid_on="2025-01-01")[1]
    assert line.row.numbers == ("P-2",)
    assert [type(fact.event).__name__ for fact in line.facts] == [
        "PlanItemAdded",
        "PlanItemMoved",
        "ContentPublished",
    ]


def test_what_is_asked_for_is_all_that_is_answered() -> None:
    """By audience, channel, KPI, year and programme."""
    on = "2025-01-01"
    clients = OutreachCalendarAsks.model_validate({"audience": "clients"})
    assert [item for item, *_ in stages(on, clients)] == [None, 3]
    assert [item for item, *_ in stages(on, OutreachCalendarAsks(channel="newsletter"))] == [4]
    assert [item for item, *_ in stages(on, OutreachCalendarAsks(kpi="kpi1"))] == [1, 3, 4]
    assert stages(on, OutreachCalendarAsks(fiscal_year=2025)) == []
    assert stages(on, OutreachCalendarAsks(programme="own:203246")) == []


def test_a_corrected_plan_is_the_plan() -> None:
    """What was published on the day planned is then late, or early."""
    put_right = (PLAN, plan_corrected("2025-01-01", 2, planned_on="2024-10-31"))
    first = rows(OUTREACH_CALENDAR, log_of(*PLANNED, *DONE, put_right), ALL, valid_on="2025-01-01")[
        0
    ]
    assert (first.stage, first.days_later) == (Stage.PUBLISHED_LATER, 1)


def test_plans_of_two_years_are_told_apart() -> None:
    """An item's number is of its year."""
    another = UUID(int=0xB3)
    log = log_of(
        *PLANNED,
        *DONE,
        (another, planned("2025-04-01", fiscal_year=2025)),
        (another, added("2025-04-01", 1, fiscal_year=2025, planned_on="2025-05-01")),
        (UUID(int=0xC5), published("2025-04-30", number="P-4", plan_year=2025, item=1)),
    )
    (row,) = rows(
        OUTREACH_CALENDAR, log, OutreachCalendarAsks(fiscal_year=2025), valid_on="2025-05-01"
    )
    assert (row.stage, row.days_later, row.numbers) == (Stage.PUBLISHED, -1, ("P-4",))
