"""A commission's events as commands record them, one after the other, under an open order."""

from typing import Any

from domain.base.command import Command
from domain.base.event import Event
from domain.commission import commands as c
from domain.commission.law.matters import matters
from tests.domain.commission.examples import COMMISSION, TERMS, offer
from tests.domain.engagement.examples import ENGAGEMENT, inquired, ordered
from tests.domain.worker.examples import WORKER, registered
from tests.given import Given, given, versions

CORPORATION = {"orderer": "corporation", "orderer_code": "9999999999999"}
LATE = "2026-12-28"
FULL = {
    "orderer_name": "架空公社",
    "orderer_address": "架空市架空町1",
    "orderer_contact": "架空係",
    "quantity": "3件",
    "specification": "発話者ごとに改行",
    "rights": "transferred",
    "expense_bearer": "orderer",
    "on_changes": "協議する",
    "on_defects": "一度まで直す",
    "on_personal_data": "終わりに消去する",
}


def played(*commands: Command) -> tuple[Event, ...]:
    """Give the events of commands, the first an offer, that are decided one after the other."""
    first = commands[0]
    assert isinstance(first, c.OfferCommission)
    taken_by = {"contractor": first.orderer.value, "contractor_code": first.orderer_code}
    history: tuple[Event, ...] = ()
    for command in commands:
        outcome = under(*history, taken_by=taken_by).when(command)
        assert outcome.broken is None, f"{type(command).__name__}: {outcome.broken}"
        history = (*history, *outcome.recorded)
    return history


def under(*history: Event, taken_by: dict[str, str] | None = None) -> Given:
    """Say what is recorded of a commission under an open order of a resident on the roll."""
    others = given(*history).seeing(ENGAGEMENT, inquired(), ordered(by=taken_by))
    return others.seeing(WORKER, registered("2024-04-01"))


def asked(kind: type[Command], on: str, **fields: Any) -> Any:  # noqa: ANN401 - as the command has it
    """Ask for something of the commission."""
    return kind.model_validate({"effective_on": on, "commission_id": COMMISSION, **fields})


def entrusted(on: str, until: str, **fields: Any) -> tuple[Command, ...]:  # noqa: ANN401
    """Let work be offered and accepted on a day, to be delivered until another."""
    return (
        offer(on, delivery_day=until, **{**CORPORATION, **fields}),
        asked(c.AcceptOffer, on),
    )


def terms(on: str, until: str, due: str | None, **fields: Any) -> c.StateTerms:  # noqa: ANN401
    """State full terms; the inspection may take its time unless `inspect_by` says when."""
    told = {**TERMS, **FULL, "inspect_by": LATE, "delivery_day": until, "payment_due": due}
    made: c.StateTerms = asked(c.StateTerms, on, **{**told, **fields})
    return made


def found(*history: Event) -> list[tuple[int, str]]:
    """Give the matters of a history: the version and the code of the rule."""
    return [(one.version, one.check.code) for one in matters(versions(*history))]
