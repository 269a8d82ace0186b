"""An evaluation draws, examines and asks in the record, where nobody can make it otherwise."""

from typing import Any

import pytest
from pydantic import ValidationError

from domain.base.mend import CORRECTION_INVALID, NOTHING_TO_MEND
from domain.evaluation import rules
from domain.evaluation.draw import draw
from domain.evaluation.evaluation import key_digest
from tests.domain.evaluation.examples import (
    EVALUATION,
    FACT,
    FRAME,
    KEY,
    OTHER,
    answer,
    answered,
    ask,
    asked,
    begin,
    correct,
    desk,
    drawn,
    draws,
    examine,
    examined,
    facts,
    open_desk,
    opened,
    publish,
    published,
    sample,
    void,
    voided,
)
from tests.given import given

EARLY = "2025-06-15"
OTHER_KEY = "1e" * 32


def test_an_evaluation_is_opened_once() -> None:
    """Under its number, in its programme; its years are in order."""
    given().when(begin()).then(opened())
    given(opened()).when(begin("2025-07-01")).refused(rules.OPENED_ALREADY)
    assert begin(number="E-R6-2").opens() != begin().opens()
    assert begin(programme="own:203246").opens() != begin().opens()
    with pytest.raises(ValidationError):
        begin(first_year=2025)


def test_what_it_records_belongs_to_its_programme() -> None:
    """Whatever the command says."""
    given(opened(), asked()).when(answer(programme="own:203246")).then(answered())


def test_a_sample_is_recorded_with_its_seed_as_the_draw_gives_it() -> None:
    """In its order and its number; a size beyond the frame gives all."""
    given(opened()).when(draws()).then(drawn())
    everything: dict[str, Any] = {"size": 20, "facts": facts(draw(sample()["seed"], FRAME, 20))}
    given(opened()).when(draws(**everything)).then(drawn(**everything))


@pytest.mark.parametrize(
    "positions",
    [
        list(reversed(draw(sample()["seed"], FRAME, 3))),
        draw(sample()["seed"], FRAME, 2),
        draw(sample()["seed"], FRAME, 4),
        [draw(sample()["seed"], FRAME, 3)[0]] * 3,
        draw("another", FRAME, 3),
    ],
    ids=["another order", "too few", "too many", "one thrice", "another seed"],
)
def test_a_sample_that_the_seed_does_not_draw_is_refused(positions: list[int]) -> None:
    """Nobody picks the facts by hand."""
    given(opened()).when(draws(facts=facts(positions))).refused(rules.SAMPLE_NOT_AS_DRAWN)


def test_a_sample_says_what_it_is_drawn_from() -> None:
    """A figure or kinds of facts, and not both; nothing of mentoring or career support."""
    kinds: dict[str, Any] = {"figure": None, "fiscal_year": None, "topics": ("fact.counted",)}
    given(opened()).when(draws(**kinds)).then(drawn(**kinds))
    confided = ("career.consulted", "mentorship.session_held", "mentor.qualified")
    for wrong in (
        *(kinds | {"topics": ("fact.counted", topic)} for topic in confided),
        {"figure": None},
        {"topics": ("fact.counted",)},
        kinds | {"fiscal_year": 2024},
    ):
        with pytest.raises(ValidationError):
            draws(**wrong)


def test_a_second_draw_does_not_hide_the_first() -> None:
    """Both are recorded, and neither can be voided or corrected."""
    second = sample(seed="again")
    given(opened(), drawn()).when(draws(**second)).then(drawn(**second))
    given(opened(), drawn()).when(void("2025-06-21", 2)).refused(NOTHING_TO_MEND)
    given(opened(), drawn()).when(correct("2025-06-21", 2, size=4)).refused(NOTHING_TO_MEND)


def test_a_fact_is_examined_that_holds_or_was_drawn() -> None:
    """Also one that was not sampled, and one that was voided after it had been."""
    given(opened()).knowing(FACT, opened()).when(examine()).then(examined())
    first = facts(draw(sample()["seed"], FRAME, 1))[0]
    of_sample = {"fact": first["fact"], "fact_version": 1, "finding": "without-evidence"}
    given(opened(), drawn()).when(examine(**of_sample)).then(examined(**of_sample))
    given(opened()).when(examine()).refused(rules.NO_SUCH_FACT)
    given(opened()).knowing(FACT, opened()).when(examine(fact_version=2)).refused(
        rules.NO_SUCH_FACT
    )


def test_a_fact_can_be_examined_again() -> None:
    """What was doubted is seen when the paper is found; both are in the record."""
    again = {"finding": "doubted"}
    given(opened(), examined()).knowing(FACT, opened()).when(examine(**again)).then(
        examined(**again)
    )


def test_a_question_is_asked_once_under_its_number() -> None:
    """Of the evaluation as a whole, or about a fact, which it then names whole."""
    given(opened()).when(ask()).then(asked())
    about: dict[str, Any] = {"fact": FACT, "fact_version": 1}
    given(opened()).knowing(FACT, opened()).when(ask(**about)).then(asked(**about))
    given(opened()).when(ask(**about)).refused(rules.NO_SUCH_FACT)
    given(opened(), asked()).when(ask("2025-06-27")).refused(rules.QUESTION_ASKED_ALREADY)
    with pytest.raises(ValidationError):
        ask(fact=FACT)


def test_an_answer_is_to_a_question() -> None:
    """To one that was asked; a second answer adds to the first."""
    given(opened(), asked()).when(answer()).then(answered())
    given(opened(), asked(), answered()).when(answer("2025-07-03")).then(answered("2025-07-03"))
    given(opened(), asked()).when(answer(question=2)).refused(rules.NO_SUCH_QUESTION)
    given(opened(), asked()).when(answer("2025-06-25")).refused(rules.NO_SUCH_QUESTION)
    given(opened(), asked(), answered()).when(void("2025-07-04", 2)).refused(rules.NO_SUCH_QUESTION)


def test_a_desk_is_opened_once_under_a_key_that_the_record_does_not_hold() -> None:
    """Where the key is lost, the entry is voided and another desk opened."""
    given(opened()).when(open_desk()).then(desk())
    given(opened(), desk()).when(open_desk()).refused(rules.DESK_OPEN_ALREADY)
    given(opened(), desk(), voided("2025-06-18", 2)).when(open_desk(key=OTHER_KEY)).then(
        desk(key=OTHER_KEY)
    )
    assert KEY not in desk().model_dump_json()
    assert desk().trail_key_sha256 == key_digest(KEY)


def test_the_desk_of_a_published_trail_stays() -> None:
    """Or one command would take from everybody what the publication opened."""
    for told in ({"trail_key": KEY}, {"without_trail_key": True}):
        done = given(opened(), desk(), published(**told))
        done.when(void("2025-10-01", 2)).refused(rules.DESK_PUBLISHED)
    given(opened(), asked(), published()).when(void("2025-10-01", 2)).then(voided("2025-10-01", 2))


def test_while_a_desk_is_open_what_is_the_evaluators_own_takes_its_token() -> None:
    """A draw, a finding, a question, the publication: without it, or with another, none of them."""
    begun = given(opened(), desk()).knowing(FACT, opened())
    begun.when(draws()).refused(rules.NOT_AT_THE_DESK)
    begun.when(examine()).refused(rules.NOT_AT_THE_DESK)
    begun.when(ask()).refused(rules.NOT_AT_THE_DESK)
    begun.when(publish()).refused(rules.NOT_AT_THE_DESK)
    begun.when(publish(trail_key=KEY)).refused(rules.NOT_AT_THE_DESK)
    begun.when(publish(without_trail_key=True)).refused(rules.NOT_AT_THE_DESK)
    begun.when(draws(desk_key=OTHER_KEY)).refused(rules.NOT_AT_THE_DESK)
    begun.when(draws(desk_key=KEY)).then(drawn())
    begun.when(examine(desk_key=KEY)).then(examined())
    begun.when(ask(desk_key=KEY)).then(asked())
    begun.when(publish(desk_key=KEY, trail_key=KEY)).then(published(trail_key=KEY))


def test_at_an_open_desk_answers_and_the_scope_stay_the_secretariats() -> None:
    """They are not in the evaluator's name."""
    begun = given(opened(), desk(), asked(), answered())
    begun.when(answer("2025-07-03")).then(answered("2025-07-03"))
    assert not begun.when(correct("2025-07-03", 4, evidence=[])).broken
    assert not begun.when(correct("2025-07-03", 1, evaluator="架空監査研究所")).broken
    begun.when(void("2025-07-03", 4)).then(voided("2025-07-03", 4))


def test_what_is_the_evaluators_own_is_mended_at_the_desk_alone() -> None:
    """Corrected, corrected again, or voided; also after the publication."""
    begun = given(opened(), desk(), asked(), examined())
    begun.when(correct("2025-06-27", 4, finding="doubted")).refused(rules.NOT_AT_THE_DESK)
    begun.when(void("2025-06-27", 3)).refused(rules.NOT_AT_THE_DESK)
    begun.when(void("2025-06-27", 4, OTHER_KEY)).refused(rules.NOT_AT_THE_DESK)
    begun.when(void("2025-06-27", 4, KEY)).then(voided("2025-06-27", 4))
    (doubted,) = begun.when(correct("2025-06-27", 4, KEY, finding="doubted")).recorded
    history = (*begun.history, doubted)
    given(*history).when(correct("2025-06-28", 5, finding="seen")).refused(rules.NOT_AT_THE_DESK)
    assert not given(*history).when(correct("2025-06-28", 5, KEY, finding="seen")).broken
    done = given(*history, published(trail_key=KEY))
    done.when(correct("2025-10-01", 6, document=str(OTHER))).refused(rules.NOT_AT_THE_DESK)


def test_where_no_desk_is_open_nothing_takes_a_token() -> None:
    """As it was before desks; a desk that was voided is none, and its key opens no other."""
    given(opened()).when(draws()).then(drawn())
    ended = given(opened(), desk(), examined(), voided("2025-06-26", 2))
    ended.when(ask()).then(asked())
    ended.when(void("2025-06-27", 3)).then(voided("2025-06-27", 3))
    another = given(*ended.history, desk("2025-06-27", OTHER_KEY))
    another.when(void("2025-06-28", 3, KEY)).refused(rules.NOT_AT_THE_DESK)
    another.when(void("2025-06-28", 3, OTHER_KEY)).then(voided("2025-06-28", 3))


def test_a_desk_whose_token_is_lost_is_voided_without_it() -> None:
    """Or nobody could ever go on; that it was voided stays in the record."""
    given(opened(), desk(), examined()).when(void("2025-06-27", 2)).then(voided("2025-06-27", 2))


def test_what_is_published_opens_the_trail() -> None:
    """With the desk's own key; an evaluation that never had a desk is published without one."""
    begun = given(opened(), desk())
    begun.when(publish(desk_key=KEY, trail_key=OTHER_KEY)).refused(rules.TRAIL_KEY_WRONG)
    given(opened()).when(publish(trail_key=KEY)).refused(rules.TRAIL_KEY_WRONG)
    given(opened()).when(publish(document=OTHER)).then(published(document=OTHER))


def test_a_trail_is_not_shut_for_ever_by_a_key_that_was_forgotten() -> None:
    """A publication without the key says that it is lost, and so does the record from then on."""
    lost: dict[str, Any] = {"without_trail_key": True}
    begun = given(opened(), desk())
    begun.when(publish(desk_key=KEY, document=OTHER)).refused(rules.TRAIL_KEY_MISSING)
    begun.when(publish(desk_key=KEY, **lost)).then(published(**lost))
    given(opened()).when(publish(**lost)).refused(rules.NO_TRAIL)
    given(opened(), desk(), voided("2025-06-18", 2)).when(publish(**lost)).refused(rules.NO_TRAIL)
    with pytest.raises(ValidationError):
        publish(trail_key=KEY, **lost)


def test_after_the_publication_only_answers_are_recorded() -> None:
    """A question that was left open can still be answered, late, and is seen to be late."""
    done = given(opened(), asked(), published())
    late = "2025-10-15"
    done.when(answer(late)).then(answered(late))
    done.when(draws(late)).refused(rules.PUBLISHED_ALREADY)
    done.when(examine(late)).refused(rules.PUBLISHED_ALREADY)
    done.when(ask(late, question=2)).refused(rules.PUBLISHED_ALREADY)
    done.when(open_desk(late)).refused(rules.PUBLISHED_ALREADY)
    done.when(publish(late)).refused(rules.PUBLISHED_ALREADY)


def test_what_was_published_stays_published() -> None:
    """The key is out; the document can be put right, the key cannot."""
    done = given(opened(), desk(), published(trail_key=KEY))
    done.when(void("2025-10-01", 3)).refused(NOTHING_TO_MEND)
    done.when(correct("2025-10-01", 3, KEY, trail_key=None)).refused(CORRECTION_INVALID)
    lost = given(opened(), desk(), published(without_trail_key=True))
    lost.when(correct("2025-10-01", 3, KEY, without_trail_key=False)).refused(CORRECTION_INVALID)
    assert not given(opened(), published()).when(correct("2025-10-01", 2, document=OTHER)).broken


def test_nothing_happens_before_it_begins() -> None:
    """Of no kind."""
    begun = given(opened(), asked())
    begun.when(draws(EARLY)).refused(rules.BEFORE_OPENING)
    begun.when(examine(EARLY)).refused(rules.BEFORE_OPENING)
    begun.when(ask(EARLY)).refused(rules.BEFORE_OPENING)
    begun.when(answer(EARLY)).refused(rules.BEFORE_OPENING)
    begun.when(open_desk(EARLY)).refused(rules.BEFORE_OPENING)
    begun.when(publish(EARLY)).refused(rules.BEFORE_OPENING)
    given().when(ask()).not_found()


def test_what_a_finding_is_about_cannot_be_changed() -> None:
    """The finding itself can be put right."""
    history = given(opened(), examined())
    history.when(correct("2025-06-27", 2, fact=str(EVALUATION))).refused(CORRECTION_INVALID)
    assert not history.when(correct("2025-06-27", 2, finding="doubted")).broken
