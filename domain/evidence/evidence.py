"""The evidence item: what its record accepts, and what its events make of it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never
from uuid import UUID

from domain.base.command import Holding, Seen
from domain.base.event import opened
from domain.evidence import commands as c
from domain.evidence import events as e
from domain.evidence import rules


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """One registered paper or file: whom it concerns, its digest, its file's, what it shows."""

    person_id: UUID | None
    dated: date
    sha256: str | None = None
    attached: str | None = None
    shown: frozenset[tuple[UUID, int]] = frozenset()


def decide_opening(
    item: EvidenceItem | None, command: c.RegisterEvidence, _seen: Seen
) -> list[e.EvidenceEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.REGISTERED_ALREADY.require(item is None)
    return [e.EvidenceRegistered.model_validate(command.carried())]


def decide(item: EvidenceItem, command: c.EvidenceStep, seen: Seen) -> list[e.EvidenceEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    rules.BEFORE_ITS_DAY.require(item.dated <= command.effective_on)
    match command:
        case c.AttachFile():
            rules.FILE_ATTACHED_ALREADY.require(item.attached is None)
            rules.FILE_DIFFERS.require(item.sha256 in {None, command.sha256})
            return [e.FileAttached.model_validate(command.carried())]
        case c.ShowFact():
            fact = seen.the(Holding, command.shows)
            rules.NO_SUCH_FACT.require(fact and command.fact_version in fact.events)
            rules.SHOWN_ALREADY.require((command.shows, command.fact_version) not in item.shown)
            return [e.FactShown.model_validate(command.carried())]
        case _:
            assert_never(command)


def evolve(item: EvidenceItem | None, event: e.EvidenceEvent) -> EvidenceItem:
    """Fold one effective event into the evidence item."""
    match event:
        case e.EvidenceRegistered():
            return EvidenceItem(event.person_id, event.effective_on, event.sha256)
        case e.FileAttached():
            return replace(opened(item), attached=event.sha256)
        case e.FactShown():
            item = opened(item)
            return replace(item, shown=item.shown | {(event.shows, event.fact_version)})
        case _:
            assert_never(event)


def sound(item: EvidenceItem) -> None:
    """Raise the rule that a mended item breaks."""
    rules.FILE_DIFFERS.require(item.attached is None or item.sha256 in {None, item.attached})
