"""The evaluation: its sample and how to repeat it, findings, evidence, and what is unanswered."""

from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import pytest

from application.recorded import Recorded
from application.registry import VIEWS
from application.views.evaluation import EvaluationAsks, Part
from domain.evaluation.draw import draw
from domain.evaluation.evaluation import key_digest
from domain.evaluation.events import EvaluationCorrected
from domain.kpi.events import FactVoided
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.application.views.test_evidence_of_facts import counted
from tests.domain.commission import examples as c
from tests.domain.evaluation import examples as e
from tests.domain.evidence.examples import registered
from tests.domain.export.examples import made
from tests.given import day

VIEW = VIEWS["evaluation"]
ONE, PAPER, BESIDES = UUID(int=0xE1), UUID(int=0xA1), UUID(int=0xB1)
DRAWN = [UUID(int=at) for at in draw(e.SEED, e.FRAME, 3)]


def log(*steps: Any) -> list[Recorded]:  # noqa: ANN401 - events of an evaluation
    """Record three facts, of which the first has its paper, then an evaluation that drew them."""
    first, *others = DRAWN
    contract = registered("2024-09-30", kind="contract")
    return log_of(
        (PAPER, contract),
        (first, counted(evidence=PAPER)),
        *((fact, counted()) for fact in others),
        (BESIDES, counted()),
        (ONE, e.opened()),
        (ONE, e.drawn()),
        *((ONE, each) for each in steps),
    )


def told(log: list[Recorded], part: Part, on: str = "2025-12-01") -> list[Any]:
    """Give the lines of one part."""
    return [r for r in rows(VIEW, log, EvaluationAsks(), valid_on=on) if r.part is part]


def test_a_sample_says_how_to_draw_it_again() -> None:
    """As the record stood then, with the seed; a second draw is a second line."""
    (sample, again) = told(log(e.drawn("2025-06-21", **e.sample("again"))), Part.SAMPLE)

    assert (sample.draw, sample.seed, again.draw, again.seed) == (1, e.SEED, 2, "again")
    asked = urlsplit(sample.repeat)
    assert asked.path == "/evidence/sample"
    assert parse_qs(asked.query) == {
        "seed": [e.SEED],
        "programme": ["grant:dx-r6"],
        "figure": ["kpi1"],
        "fiscal_year": ["2024"],
        "valid_on": ["2025-06-20"],
        "as_of": ["60"],
        "size": ["3"],
    }


def test_each_sampled_fact_has_its_sentence_its_evidence_and_its_finding() -> None:
    """In the order of the draw; what nobody looked at is not examined."""
    seen = e.examined(fact=DRAWN[0], fact_version=1)
    found = told(log(seen), Part.SAMPLED)

    assert [(r.fact, r.evidence, r.missing, r.finding) for r in found] == [
        (DRAWN[0], 1, 0, "seen"),
        (DRAWN[1], 0, 1, "not-examined"),
        (DRAWN[2], 0, 1, "not-examined"),
    ]
    assert all(r.said and r.holds for r in found)


def corrected(version: int, on: str = "2025-06-28") -> EvaluationCorrected:
    """A finding is put right: it was doubted."""
    said = {"effective_on": on, "programme": e.GRANT, "corrects": version}
    return EvaluationCorrected.model_validate(said | {"now": {"finding": "doubted"}})


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ([], ("not-examined", 0, None)),
        ([{}], ("seen", 1, None)),
        ([{}, {"finding": "doubted"}], ("doubted", 2, "seen")),
        ([{"finding": "doubted"}, {}, {}], ("seen", 3, "seen")),
        ([{}, corrected(3)], ("doubted", 2, "seen")),
        ([{"finding": "doubted"}, e.voided("2025-06-28", 3)], ("not-examined", 2, "doubted")),
        ([{"finding": "doubted"}, {}, e.voided("2025-06-28", 4)], ("doubted", 3, "seen")),
    ],
    ids=["never", "once", "again", "thrice", "corrected", "voided", "the last voided"],
)
def test_a_finding_says_how_often_it_was_changed_and_what_it_was_before(
    steps: list[Any], said: tuple[str, int, str | None]
) -> None:
    """The last holds, and hides nothing."""
    events = [
        e.examined(fact=DRAWN[0], fact_version=1, **each) if isinstance(each, dict) else each
        for each in steps
    ]
    found = told(log(*events), Part.SAMPLED)[0]
    assert (found.finding, found.findings, found.finding_before) == said


def test_a_finding_besides_the_sample_that_was_voided_is_still_there() -> None:
    """As one that was doubted before."""
    doubted = e.examined(fact=BESIDES, fact_version=1, finding="doubted")
    (found,) = told(log(doubted, e.voided("2025-06-28", 3)), Part.BESIDES)
    assert (found.finding, found.finding_before) == ("not-examined", "doubted")


def test_each_entry_says_at_which_desk_it_was_made() -> None:
    """At the first; at none, where its opening was voided; at another that was opened later."""
    history = log(
        e.desk(),
        e.asked(),
        e.voided("2025-06-27", 3),
        e.asked("2025-06-27", question=2),
        e.desk("2025-06-28", "1e" * 32),
        e.asked("2025-06-29", question=3),
        e.published(),
    )
    first, other = told(history, Part.DESK)
    assert (first.desk, first.holds, other.desk, other.holds) == (1, False, 2, True)
    assert (first.trail_key_sha256, str(other.effective_on)) == (key_digest(e.KEY), "2025-06-28")
    assert [row.desk for row in told(history, Part.SAMPLE)] == [0]
    assert [row.desk for row in told(history, Part.QUESTION)] == [1, 0, 2]
    (published,) = told(history, Part.PUBLICATION)
    assert (published.desk, str(published.effective_on)) == (2, "2025-09-30")
    assert [row.desk for row in told(history, Part.SAMPLED)] == [None] * 3


def test_what_was_changed_without_a_desk_says_so() -> None:
    """Also where it was first recorded at one."""
    examined = e.examined(fact=DRAWN[0], fact_version=1)
    at_desk = [e.desk(), examined, corrected(4)]
    without = [e.desk(), examined, e.voided("2025-06-27", 3), corrected(4)]
    assert told(log(*at_desk), Part.SAMPLED)[0].desk == 1
    assert told(log(*without), Part.SAMPLED)[0].desk == 0


def test_what_was_examined_besides_stands_apart() -> None:
    """It is no part of the sample."""
    (found,) = told(log(e.examined(fact=BESIDES, fact_version=1)), Part.BESIDES)
    assert (found.fact, found.draw, found.finding) == (BESIDES, None, "seen")


def test_what_no_list_of_events_shows_is_not_told_here_either() -> None:
    """A declined offer can be examined; what it says stands in its own record alone."""
    offer = UUID(int=0xC1)
    held = log(e.examined(fact=offer, fact_version=2))
    declined = log_of((offer, c.offered()), (offer, c.declined("2024-07-02")))
    history = [*held, *(each._replace(position=len(held) + each.position) for each in declined)]
    (found,) = told(history, Part.BESIDES)
    assert (found.fact, found.holds, found.said) == (offer, True, None)


def test_a_fact_that_was_voided_after_the_draw_is_still_in_it() -> None:
    """And it is said that it holds no more."""
    voided = FactVoided(effective_on=day("2025-07-01"), programme="grant:dx-r6", voids=1)
    held = log()
    history = [*held, held[1]._replace(version=2, event=voided, position=len(held) + 1)]
    found = told(history, Part.SAMPLED)
    assert [r.holds for r in found] == [False, True, True]
    assert found[0].said


def test_questions_are_unanswered_until_they_are_answered() -> None:
    """On the days before, they still were."""
    history = log(e.asked(), e.answered())
    (before,) = told(history, Part.QUESTION, "2025-07-01")
    (after,) = told(history, Part.QUESTION, "2025-07-02")
    assert (before.unanswered, after.unanswered) == (1, 0)
    assert str(after.answered_on) == "2025-07-02"


def test_what_was_written_out_meanwhile_is_shown() -> None:
    """Of its programme and of what serves every programme, since it was opened, whoever did so."""
    held = log(e.asked())
    exports = log_of(
        (UUID(int=0xC1), made("2025-06-30")),
        (UUID(int=0xC2), made("2025-06-30", programme="own:203246")),
        (UUID(int=0xC3), made("2024-04-01")),
        (UUID(int=0xC4), made("2025-07-01", programme="common", kind="sheet", what="workers")),
    )
    history = [*held, *(each._replace(position=len(held) + each.position) for each in exports)]
    found, common = told(history, Part.EXPORT)
    assert (found.fact, str(found.effective_on)) == (UUID(int=0xC1), "2025-06-30")
    assert common.fact == UUID(int=0xC4)
    assert "48213" in found.said
    assert told(history, Part.EXPORT, "2025-06-29") == []


def test_what_is_open_adds_up() -> None:
    """Facts whose evidence is missing, and questions without an answer."""
    found = lines(VIEW, log(e.asked()), EvaluationAsks(), valid_on="2025-12-01")
    assert VIEW.totals_of(found) == {"missing": 2, "unanswered": 1}


def test_one_evaluation_can_be_asked_for() -> None:
    """By its number or its id, and by its programme."""
    for asks, count in (
        (EvaluationAsks(evaluation="E-R6-1", programme="grant:dx-r6"), 4),
        (EvaluationAsks(evaluation=str(ONE)), 4),
        (EvaluationAsks(evaluation="E-R6-2"), 0),
        (EvaluationAsks(evaluation=str(PAPER)), 0),
        (EvaluationAsks(programme="own:203246"), 0),
    ):
        assert len(rows(VIEW, log(), asks, valid_on="2025-12-01")) == count


def test_a_fact_that_the_record_never_held_is_shown_as_such() -> None:
    """Whoever drew by hand is found out, and nothing breaks."""
    held = [each for each in log() if each.stream not in DRAWN]
    assert {(r.said, r.holds) for r in told(held, Part.SAMPLED)} == {(None, False)}
