"""The evidence item: what its record accepts, and what its events make of it."""

from dataclasses import dataclass
from uuid import UUID

from domain.base.command import Seen
from domain.evidence import commands as c
from domain.evidence import events as e
from domain.evidence import rules


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """One registered paper or file; `person_id` is whom it concerns."""

    person_id: UUID | None


def decide_opening(
    item: EvidenceItem | None, command: c.RegisterEvidence, _seen: Seen
) -> list[e.EvidenceRegistered]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.REGISTERED_ALREADY.require(item is None)
    return [e.EvidenceRegistered.model_validate(command.carried())]


def evolve(_item: EvidenceItem | None, event: e.EvidenceRegistered) -> EvidenceItem:
    """Fold one effective event into the evidence item."""
    return EvidenceItem(event.person_id)
