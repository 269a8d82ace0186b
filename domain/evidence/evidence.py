"""The evidence item: what its record accepts, and what its events make of it."""

from dataclasses import dataclass
from typing import assert_never
from uuid import UUID

from domain.base.command import Seen
from domain.base.event import Correction, Void
from domain.evidence import commands as c
from domain.evidence import events as e
from domain.evidence import rules


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """One registered paper or file; `person_id` is whom it concerns."""

    person_id: UUID | None


def decide(
    item: EvidenceItem | None, command: c.EvidenceCommand, _seen: Seen
) -> list[e.EvidenceEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    match command:
        case c.RegisterEvidence():
            rules.REGISTERED_ALREADY.require(item is None)
            return [e.EvidenceRegistered.model_validate(command.carried())]
        case c.CorrectEvidence() | c.VoidEvidence():
            msg = "mending is decided in domain.base.mend"
            raise TypeError(msg)
        case _:
            assert_never(command)


def evolve(item: EvidenceItem | None, event: e.EvidenceEvent) -> EvidenceItem | None:
    """Fold one effective event into the evidence item."""
    match event:
        case e.EvidenceRegistered():
            return EvidenceItem(event.person_id)
        case Correction() | Void():
            return item
        case _:
            assert_never(event)
