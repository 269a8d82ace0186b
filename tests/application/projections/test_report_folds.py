"""What the projections of issued documents and of the figures they state answer."""

from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from application.projecting.projection import Projection
from application.projections.reported_figures import REPORTED_FIGURES
from application.projections.reports import REPORTS
from application.recorded import Recorded
from domain.base.command import Command
from domain.base.event import Event
from tests.application.projections.given import (
    answer,
    followed,
    fresh,
    in_turn,
    rebuilt,
    standing_at,
)
from tests.application.projections.test_folds import histories
from tests.domain.report import examples as r

OTHER: list[Event] = [r.issued(number="6架企第15号"), r.stated(value=8)]


def test_reports_show_which_documents_stand() -> None:
    """From the day on which they were issued, until they are replaced or withdrawn."""
    log = in_turn(
        one=[r.issued(), r.replaced("2025-03-03")],
        two=[r.issued("2025-02-01", number="6架企第15号"), r.withdrawn("2025-04-01")],
    )
    shown = {
        on: {key: row.state for key, row in answer(REPORTS, log, valid_on=on).items()}
        for on in ("2025-01-13", "2025-01-14", "2025-03-02", "2025-03-03", "2025-04-01")
    }
    one, two = "203246|6架企第14号", "203246|6架企第15号"
    assert shown == {
        "2025-01-13": {},
        "2025-01-14": {one: "issued"},
        "2025-03-02": {one: "issued", two: "issued"},
        "2025-03-03": {one: "replaced", two: "issued"},
        "2025-04-01": {one: "replaced", two: "withdrawn"},
    }


def test_reports_show_what_a_document_is() -> None:
    """Its day, its addressee, and what took its place."""
    log = in_turn(one=[r.issued(), r.stated(), r.replaced("2025-03-03")], other=OTHER)
    row = answer(REPORTS, log, valid_on="2025-03-03")["203246|6架企第14号"]
    assert (str(row.issued_on), row.kind, row.addressee) == (
        "2025-01-14",
        "ministry-report",
        "架空省",
    )
    assert (row.report_id, row.replaced_by) == (UUID(int=1), r.OTHER)


def test_a_voided_replacement_has_no_effect() -> None:
    """As of now; as of before, it had."""
    log = in_turn(one=[r.issued(), r.replaced(), r.voided("2025-03-10", 2)], other=OTHER)
    states = [
        answer(REPORTS, log, valid_on="2025-04-01", position=p)["203246|6架企第14号"].state
        for p in (2, 4, 5)
    ]
    assert states == ["issued", "replaced", "issued"]


def test_reported_figures_show_what_a_document_says() -> None:
    """One row for each, with the document's number and state, and with its breakdown."""
    figures = [r.stated(), r.stated(value=10, breakdown=(), place="p.9", fiscal_year=None)]
    log = in_turn(one=[r.issued(), *figures, r.withdrawn("2025-03-03")], other=OTHER)
    before = answer(REPORTED_FIGURES, log, valid_on="2025-03-02")
    rows = [before[key] for key in ("203246|6架企第14号|2", "203246|6架企第14号|3")]
    assert [(row.value, row.breakdown, row.place) for row in rows] == [
        (7, '[["203246", 4], ["202126", 3]]', "p.3 表1"),
        (10, "[]", "p.9"),
    ]
    assert {(row.number, row.report_id, row.state) for row in rows} == {
        ("6架企第14号", UUID(int=1), "issued")
    }
    after = answer(REPORTED_FIGURES, log, valid_on="2025-03-03")
    assert {key: row.state for key, row in after.items()} == {
        "203246|6架企第14号|2": "withdrawn",
        "203246|6架企第14号|3": "withdrawn",
        "203246|6架企第15号|2": "issued",
    }


def test_a_figure_recorded_after_the_end_is_that_of_a_document_that_does_not_stand() -> None:
    """What a withdrawn document said can be entered late, about the day on which it said it."""
    log = in_turn(one=[r.issued(), r.withdrawn("2025-03-03"), r.stated("2025-01-14")], other=OTHER)
    for on, state in (("2025-03-02", "issued"), ("2025-03-03", "withdrawn")):
        assert answer(REPORTED_FIGURES, log, valid_on=on)["203246|6架企第14号|3"].state == state
    later = in_turn(one=[r.issued(), r.withdrawn("2025-03-03"), r.stated("2025-04-01")])
    assert answer(REPORTED_FIGURES, later, valid_on="2025-04-01")["203246|6架企第14号|3"].state == (
        "withdrawn"
    )


MONTHS = st.integers(0, 17).map(lambda n: f"{2024 + (n + 3) // 12}-{(n + 3) % 12 + 1:02}-01")
VERSIONS = st.integers(1, 4) | st.integers(1, 9)
PLACES = st.sampled_from(["p.1", "p.2", "p.3", None])
COMMANDS: st.SearchStrategy[Command] = st.one_of(
    st.builds(r.issue, MONTHS),
    st.builds(r.state, MONTHS, place=PLACES, value=st.integers(0, 9)),
    st.builds(r.withdraw, MONTHS),
    st.builds(r.correct, VERSIONS, MONTHS, value=st.integers(0, 9)),
    st.builds(r.correct, VERSIONS, MONTHS, title=st.just("corrected")),
    st.builds(r.correct, VERSIONS, MONTHS, effective_on=MONTHS),
    st.builds(r.void, VERSIONS, MONTHS),
)


@pytest.mark.parametrize("projection", [REPORTS, REPORTED_FIGURES], ids=lambda each: each.name)
def test_rows_of_every_moment_are_those_of_a_fold_from_nothing(projection: Projection[Any]) -> None:
    """Followed event by event, rebuilt, and folded once: the same rows for every prefix."""

    @settings(max_examples=100, deadline=None)
    @given(histories(r.issue("2024-06-01"), COMMANDS))
    def holds(log: list[Recorded]) -> None:
        live, anew = followed(projection, log), rebuilt(projection, log)
        for position in range(len(log) + 1):
            expected = fresh(projection, log[:position])
            assert standing_at(live, position) == expected
            assert standing_at(anew, position) == expected

    holds()
