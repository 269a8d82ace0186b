"""What was handed in is recorded with the figures it states, as it states them."""

from typing import Any

import pytest
from pydantic import ValidationError

from domain.base.mend import BEFORE_THE_BEGINNING, CORRECTION_INVALID
from domain.report import rules
from tests.domain.report.examples import (
    OTHER,
    REPORT,
    correct,
    corrected,
    issue,
    issued,
    replace,
    replaced,
    state,
    stated,
    void,
    voided,
    withdraw,
    withdrawn,
)
from tests.given import given

LINE = {"by": ("203246",), "value": 1}
OWN = "own:203246"


def test_a_document_is_issued_once() -> None:
    """Under its number; what was said in the assembly is recorded the same way."""
    given().when(issue()).then(issued())
    given().when(issue(kind="assembly-answer")).then(issued(kind="assembly-answer"))
    given(issued()).when(issue("2025-02-01")).refused(rules.ISSUED_ALREADY)
    given(issued(), voided("2025-02-01", 1)).when(issue()).then(issued())
    assert issue(number="6架企第15号").opens() != issue().opens()


def test_a_document_states_figures_of_any_programme() -> None:
    """The event belongs to the figure's programme, the issue to the document's."""
    given(issued()).when(state()).then(stated())
    given(issued()).when(state(programme=OWN)).then(stated(programme=OWN))
    with pytest.raises(ValidationError):
        state(programme=None)


def test_a_figure_is_stated_as_the_paper_has_it() -> None:
    """Whatever its breakdown adds up to, negative or without any."""
    odd = ({"by": ("203246", 1, True, None), "value": 5},)
    said: dict[str, Any]
    for said in ({"value": 8}, {"value": -1}, {"breakdown": ()}, {"breakdown": odd}):
        given(issued()).when(state(**said)).then(stated(**said))


def test_a_document_from_before_the_record_names_no_position() -> None:
    """Nor a version of the definition, if nobody knows it; a position alone is not enough."""
    paper: dict[str, Any] = {"at_position": None, "definition_version": None}
    given(issued()).when(state(**paper)).then(stated(**paper))
    given(issued()).when(state(at_position=None)).then(stated(at_position=None))
    with pytest.raises(ValidationError, match="names the definition's version"):
        state(definition_version=None)


@pytest.mark.parametrize(
    "breakdown",
    [
        (LINE, LINE),
        (LINE, {"by": ("203246", "1"), "value": 1}),
        ({"by": (), "value": 1},),
        ({"by": ("架空 花子",), "value": 1},),
        ({"by": ("203246",), "value": "1"},),
    ],
    ids=["twice", "other fields", "for nothing", "text", "no number"],
)
def test_a_breakdown_has_one_line_for_each_code(breakdown: object) -> None:
    """What cannot be compared is refused."""
    with pytest.raises(ValidationError):
        state(breakdown=breakdown)


def test_true_and_one_are_different_lines() -> None:
    """As they are in a figure's own breakdown."""
    lines = ({"by": (1,), "value": 1}, {"by": (True,), "value": 2})
    given(issued()).when(state(breakdown=lines)).then(stated(breakdown=lines))


def test_a_figure_stands_once_at_a_place() -> None:
    """Elsewhere in the document it may say something else, and that is recorded too."""
    given(issued(), stated()).when(state(value=8)).refused(rules.FIGURE_STATED_ALREADY)
    for other in ({"place": "p.9"}, {"place": None}, {"fiscal_year": None}, {"programme": OWN}):
        given(issued(), stated()).when(state(**other)).then(stated(**other))


def test_nothing_is_stated_replaced_or_withdrawn_before_the_issue() -> None:
    """The document's first day is that of its issue."""
    given(issued()).when(state("2025-01-13")).refused(rules.BEFORE_ISSUE)
    given(issued()).when(withdraw("2025-01-13")).refused(rules.BEFORE_ISSUE)
    given(issued()).seeing(OTHER, issued("2025-01-01")).when(replace("2025-01-13")).refused(
        rules.BEFORE_ISSUE
    )


def test_a_document_is_replaced_by_one_that_stands() -> None:
    """Recorded, issued by that day, and itself neither replaced nor withdrawn by then."""
    here = given(issued(), stated())
    here.seeing(OTHER, issued("2025-03-03")).when(replace()).then(replaced())
    here.seeing(OTHER, issued("2025-03-03"), withdrawn("2025-03-04")).when(replace()).then(
        replaced()
    )
    here.when(replace()).refused(rules.REPLACEMENT_DOES_NOT_STAND)
    for other in ([issued("2025-03-04")], [issued(), withdrawn()], [issued(), replaced()]):
        here.seeing(OTHER, *other).when(replace()).refused(rules.REPLACEMENT_DOES_NOT_STAND)
    here.seeing(REPORT, issued()).when(replace(by=REPORT)).refused(rules.REPLACED_BY_ITSELF)


def test_a_document_is_withdrawn() -> None:
    """It stated what it stated: that can still be recorded."""
    given(issued()).when(withdraw()).then(withdrawn())
    given(issued(), withdrawn()).when(state()).then(stated())


def test_a_document_ceases_to_stand_once() -> None:
    """Until that is found to be wrong."""
    for end in (replaced(), withdrawn()):
        ended = given(issued(), end)
        ended.when(withdraw("2025-04-01")).refused(rules.NO_LONGER_STANDS)
        ended.seeing(OTHER, issued()).when(replace("2025-04-01")).refused(rules.NO_LONGER_STANDS)
    back = given(issued(), withdrawn(), voided("2025-03-10", 2))
    back.when(withdraw("2025-04-01")).then(withdrawn("2025-04-01"))


def test_an_entry_is_corrected_where_the_paper_says_otherwise() -> None:
    """But neither its number nor what replaced it: those are voided and recorded anew."""
    given(issued(), stated()).when(correct(2, value=8)).then(corrected("2025-06-01", 2, value=8))
    lines = [{"by": ["203246"], "value": 7}]
    given(issued(), stated()).when(correct(2, breakdown=lines)).then(
        corrected("2025-06-01", 2, breakdown=lines)
    )
    given(issued()).when(correct(1, number="6架企第99号")).refused(CORRECTION_INVALID)
    given(issued(), replaced()).when(correct(2, replaced_by=str(REPORT))).refused(
        CORRECTION_INVALID
    )
    given(issued(), stated()).when(correct(2, effective_on="2025-01-01")).refused(
        BEFORE_THE_BEGINNING
    )


def test_a_correction_does_not_make_a_figure_stand_twice() -> None:
    """Neither does a correction that is taken back."""
    both = given(issued(), stated(), stated(place="p.9"))
    both.when(correct(3, place="p.3 表1")).refused(rules.FIGURE_STATED_ALREADY)
    moved = given(issued(), stated(), corrected("2025-02-01", 2, place="p.9"), stated(value=8))
    moved.when(void(3)).refused(rules.FIGURE_STATED_ALREADY)
