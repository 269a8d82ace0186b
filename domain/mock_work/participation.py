"""A worker's part in mock work: what its record accepts, and what its events make of it."""

from dataclasses import replace
from datetime import date
from typing import assert_never

from domain.base.command import Seen
from domain.base.event import opened
from domain.mock_work import commands as c
from domain.mock_work import events as e
from domain.mock_work import rules
from domain.mock_work.state import MockTask, Participation, taking_part
from domain.worker.worker import Worker


def decide_opening(
    participation: Participation | None, command: c.JoinMockTask, seen: Seen
) -> list[e.ParticipationEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    day = command.effective_on
    rules.JOINED_ALREADY.require(participation is None)
    worker = seen.the(Worker, command.worker_id)
    if worker is None or not worker.on_roll(day):
        rules.WORKER_NOT_ON_ROLL.broken()
    task = seen.the(MockTask, command.task_id)
    if task is None or not task.open_on(day):
        rules.NOT_OPEN.broken()
    rules.FULL.require(len(taking_part(seen)) < task.capacity)
    counted = {
        "task_number": task.number,
        "person_id": worker.person_id,
        "municipality": worker.lives_in(day),
        "programme": task.programme,
    }
    return [e.MockTaskJoined.model_validate(command.carried() | counted)]


def decide(
    participation: Participation, command: c.ParticipationStep, _seen: Seen
) -> list[e.ParticipationEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    day = command.effective_on
    fields = command.carried() | participation.counted | {"programme": participation.programme}
    if isinstance(command, c.GiveSupport):
        ended = participation.over or date.max
        rules.OUTSIDE_PARTICIPATION.require(participation.joined_on <= day <= ended)
        own = command.supporter == participation.counted["person_id"]
        rules.OWN_SUPPORT.require(not own)
        return [e.SupportGiven.model_validate(fields)]
    rules.PARTICIPATION_OVER.require(participation.over is None)
    last = max((participation.joined_on, *participation.steps))
    rules.OUTSIDE_PARTICIPATION.require(last <= day)
    match command:
        case c.CompleteMockTask():
            rules.WENT_TO_A_CLIENT.require(command.use is e.ResultUse.PRACTICE)
            return [e.MockTaskCompleted.model_validate(fields)]
        case c.DropMockTask():
            return [e.MockTaskDropped.model_validate(fields)]
        case _:
            assert_never(command)


def sound(participation: Participation) -> None:
    """Raise the rule that a mended participation would break."""
    first, last = participation.joined_on, participation.over or date.max
    rules.OUTSIDE_PARTICIPATION.require(first <= last)
    rules.OUTSIDE_PARTICIPATION.require(all(first <= on <= last for on in participation.steps))
    rules.OWN_SUPPORT.require(participation.counted["person_id"] not in participation.supporters)
    rules.WENT_TO_A_CLIENT.require(participation.use is e.ResultUse.PRACTICE)


def evolve(participation: Participation | None, event: e.ParticipationEvent) -> Participation:
    """Fold one effective event into the participation."""
    day = event.effective_on
    if isinstance(event, e.MockTaskJoined):
        counted = {name: getattr(event, name) for name in e.Counted.model_fields}
        return Participation(counted, event.programme, day)
    participation = opened(participation)
    match event:
        case e.SupportGiven():
            return replace(
                participation,
                supporters=participation.supporters | {event.supporter},
                steps=(*participation.steps, day),
            )
        case e.MockTaskCompleted():
            return replace(participation, completed_on=day, use=event.use)
        case e.MockTaskDropped():
            return replace(participation, dropped_on=day)
        case _:
            assert_never(event)
