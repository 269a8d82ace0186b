"""The form of the domain's tests can fail: a test that cannot would prove nothing."""

from typing import Annotated
from uuid import UUID

import pytest

from application.aggregate import Aggregate
from application.registry import AGGREGATE_OF
from domain.base.command import Command, Reads, Seen
from domain.base.event import Event
from domain.base.mend import CORRECTION_INVALID
from domain.base.words import Label
from domain.kpi import rules
from domain.kpi.events import FactCounted
from domain.worker.worker import Worker
from tests.domain.kpi.examples import corrected, count, counted, void
from tests.domain.worker.examples import TATESHINA, WORKER, claimed, moved, registered
from tests.given import day, given

ELSEWHERE = "202177"


def test_expected_events_must_be_those_recorded() -> None:
    """Neither others, nor more, nor fewer."""
    outcome = given().when(count())
    for wrong in ([counted("2024-06-02")], [counted(), counted()], []):
        with pytest.raises(AssertionError):
            outcome.then(*wrong)


def test_an_expected_refusal_must_be_that_refusal() -> None:
    """Neither another rule, nor none, nor an event."""
    with pytest.raises(AssertionError, match="not refused"):
        given().when(count()).refused(rules.COUNTED_ALREADY)
    with pytest.raises(AssertionError):
        given(counted()).when(count()).refused(CORRECTION_INVALID)
    with pytest.raises(AssertionError, match="refused: "):
        given(counted()).when(count()).then()


def test_a_refusal_must_be_one_that_the_command_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """The API documents the refusals of a command: one it does not name would be a surprise."""
    command = count()
    monkeypatch.setattr(type(command), "REFUSALS", ())
    with pytest.raises(AssertionError):
        given(counted()).when(command).refused(rules.COUNTED_ALREADY)


def test_a_stream_that_is_not_there_is_neither_refused_nor_recorded() -> None:
    """Only `not_found` expects it."""
    outcome = given().when(void(1))
    outcome.not_found()
    with pytest.raises(AssertionError, match="does not exist"):
        outcome.then()
    with pytest.raises(AssertionError, match="does not exist"):
        outcome.refused(CORRECTION_INVALID)
    with pytest.raises(AssertionError, match="found"):
        given(counted()).when(void(1)).not_found()


class CountWhereSheLives(Command):
    """Count someone in the municipality of residence."""

    LABEL = Label("住所地で数える", "Count where someone lives")

    worker: Annotated[UUID, Reads("worker"), Label("住民ワーカー", "worker")]


def test_a_decision_sees_other_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    """As their events make them, and only those that were named."""

    def decide(_state: object, command: CountWhereSheLives, seen: Seen) -> list[Event]:
        worker = seen.the(Worker, command.worker)
        home = worker.lives_in(command.effective_on) if worker else None
        return [counted().model_copy(update={"municipality": home})] if home else []

    aggregate = Aggregate(
        "planted",
        "planted",
        Label("試し", "planted"),
        FactCounted,
        CountWhereSheLives,
        decide,
        lambda state, _event: state,
    )
    kind: type[Command] = CountWhereSheLives
    monkeypatch.setitem(AGGREGATE_OF, kind, aggregate)
    command = CountWhereSheLives(effective_on=day("2024-06-01"), worker=WORKER)
    there = counted().model_copy(update={"municipality": ELSEWHERE})

    given().when(command).then()
    given().seeing(WORKER, registered(), moved("2024-06-01", ELSEWHERE)).when(command).then(there)
    given().seeing(WORKER, registered(), moved("2024-06-02", ELSEWHERE)).when(command).then(
        there.model_copy(update={"municipality": TATESHINA})
    )
    given().seeing(UUID(int=9), registered(), claimed("2024-06-01")).when(command).then()


def test_corrections_count_when_a_command_is_decided() -> None:
    """The rules see effective events, as they do in the service."""
    wrong = corrected("2024-07-01", 1, municipality="202126")
    given(counted(), wrong).when(count()).refused(rules.COUNTED_ALREADY)
