"""Definitions are published version by version, and count only what exists."""

from uuid import UUID

import pytest

from domain.base.figure import Count, Facts, FigureDefinition, Words
from domain.figure import commands as c
from domain.figure import events as e
from domain.figure import rules
from tests.given import day, given

FIGURE = UUID(int=1)
ON = day("2024-04-01")


def definition(version: int, topic: str = "kpi.fact_counted", by: str = "kpi") -> FigureDefinition:
    """Count facts by one of their fields."""
    words = Words(ja="件数", en="facts")
    return FigureDefinition(
        code="facts",
        version=version,
        title=words,
        sentence=words,
        unit=words,
        by=(by,),
        measure=Count(facts=Facts(opens=(topic,)), basis="level"),
    )


def define(version: int, **what: str) -> c.DefineFigure:
    """Publish a version."""
    return c.DefineFigure(effective_on=ON, definition=definition(version, **what))


def withdraw() -> c.WithdrawFigure:
    """Take the figure back."""
    return c.WithdrawFigure(effective_on=ON, figure_id=FIGURE)


def defined(version: int) -> e.FigureDefined:
    """A version was published."""
    return e.FigureDefined(effective_on=ON, definition=definition(version))


WITHDRAWN = e.FigureWithdrawn(effective_on=ON)


def test_a_definition_is_published() -> None:
    """The event holds the whole definition, so that anyone can compute with it."""
    given().when(define(1)).then(defined(1))
    given(defined(1)).when(define(2)).then(defined(2))


def test_versions_follow_each_other() -> None:
    """None is left out and none is published twice."""
    given().when(define(2)).refused(rules.NOT_THE_NEXT_VERSION)
    given(defined(1)).when(define(1)).refused(rules.NOT_THE_NEXT_VERSION)


def test_a_definition_counts_events_and_fields_that_exist() -> None:
    """A slip in a name would give a figure of nothing."""
    given().when(define(1, topic="kpi.fact_couted")).refused(rules.UNKNOWN_FIELDS)
    given().when(define(1, by="kip")).refused(rules.UNKNOWN_FIELDS)


@pytest.mark.parametrize(
    ("topic", "by"),
    [
        ("pilot.lesson_recorded", "shared_with"),
        ("engagement.invoice_issued", "rates"),
        ("kpi.fact_corrected", "now"),
    ],
)
def test_a_definition_counts_by_single_values(topic: str, by: str) -> None:
    """A list is no code: it would be equal to nothing, and the figure one of nothing."""
    given().when(define(1, topic=topic, by=by)).refused(rules.UNKNOWN_FIELDS)


def test_a_figure_is_withdrawn_once() -> None:
    """Until it is defined again."""
    given(defined(1)).when(withdraw()).then(WITHDRAWN)
    given(defined(1), WITHDRAWN).when(withdraw()).refused(rules.WITHDRAWN_ALREADY)
    given(defined(1), WITHDRAWN, defined(2)).when(withdraw()).then(WITHDRAWN)


def test_a_withdrawn_figure_is_defined_again_under_its_next_version() -> None:
    """An old version is not published anew."""
    given(defined(1), WITHDRAWN).when(define(2)).then(defined(2))
