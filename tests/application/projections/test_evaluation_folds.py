"""What the projections of evaluations and exports answer."""

from typing import Any
from uuid import UUID

import pytest

from application.projecting.projection import Projection
from application.projections.evaluations import EVALUATIONS
from application.projections.exports import EXPORTS
from application.projections.questions import QUESTIONS
from application.projections.sampled_facts import SAMPLED_FACTS
from application.recorded import Recorded
from domain.evaluation.draw import draw
from tests.application.projections.given import (
    answer,
    followed,
    fresh,
    in_turn,
    rebuilt,
    standing_at,
)
from tests.domain.evaluation import examples as e
from tests.domain.export import examples as x

DRAWN = draw(e.SEED, e.FRAME, 3)
FIRST: dict[str, Any] = {"fact": UUID(int=DRAWN[0]), "fact_version": 1}


def test_evaluations_show_whether_one_is_published() -> None:
    """And since when its reading trail is open; with the key everybody can read it then."""
    log = in_turn(one=[e.opened(), e.desk(), e.published(trail_key=e.KEY)])
    days = ("2025-06-16", "2025-06-17", "2025-09-30")
    rows = [answer(EVALUATIONS, log, valid_on=on)["grant:dx-r6|E-R6-1"] for on in days]

    assert [(str(r.desk_opened_on), str(r.published_on)) for r in rows] == [
        ("None", "None"),
        ("2025-06-17", "None"),
        ("2025-06-17", "2025-09-30"),
    ]
    assert [r.trail_key for r in rows] == [None, None, e.KEY]


def test_evaluations_show_of_which_the_trails_key_is_lost() -> None:
    """As whoever published it has said."""
    log = in_turn(one=[e.opened(), e.desk(), e.published(without_trail_key=True)])
    row = answer(EVALUATIONS, log, valid_on="2025-09-30")["grant:dx-r6|E-R6-1"]

    assert (row.without_trail_key, row.trail_key) == (True, None)


def test_each_fact_of_each_draw_has_its_finding_or_is_not_examined() -> None:
    """A fact that two draws have in common was examined in both, also if it was before them."""
    again = e.sample("again")
    log = in_turn(
        one=[
            e.opened(),
            e.examined("2025-06-17", finding="doubted", **FIRST),
            e.drawn(),
            e.drawn("2025-06-21", **again),
        ]
    )
    found = [row for _, row in sorted(answer(SAMPLED_FACTS, log, valid_on="2025-06-21").items())]

    assert [(r.draw, r.order, r.fact_position) for r in found] == [
        *((1, order, at) for order, at in enumerate(DRAWN, 1)),
        *((2, order, at) for order, at in enumerate(draw("again", e.FRAME, 3), 1)),
    ]
    assert {r.finding for r in found if r.fact_position == DRAWN[0]} == {"doubted"}
    assert {r.finding for r in found if r.fact_position != DRAWN[0]} == {"not-examined"}


def test_of_several_findings_the_last_holds() -> None:
    """The earlier one is still true of the days before."""
    log = in_turn(
        one=[
            e.opened(),
            e.drawn(),
            e.examined("2025-06-25", finding="without-evidence", **FIRST),
            e.examined("2025-07-10", finding="seen", **FIRST),
        ]
    )
    found = [
        answer(SAMPLED_FACTS, log, valid_on=on)["grant:dx-r6|E-R6-1|001|001"].finding
        for on in ("2025-06-24", "2025-06-25", "2025-07-10")
    ]
    assert found == ["not-examined", "without-evidence", "seen"]


def test_questions_are_unanswered_until_an_answer_is_recorded() -> None:
    """The day of the first answer stays; the last text is shown, and papers add up."""
    log = in_turn(
        one=[
            e.opened(),
            e.asked(),
            e.asked(question=2),
            e.answered(),
            e.answered("2025-07-05", text="f" * 64),
        ]
    )
    first, second = (
        row for _, row in sorted(answer(QUESTIONS, log, valid_on="2025-08-01").items())
    )

    assert (first.answered, str(first.answered_on), first.answer, first.evidence) == (
        True, "2025-07-02", "f" * 64, 2,
    )  # fmt: skip
    assert (second.answered, second.answered_on) == (False, None)


def test_every_export_is_a_row_of_its_own() -> None:
    """Also of the same bytes on the same day; a voided one is none."""
    log = in_turn(one=[x.made(), x.made(), x.made("2025-07-02")])
    assert len(answer(EXPORTS, log, valid_on="2025-07-01")) == 2
    assert len(answer(EXPORTS, log, valid_on="2025-07-02")) == 3
    assert {row.actor for row in answer(EXPORTS, log, valid_on="2025-07-02").values()} == {"clerk"}


@pytest.mark.parametrize("projection", [EVALUATIONS, SAMPLED_FACTS, QUESTIONS])
def test_what_is_followed_is_what_is_rebuilt(projection: Projection[Any]) -> None:
    """Also after what was entered late, corrected and voided."""
    log: list[Recorded] = in_turn(
        one=[
            e.opened(),
            e.desk(),
            e.examined("2025-06-30", **FIRST),
            e.drawn(),
            e.asked(),
            e.voided("2025-07-01", 3),
            e.answered(),
            e.voided("2025-07-03", 2),
        ]
    )
    assert standing_at(followed(projection, log), 8) == standing_at(rebuilt(projection, log), 8)
    assert standing_at(followed(projection, log), 8) == fresh(projection, log)
