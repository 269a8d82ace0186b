"""Mistakes found in what was entered lately: corrected, voided, and mended once more."""

from typing import Any, Final

from application.recorded import Reason
from application.registry import AGGREGATES
from domain.base.command import Annul, Correct
from domain.base.event import Event, reached, voided
from domain.base.rule import RuleBroken
from domain.evidence.events import Paper
from domain.expenditure.events import Money
from domain.kpi.events import Counted
from domain.mentorship.events import Holding, Plan
from domain.worker.events import SkillLevel
from tests.made_up.agenda import Life
from tests.made_up.desk import Desk
from tests.made_up.places import CODES
from tests.made_up.stream import Stream

_COMMANDS = [kind for aggregate in AGGREGATES.values() for kind in aggregate.command_types()]
_EVENTS = [event for aggregate in AGGREGATES.values() for event in aggregate.event_types()]
CORRECTS: Final = {
    event: [kind for kind in _COMMANDS if issubclass(kind, Correct) and event in kind.EVENT.MENDS]
    for event in _EVENTS
}
VOIDS: Final = {
    event: [kind for kind in _COMMANDS if issubclass(kind, Annul) and event in kind.EVENT.MENDS]
    for event in _EVENTS
}


def mend(desk: Desk) -> Life:
    """Correct or void an entry; sometimes the mending is then found to be wrong itself."""
    chance = desk.chance
    if not desk.at_rest:
        return
    stream = chance.choice(desk.at_rest[chance.choice(list(desk.at_rest))])
    last = len(stream.history)
    if chance.comes(0.3):
        _void(desk, stream, max(1, last - chance.randint(0, 2)))
        return
    if not _correct(desk, stream, chance.randint(1, last)) or chance.comes(0.6):
        return
    mended = len(stream.history)
    yield desk.today + chance.days(1, 30)
    if chance.comes(0.5):
        _correct(desk, stream, mended)
    elif _void(desk, stream, mended) and chance.comes(0.5):
        voiding = len(stream.history)
        yield desk.today + chance.days(1, 30)
        _void_voiding(desk, stream, voiding)


def _correct(desk: Desk, stream: Stream, version: int) -> bool:
    reached = _reached(stream, version)
    kinds = CORRECTS.get(type(reached), ())
    return any(
        desk.ask(stream, kind, desk.today, version=version, now=_now(desk, reached))
        for kind in kinds
    )


def _void(desk: Desk, stream: Stream, version: int) -> bool:
    # What opened a record that others look at was no mistake.
    if version == 1 and stream.relied_on:
        return False
    kinds = VOIDS.get(type(_reached(stream, version)), ())
    return any(desk.ask(stream, kind, desk.today, version=version) for kind in kinds)


def _void_voiding(desk: Desk, stream: Stream, version: int) -> None:
    # No command asks for it, but what holds of a stream is defined for it as well, and whoever
    # reads a log has to take it like everybody else.
    voiding = stream.history[version - 1][1]
    if version in voided(stream.history):
        return
    event = type(voiding).model_validate(
        {"effective_on": desk.today, "programme": voiding.programme, "voids": version}
    )
    after = stream.aggregate.fold([*stream.history, (len(stream.history) + 1, event)])
    if after is None:
        return
    try:
        stream.aggregate.sound(after)
    except RuleBroken:
        return
    desk.say(stream, event, Reason.MISTAKE)


def _reached(stream: Stream, version: int) -> Event:
    return stream.history[reached(stream.history).get(version, version) - 1][1]


def _now(desk: Desk, event: Event) -> dict[str, Any]:
    chance = desk.chance
    match event:
        case SkillLevel():
            return {"level": chance.randint(0, 7)}
        case Money():
            return {"amount": max(1, event.amount - chance.thousands(1, 3))}
        case Counted():
            return {"municipality": chance.choice(CODES)}
        case Paper():
            return {"document_number": f"架企第{chance.randint(1, 9999)}号"}
        case Holding() | Plan():
            return {"minutes": chance.randint(20, 100)}
        case _:
            return {"effective_on": event.effective_on - chance.days(1, 6)}
