"""What outreach reached, by year, audience, channel and KPI."""

from application.views.outreach_results import OUTREACH_RESULTS, OutreachResultsAsks
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.application.views.outreach import DONE, FREE, PLANNED
from tests.domain.publication.examples import voided

LOG = log_of(*PLANNED, *DONE)
ALL = OutreachResultsAsks()


def counts(on: str) -> list[tuple[object, ...]]:
    """Give what was planned, due, published and not planned, and the rate."""
    return [
        (row.audience, row.channel, row.kpi, row.items, row.due, row.published, row.rate)
        for row in rows(OUTREACH_RESULTS, LOG, ALL, valid_on=on)
    ]


def test_what_was_due_is_counted_with_what_was_published_of_it() -> None:
    """From the planned day on; what was dropped is not due, and without anything due no rate."""
    assert counts("2025-01-01") == [
        ("clients", "town-website", None, 0, 0, 0, None),
        ("clients", "town-website", "kpi1", 1, 0, 0, None),
        ("residents", "newsletter", "kpi1", 1, 1, 0, 0),
        ("residents", "town-website", None, 1, 1, 1, 100),
        ("residents", "town-website", "kpi1", 1, 1, 1, 100),
    ]
    assert ("residents", "newsletter", "kpi1", 1, 0, 0, None) in counts("2024-12-19")
    assert ("residents", "newsletter", "kpi1", 1, 1, 0, 0) in counts("2024-12-20")
    # Due and not published yet: it was a day late.
    assert ("residents", "town-website", None, 1, 1, 0, 0) in counts("2024-12-05")


def test_responses_are_added_up_by_their_kind() -> None:
    """Up to the day asked; an order that two inquiries led to is one order."""

    def found(on: str) -> dict[tuple[str, str | None], tuple[int, ...]]:
        return {
            (row.audience, row.kpi): (row.unplanned, row.views, row.inquiries, row.orders)
            for row in rows(OUTREACH_RESULTS, LOG, ALL, valid_on=on)
        }

    assert found("2024-12-30")["residents", "kpi1"] == (0, 40, 0, 0)
    assert found("2024-12-31")["residents", "kpi1"] == (0, 42, 0, 0)
    assert found("2024-12-31")["clients", None] == (1, 0, 4, 1)


def test_a_rate_is_rounded_half_up() -> None:
    """Of the three items towards one KPI over one channel: two of three are 67 percent."""
    of_one_channel = [
        (
            stream,
            event.model_copy(update={"channel": "radio", "audience": "residents", "kpi": None}),
        )
        if hasattr(event, "channel")
        else (stream, event)
        for stream, event in (*PLANNED, *DONE)
    ]
    (row,) = rows(OUTREACH_RESULTS, log_of(*of_one_channel), ALL, valid_on="2025-01-01")
    assert (row.items, row.dropped, row.due, row.published, row.rate) == (4, 1, 3, 2, 67)


def test_a_response_that_never_was_is_not_counted() -> None:
    """And the line names the facts that it stands on."""
    log = log_of(*PLANNED, *DONE, (FREE, voided("2025-01-01", 2)))
    first = lines(OUTREACH_RESULTS, log, ALL, valid_on="2025-01-01")[0]
    assert (first.row.inquiries, first.row.orders) == (1, 1)
    assert [type(fact.event).__name__ for fact in first.facts] == [
        "ContentPublished",
        "ResponseRecorded",
    ]


def test_what_is_asked_for_is_all_that_is_answered() -> None:
    """By programme and year."""
    for asks in (
        OutreachResultsAsks(fiscal_year=2025),
        OutreachResultsAsks(programme="own:203246"),
    ):
        assert rows(OUTREACH_RESULTS, LOG, asks, valid_on="2025-01-01") == []
    of_r6 = OutreachResultsAsks(fiscal_year=2024, programme="grant:dx-r6")
    assert len(rows(OUTREACH_RESULTS, LOG, of_r6, valid_on="2025-01-01")) == 5
