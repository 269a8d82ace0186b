"""What documents state is held against the record, then and now, and what differs has causes."""

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from application.evidence.restatement import (
    NO_POSITION,
    POSITION_AHEAD,
    Outcome,
    Reported,
)
from application.recorded import Recorded
from domain.base.event import Event
from domain.figure.events import FigureWithdrawn
from domain.kpi import events as kpi
from domain.person.events import PersonsJoined, PersonsParted
from tests.application.evidence.given import (
    DEFINITIONS,
    GRANT,
    TODAY,
    TOWNS,
    YEARS,
    ByChance,
    asked,
    counted,
    defined,
    figure_of,
    found,
)
from tests.application.projections.given import log_of
from tests.domain.report import examples as r
from tests.given import day

HIRES = DEFINITIONS[0]
TATESHINA, OMACHI, ITOIGAWA = TOWNS
YEAR_END = "2024-12-31"
DEFINED, PAPER, QUOTE = UUID(int=100), UUID(int=91), UUID(int=92)
FACTS = [UUID(int=1000 + n) for n in range(9)]
START: list[tuple[UUID, Event]] = [
    (DEFINED, defined(HIRES)),
    (FACTS[1], counted(1)),
    (FACTS[2], counted(2, municipality=OMACHI)),
]
PAPERS = {PAPER: "6架企第14号", QUOTE: "6架議第3号"}


def issued(stream: UUID = PAPER, on: str = "2025-01-14") -> tuple[UUID, Event]:
    """A document was issued."""
    return stream, r.issued(on, number=PAPERS[stream])


def states(
    *told: tuple[UUID, Event], in_: UUID = PAPER, taken_on: str = YEAR_END, **other: object
) -> tuple[UUID, Event]:
    """A document states the new hires as the record said them after these events."""
    return in_, figure_of("kpi1", taken_on, log_of(*told), **other)


def report_then(*later: tuple[UUID, Event]) -> list[Recorded]:
    """Let a document state two new hires, and more be recorded afterwards."""
    return log_of(*START, issued(), states(*START), *later)


def only(log: Sequence[Recorded]) -> Reported:
    """Give the one value that documents carry."""
    (one,) = found(log)
    return one


def why(one: Reported) -> list[tuple[int, str]]:
    """Give position and topic of every cause of a value that one document carries."""
    (document,) = one.documents
    return [(c.recorded.position, c.recorded.event.TOPIC) for c in document.causes]


def lines(one: Reported) -> dict[Any, int | None]:
    """Give the breakdown of what the record says now."""
    return {row.by[0]: row.value for row in one.now.rows}


def test_what_nothing_changed_holds() -> None:
    """Then and now the record says what the document says, and there is no cause."""
    one = only(report_then((FACTS[3], counted(3, "2025-02-01"))))
    assert (one.outcome, one.stated.value, one.now.value) == (Outcome.HOLDS, 2, 2)
    assert one.documents[0].as_recorded is Outcome.HOLDS
    assert why(one) == []


def test_a_late_entry_restates() -> None:
    """The document keeps its value, the record has a new one, and the entry is the cause."""
    one = only(report_then((FACTS[3], counted(3, "2024-12-02", municipality=ITOIGAWA))))
    assert (one.outcome, one.stated.value, one.now.value) == (Outcome.VALUE, 2, 3)
    (document,) = one.documents
    assert document.then is not None
    assert (document.then.value, document.as_recorded) == (2, Outcome.HOLDS)
    assert why(one) == [(6, "kpi.fact_counted")]


def test_what_is_not_counted_is_no_cause() -> None:
    """Another year's fact and another figure's, entered at the same time, change nothing."""
    late = (FACTS[3], counted(3, "2024-12-02"))
    others: list[tuple[UUID, Event]] = [
        (FACTS[4], counted(4, "2024-05-01", fiscal_year=2023)),
        (FACTS[5], counted(5, "2024-12-02", kpi="kpi2")),
        (FACTS[6], counted(6, "2024-12-02", programme="own:203246")),
        (FACTS[7], counted(7, "2025-01-01")),
    ]
    assert why(only(report_then(late, *others))) == [(6, "kpi.fact_counted")]


def test_what_comes_to_the_same_is_no_cause() -> None:
    """Where the document differed from the start, an exchange of two facts does not explain it."""
    void = kpi.FactVoided(effective_on=day("2025-05-20"), programme=GRANT, voids=1)
    exchanged = [(FACTS[3], counted(3, municipality=OMACHI)), (FACTS[2], void)]
    one = only(log_of(*START, issued(), states(*START, value=9), *exchanged))
    assert (one.outcome, one.now.value) == (Outcome.VALUE, 2)
    assert why(one) == []


def test_only_the_breakdown_changes() -> None:
    """One is taken out and another found: that the total is the same must not hide it."""
    void = kpi.FactVoided(effective_on=day("2025-05-20"), programme=GRANT, voids=1)
    one = only(report_then((FACTS[3], counted(3, municipality=ITOIGAWA)), (FACTS[2], void)))
    assert (one.outcome, one.now.value) == (Outcome.BREAKDOWN, 2)
    assert lines(one) == {TATESHINA: 1, ITOIGAWA: 1}
    assert why(one) == [(6, "kpi.fact_counted"), (7, "kpi.fact_voided")]
    voiding = one.documents[0].causes[1]
    assert voiding.about == START[2][1]
    assert one.documents[0].causes[0].about is None


def test_a_document_without_a_breakdown_states_the_total_alone() -> None:
    """What it does not say cannot be wrong."""
    void = kpi.FactVoided(effective_on=day("2025-05-20"), programme=GRANT, voids=1)
    moved = [(FACTS[3], counted(3, municipality=ITOIGAWA)), (FACTS[2], void)]
    log = log_of(*START, issued(), states(*START, breakdown=[]), *moved)
    assert only(log).outcome is Outcome.HOLDS
    assert why(only(log)) == []


def test_a_line_that_is_not_there_is_one_of_nothing() -> None:
    """A table that shows a zero says what the record says without a line."""
    zero = [
        {"by": [TATESHINA], "value": 1},
        {"by": [OMACHI], "value": 1},
        {"by": [ITOIGAWA], "value": 0},
    ]
    assert only(log_of(*START, issued(), states(*START, breakdown=zero))).outcome is Outcome.HOLDS
    zero[2]["value"] = 1
    assert only(log_of(*START, issued(), states(*START, breakdown=zero))).outcome is (
        Outcome.BREAKDOWN
    )


def test_a_correction_is_told_with_what_it_corrects() -> None:
    """A correction of a correction too; what changes nothing that is counted is no cause."""
    move = {"municipality": ITOIGAWA}
    corrections: list[tuple[UUID, Event]] = [
        (FACTS[2], _corrected(1, municipality=TATESHINA)),
        (FACTS[2], _corrected(2, **move)),
        (FACTS[1], _corrected(1, evidence=str(UUID(int=7)))),
    ]
    one = only(report_then(*corrections))
    assert (one.outcome, lines(one)) == (Outcome.BREAKDOWN, {TATESHINA: 1, ITOIGAWA: 1})
    assert why(one) == [(6, "kpi.fact_corrected"), (7, "kpi.fact_corrected")]
    assert {cause.about for cause in one.documents[0].causes} == {START[2][1]}


def _corrected(version: int, **now: object) -> kpi.FactCorrected:
    return kpi.FactCorrected(
        effective_on=day("2025-02-01"), programme=GRANT, corrects=version, now=now
    )


def test_a_correction_taken_back_is_no_cause() -> None:
    """What comes to nothing restates nothing."""
    back = kpi.FactVoided(effective_on=day("2025-02-02"), programme=GRANT, voids=2)
    wrong = _corrected(1, fiscal_year=2023)
    assert only(report_then((FACTS[2], wrong))).outcome is Outcome.VALUE
    assert only(report_then((FACTS[2], wrong), (FACTS[2], back))).outcome is Outcome.HOLDS


def test_joined_persons_restate_from_the_day_on_which_they_are_one() -> None:
    """A joining of two who are counted is a cause; one of somebody else is none."""
    person, other = UUID(int=1), UUID(int=2)
    joined = PersonsJoined(effective_on=day("2025-01-20"), person_id=person, other_id=other)
    elsewhere = joined.model_copy(update={"other_id": UUID(int=8)})
    later: list[tuple[UUID, Event]] = [(UUID(int=401), elsewhere), (UUID(int=402), joined)]
    stated = states(*START, taken_on="2025-01-31")
    one = only(log_of(*START, issued(), stated, *later))
    assert (one.outcome, one.now.value) == (Outcome.VALUE, 1)
    assert why(one) == [(7, "person.joined")]
    assert only(report_then(*later)).outcome is Outcome.HOLDS
    parted = PersonsParted(effective_on=day("2025-01-21"), person_id=person, other_id=other)
    apart = log_of(*START, issued(), stated, *later, (UUID(int=402), parted))
    assert only(apart).outcome is Outcome.HOLDS
    later_on = parted.model_copy(update={"effective_on": day("2025-02-01")})
    joined_then = log_of(*START, issued(), stated, *later, (UUID(int=402), later_on))
    assert why(only(joined_then)) == [(7, "person.joined")]


def test_a_document_that_differed_from_the_start_is_not_put_right() -> None:
    """It says three and the record said two: shown as such, and nothing since is the cause."""
    one = only(log_of(*START, issued(), states(*START, value=3)))
    assert (one.outcome, one.stated.value, one.now.value) == (Outcome.VALUE, 3, 2)
    assert one.documents[0].as_recorded is Outcome.VALUE
    assert why(one) == []


def test_documents_that_carry_the_same_value_stand_together() -> None:
    """Each with the causes that came after the position at which it was taken."""
    late = (FACTS[3], counted(3, "2024-12-02"))
    void = kpi.FactVoided(effective_on=day("2025-05-20"), programme=GRANT, voids=1)
    void_late, again = (FACTS[3], void), (FACTS[4], counted(4, "2024-12-03"))
    first = [*START, issued(), states(*START), late, void_late]
    quote = states(*first, in_=QUOTE, place="p.1")
    one = only(log_of(*first, issued(QUOTE), quote, again))
    assert (one.outcome, one.now.value) == (Outcome.VALUE, 3)
    assert [each.carried.document.number for each in one.documents] == ["6架企第14号", "6架議第3号"]
    assert [[c.recorded.position for c in each.causes] for each in one.documents] == [[10], [10]]


def test_another_value_for_the_same_question_stands_apart() -> None:
    """A second document that states the new figure holds; the first is still to be explained."""
    told = [*START, issued(), states(*START), (FACTS[3], counted(3, "2024-12-02"))]
    log = log_of(*told, issued(QUOTE), states(*told, in_=QUOTE))
    assert [(each.stated.value, each.outcome) for each in found(log)] == [
        (2, Outcome.VALUE),
        (3, Outcome.HOLDS),
    ]


def test_a_document_from_paper_has_no_cause() -> None:
    """Values alone are compared, under the definition in force on the day, and it says so."""
    paper: dict[str, Any] = {"at_position": None, "definition_version": None}
    late = (FACTS[3], counted(3, "2024-12-02"))
    one = only(log_of(*START, issued(), states(*START, **paper), late))
    (document,) = one.documents
    assert (one.outcome, one.now.version) == (Outcome.VALUE, 1)
    assert (document.then, document.as_recorded, document.causes) == (None, None, ())
    assert document.why_no_cause is NO_POSITION


def test_a_position_that_was_not_reached_is_said_to_be_none() -> None:
    """Nothing is made of it, and it is not taken for the last one."""
    (document,) = only(log_of(*START, issued(), states(*START, at_position=5))).documents
    assert (document.then, document.why_no_cause) == (None, POSITION_AHEAD)
    (document,) = only(log_of(*START, issued(), states(*START, at_position=4))).documents
    assert document.why_no_cause is None


def test_a_changed_definition_restates_nothing() -> None:
    """What was reported is held against its own definition; the new one is shown beside it."""
    anyone = HIRES.measure.model_copy(update={"distinct_by": None})
    new = HIRES.model_copy(update={"version": 2, "measure": anyone})
    same_person = (FACTS[3], counted(1, "2024-12-02"))
    told = [*START, same_person]
    log = log_of(*told, issued(), states(*told), (DEFINED, defined(new, "2026-04-01")))
    one = only(log)
    assert (one.outcome, one.now.value, one.now.version) == (Outcome.HOLDS, 2, 1)
    assert one.otherwise is not None
    assert (one.otherwise.value, one.otherwise.version) == (3, 2)
    assert why(one) == []
    assert only(log[:-1]).otherwise is None
    ahead = log_of(*told, issued(), states(*told), (DEFINED, defined(new, "2026-11-24")))
    assert only(ahead).otherwise is None


def test_a_withdrawn_definition_restates_nothing_either() -> None:
    """Its version is still there to compute with."""
    gone = FigureWithdrawn(effective_on=day("2024-04-01"))
    one = only(report_then((DEFINED, gone), (FACTS[3], counted(3, "2024-12-02"))))
    assert (one.outcome, one.now.value, one.otherwise) == (Outcome.VALUE, 3, None)


def test_a_definition_published_after_the_position_is_a_cause() -> None:
    """By then the record could not say it, so the publication is part of the difference."""
    told = [*START[1:], issued()]
    stated = (PAPER, figure_of("kpi1", YEAR_END, log_of(*START), at_position=2))
    log = log_of(*told, stated, START[0])
    one = only(log)
    (document,) = one.documents
    assert document.then is not None
    assert document.then.reason_without_value == "no_such_version"
    assert document.as_recorded is Outcome.NOT_COMPARABLE
    assert one.outcome is Outcome.HOLDS
    more = only(log_of(*told, stated, START[0], (FACTS[3], counted(3))))
    assert why(more) == [(5, "figure.defined"), (6, "kpi.fact_counted")]


@pytest.mark.parametrize("version", [None, 7])
def test_a_figure_that_nobody_defined_cannot_be_compared(version: int | None) -> None:
    """It is neither held to be right nor wrong."""
    unknown: dict[str, Any] = {"figure": "kpi3", "definition_version": version, "at_position": None}
    one = only(log_of(*START, issued(), states(*START, **unknown)))
    assert one.outcome is Outcome.NOT_COMPARABLE
    assert one.now.value is None
    assert one.definition is None


@pytest.mark.parametrize("end", [r.withdrawn("2025-03-03"), r.replaced("2025-03-03")])
def test_a_document_that_does_not_stand_is_not_listed(end: Event) -> None:
    """Neither one that was replaced nor one that was withdrawn, as of then and from that day on."""
    late = (FACTS[3], counted(3, "2024-12-02"))
    log = report_then(late, (PAPER, end))
    assert found(log) == []
    assert len(found(log, len(log) - 1)) == 1
    ahead = end.model_copy(update={"effective_on": TODAY.replace(year=2027)})
    assert len(found(report_then(late, (PAPER, ahead)))) == 1
    taken_back = report_then(late, (PAPER, end), (PAPER, r.voided("2025-03-04", 3)))
    assert only(taken_back).outcome is Outcome.VALUE


def test_a_document_is_read_as_it_was_corrected() -> None:
    """What the clerk had misread of the paper is not held against the record."""
    log = log_of(
        *START, issued(), states(*START, value=9), (PAPER, r.corrected(YEAR_END, 2, value=2))
    )
    assert only(log).outcome is Outcome.HOLDS
    assert found(log, len(log) - 1)[0].outcome is Outcome.VALUE


def _hires(log: Sequence[Recorded], on: date) -> dict[str, int]:
    """Count persons newly hired in 2024 in all and by town, with loops and no figure language."""
    people = _people(log, on)
    counted_in: dict[str, set[int]] = {"": set()}
    for fact in _facts(log):
        if fact["fiscal_year"] == 2024 and fact["effective_on"] <= str(on):
            who = next(n for n, group in enumerate(people) if fact["subject"] in group)
            counted_in[""].add(who)
            counted_in.setdefault(fact["municipality"], set()).add(who)
    return {town: len(who) for town, who in counted_in.items()}


def _facts(log: Sequence[Recorded]) -> list[dict[str, Any]]:
    """Give the facts that hold, as corrected."""
    facts = {
        (one.stream, one.version): one.event.model_dump(mode="json")
        for one in log
        if isinstance(one.event, kpi.FactCounted)
    }
    gone = {(one.stream, one.event.voids) for one in log if isinstance(one.event, kpi.FactVoided)}
    reached = {key: key for key in facts}
    for one in log:
        if isinstance(one.event, kpi.FactCorrected):
            key = reached[one.stream, one.event.corrects]
            reached[one.stream, one.version] = key
            if (one.stream, one.version) not in gone:
                facts[key] |= one.event.now
    return [fact for key, fact in facts.items() if key not in gone]


def _people(log: Sequence[Recorded], on: date) -> list[set[str]]:
    """Give the five persons of a history by chance, joined as they are on a day."""
    said: dict[frozenset[str], tuple[date, int, bool]] = {}
    for one in log:
        event = one.event
        if isinstance(event, PersonsJoined | PersonsParted) and event.effective_on <= on:
            pair = frozenset({str(event.person_id), str(event.other_id)})
            new = (event.effective_on, one.position, isinstance(event, PersonsJoined))
            said[pair] = max(said.get(pair, new), new)
    people = [{str(UUID(int=n))} for n in range(1, 6)]
    for pair in (pair for pair, (_, _, joined) in said.items() if joined):
        together = [group for group in people if group & pair]
        people = [group for group in people if not group & pair] + [set().union(*together)]
    return people


def _story(random: Random) -> tuple[list[Recorded], list[Recorded]]:
    """Give a history with one document that states every figure, and the log when it was read."""
    story = ByChance(random)
    story.go_on(random.randint(0, 20))
    before = story.recorded()
    taken_on = str(story.day())
    story.go_on(random.randint(0, 2))
    story.told.append(issued())
    for code in YEARS:
        story.told.append((PAPER, figure_of(code, taken_on, before)))
    story.go_on(random.randint(0, 12))
    return before, story.recorded()


STORIES = st.randoms(use_true_random=False)
MANY = settings(max_examples=150, deadline=None)


@MANY
@given(STORIES)
def test_then_and_now_are_counted_by_hand(random: Random) -> None:
    """New hires with their breakdown, at the position stated and at the last one."""
    before, log = _story(random)
    for one in (each for each in found(log) if each.question.code == "kpi1"):
        (document,) = one.documents
        then, on = document.then, one.question.taken_on
        assert then is not None
        for figure, prefix in ((then, before), (one.now, log)):
            assert {"": figure.value} | {row.by[0]: row.value for row in figure.rows} == _hires(
                prefix, on
            )
        assert document.as_recorded is Outcome.HOLDS
        assert (one.outcome is Outcome.HOLDS) == (_hires(before, on) == _hires(log, on))


@MANY
@given(STORIES)
def test_the_causes_make_the_whole_difference(random: Random) -> None:
    """What was recorded by then and the causes alone give what the record says now."""
    before, log = _story(random)
    for one in found(log):
        (document,) = one.documents
        causes = [cause.recorded for cause in document.causes]
        if one.outcome is Outcome.HOLDS:
            assert causes == []
            continue
        assert causes
        assert all(before[-1].position < each.position <= log[-1].position for each in causes)
        assert causes == [log[each.position - 1] for each in causes]
        replayed = asked([*before, *causes], one.question.code, one.question.taken_on)
        assert (replayed.value, replayed.rows) == (one.now.value, one.now.rows)


@MANY
@given(STORIES)
def test_each_outcome_is_what_the_figures_say(random: Random) -> None:
    """Under every definition, with and without a fiscal year."""
    before, log = _story(random)
    for one in found(log):
        code, on = one.question.code, one.question.taken_on
        then, now = asked(before, code, on), asked(log, code, on)
        expected = Outcome.HOLDS
        if then.value != now.value:
            expected = Outcome.VALUE
        elif {r for r in then.rows if r.value} != {r for r in now.rows if r.value}:
            expected = Outcome.BREAKDOWN
        assert (one.outcome, one.now) == (expected, now)


@MANY
@given(STORIES)
def test_as_of_a_position_is_what_a_log_of_that_length_says(random: Random) -> None:
    """What came later is not known by then."""
    _, log = _story(random)
    position = random.randint(0, len(log))
    assert found(log, position) == found(log[:position])
