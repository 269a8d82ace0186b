"""The received file: what its record accepts, and what its events make of it."""

from dataclasses import dataclass

from domain.base.command import Seen
from domain.evidence import commands as c
from domain.evidence import events as e
from domain.evidence import rules


@dataclass(frozen=True, slots=True)
class Intake:
    """One file that was received for one kind of import."""

    sha256: str


def decide_opening(
    intake: Intake | None, command: c.ReceiveImport, _seen: Seen
) -> list[e.ImportReceived]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.RECEIVED_ALREADY.require(intake is None)
    return [e.ImportReceived.model_validate(command.carried())]


def evolve(_intake: Intake | None, event: e.ImportReceived) -> Intake:
    """Fold one effective event into the received file."""
    return Intake(event.sha256)
