"""The consortium: what its record accepts, and what its events make of it."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import assert_never

from domain.base.command import Seen
from domain.base.days import said_on
from domain.base.event import opened
from domain.consortium import commands as c
from domain.consortium import events as e
from domain.consortium import rules


@dataclass(frozen=True, slots=True)
class Consortium:
    """Its names, each from its day on, and the days of the versions of its agreement.

    `amended` names for each version that amends another which one that is.
    """

    names: tuple[tuple[date, str], ...]
    agreement: dict[int, date] = field(default_factory=dict)
    amended: dict[int, int] = field(default_factory=dict)

    def name_on(self, day: date) -> str | None:
        """Give its name on `day`; None before it was formed."""
        return said_on(self.names, day)


def decide_opening(
    consortium: Consortium | None, command: c.FormConsortium, _seen: Seen
) -> list[e.ConsortiumEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.FORMED_ALREADY.require(consortium is None)
    return [e.ConsortiumFormed.model_validate(command.carried())]


def decide(
    consortium: Consortium, command: c.ConsortiumStep, _seen: Seen
) -> list[e.ConsortiumEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    day = command.effective_on
    name = consortium.name_on(day)
    rules.NOT_FORMED.require(name is not None)
    match command:
        case c.RenameConsortium():
            rules.SAME_NAME.require(command.name != name)
            return [e.ConsortiumRenamed.model_validate(command.carried())]
        case c.ConcludeAgreement():
            new = command.agreement_version
            rules.VERSION_CONCLUDED_ALREADY.require(new not in consortium.agreement)
            sound(replace(consortium, agreement=consortium.agreement | {new: day}))
            return [e.AgreementConcluded.model_validate(command.carried())]
        case c.AmendAgreement():
            rules.VERSION_CONCLUDED_ALREADY.require(
                command.agreement_version not in consortium.agreement
            )
            event = e.AgreementAmended.model_validate(command.carried())
            sound(evolve(consortium, event))
            return [event]
        case _:
            assert_never(command)


def evolve(consortium: Consortium | None, event: e.ConsortiumEvent) -> Consortium:
    """Fold one effective event into the consortium."""
    day = event.effective_on
    if isinstance(event, e.ConsortiumFormed):
        return Consortium(((day, event.name),))
    consortium = opened(consortium)
    match event:
        case e.ConsortiumRenamed():
            return replace(consortium, names=(*consortium.names, (day, event.name)))
        case e.AgreementConcluded():
            concluded = consortium.agreement | {event.agreement_version: day}
            return replace(consortium, agreement=concluded)
        case e.AgreementAmended():
            concluded = consortium.agreement | {event.agreement_version: day}
            amended = consortium.amended | {event.agreement_version: event.amends}
            return replace(consortium, agreement=concluded, amended=amended)
        case _:
            assert_never(event)


def sound(consortium: Consortium) -> None:
    """Raise the rule that a mended record of the consortium would break."""
    for version, before in consortium.amended.items():
        rules.VERSION_UNKNOWN.require(before < version and before in consortium.agreement)
    days = [day for _, day in sorted(consortium.agreement.items())]
    rules.VERSIONS_OUT_OF_ORDER.require(days == sorted(days))
