"""The novation of one contract: what the record accepts, and what its events make of it."""

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from domain.base.command import Seen
from domain.commission.state import Commission
from domain.contract.state import Contract
from domain.corporation import commands as c
from domain.corporation import events as e
from domain.corporation import rules
from domain.corporation.corporation import Corporation
from domain.corporation.events import Subject
from domain.engagement.engagement import Engagement


@dataclass(frozen=True, slots=True)
class Novation:
    """A novation: from which day on, and to the corporation of which number."""

    since: date
    to: str


def decide_opening(
    novation: Novation | None, command: c.Novate, seen: Seen
) -> list[e.ContractNovated]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.NOVATED_ALREADY.require(novation is None)
    corporation = seen.the(Corporation, command.corporation_id)
    if corporation is None or not corporation.founded_by(command.effective_on):
        rules.NOT_FOUNDED.broken()
    found = _ordered_by(command, seen)
    if found is None:
        rules.SUBJECT_UNKNOWN.broken()
    kind, programme, orderer, code = found
    before = (command.from_kind.value, command.from_code)
    rules.NOT_THE_ORDERER.require(before == (orderer, code or command.from_code))
    of = {"programme": programme, "subject_kind": kind, "to_code": corporation.number}
    return [e.ContractNovated.model_validate(command.carried() | of)]


def _ordered_by(command: c.Novate, seen: Seen) -> tuple[Subject, str, str, str | None] | None:
    """Give what it is, its programme and who ordered it; not all records keep the code."""
    stream = command.subject_id
    match command:
        case c.NovateContract():
            contract = seen.the(Contract, stream)
            if contract is None:
                return None
            of = (contract.orderer.value, contract.orderer_code)
            return Subject.CONTRACT, contract.programme, *of
        case c.NovateEngagement():
            engagement = seen.the(Engagement, stream)
            if engagement is None or engagement.contractor is None:
                return None
            return Subject.ENGAGEMENT, engagement.programme, engagement.contractor.value, None
        case c.NovateCommission():
            commission = seen.the(Commission, stream)
            if commission is None:
                return None
            return Subject.COMMISSION, commission.programme, commission.orderer.value, None
        case _:
            assert_never(command)


def evolve(_novation: Novation | None, event: e.ContractNovated) -> Novation:
    """Fold one effective event into the novation."""
    return Novation(event.effective_on, event.to_code)
