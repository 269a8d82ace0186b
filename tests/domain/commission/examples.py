"""A commission's events and commands, with everything filled in that a test does not speak of."""

from typing import Any
from uuid import UUID

from domain.base.event import Event
from domain.commission import commands as c
from domain.commission import events as e
from tests.domain.engagement.examples import ENGAGEMENT, GRANT
from tests.domain.worker.examples import HANAKO, TATESHINA, WORKER
from tests.given import day

COMMISSION = UUID(int=0xC2)
TOWN = {"orderer": "town", "orderer_code": "203246"}
WORK = {"content": "議事録3件の文字起こし", "amount": 1000, "delivery_day": "2024-08-30"}
COUNTED = {
    "person_id": HANAKO,
    "municipality": TATESHINA,
    "kind": "digitization",
    "funds": "client",
    "orderer": "town",
}
TERMS = {
    **WORK,
    "place": "共有フォルダに保存",
    "inspect_by": "2024-09-06",
    "payment_due": "2024-09-30",
    "payment_method": "transfer",
}
BEFORE_THE_ACT = {
    "rule_sets": ("contract.1", "public-contract-act.1", "telework-guideline.1"),
    "inspect_limit": "2024-09-09",
}
OFFER = {**WORK, **TOWN, "engagement_id": ENGAGEMENT, "worker_id": WORKER, "ordinal": 1}


def _common(on: str) -> dict[str, Any]:
    return {"effective_on": on, "programme": GRANT}


def offered(on: str = "2024-07-01", **fields: object) -> e.CommissionOffered:
    """Hanako was offered work for 1000 yen."""
    order = {"engagement_number": "E-1", "ordered_in": TATESHINA}
    return e.CommissionOffered.model_validate(_common(on) | COUNTED | OFFER | order | fields)


def accepted(on: str = "2024-07-03", **fields: object) -> e.CommissionAccepted:
    """She accepted, before the Freelance Act was in force."""
    order = {"ordered_in": TATESHINA}
    said = _common(on) | COUNTED | BEFORE_THE_ACT | order | fields
    across = e.is_across(said["ordered_in"], said["municipality"])
    return e.CommissionAccepted.model_validate({"across": across} | said)


def declined(on: str) -> e.CommissionDeclined:
    """She declined."""
    return e.CommissionDeclined.model_validate(_common(on))


def withdrawn(on: str) -> e.OfferWithdrawn:
    """The offer was withdrawn."""
    return e.OfferWithdrawn.model_validate(_common(on))


def stated(on: str = "2024-07-03", **fields: object) -> e.TermsStated:
    """She was told the terms."""
    return e.TermsStated.model_validate(_common(on) | TERMS | BEFORE_THE_ACT | fields)


def changed(on: str, amount: int = 1000) -> e.TermsChanged:
    """The terms changed."""
    return e.TermsChanged.model_validate(
        _common(on) | TERMS | BEFORE_THE_ACT | {"amount": amount, "cause": "client-asked"}
    )


def delivered(on: str, delivery: int = 1, extent: str = "whole", **also: int) -> e.WorkDelivered:
    """She delivered."""
    fields = {"delivery": delivery, "extent": extent, **also}
    return e.WorkDelivered.model_validate(_common(on) | COUNTED | fields)


def passed(on: str, delivery: int = 1) -> e.InspectionPassed:
    """A delivery passed."""
    return e.InspectionPassed.model_validate(_common(on) | COUNTED | {"delivery": delivery})


def failed(on: str, delivery: int = 1) -> e.InspectionFailed:
    """A delivery did not pass."""
    fields = {"delivery": delivery, "cause": "defect"}
    return e.InspectionFailed.model_validate(_common(on) | fields)


def asked_again(on: str, delivery: int = 1) -> e.ReworkRequested:
    """A delivery is to be done again."""
    fields = {"delivery": delivery, "cause": "client-asked", "cost_bearer": "client"}
    return e.ReworkRequested.model_validate(_common(on) | fields)


def paid(on: str, gross: int = 1000, withheld: int = 0) -> e.RemunerationPaid:
    """She was paid."""
    money = {"gross": gross, "withheld": withheld, "transferred": gross - withheld}
    return e.RemunerationPaid.model_validate(_common(on) | COUNTED | money)


def completed(on: str, *, after_rise: bool = False) -> e.CommissionCompleted:
    """The work was done."""
    return e.CommissionCompleted.model_validate(_common(on) | COUNTED | {"after_rise": after_rise})


def cancelled(on: str) -> e.CommissionCancelled:
    """It ended before it was done."""
    return e.CommissionCancelled.model_validate(_common(on) | {"reason": "client-withdrew"})


def voided(on: str, version: int) -> e.CommissionVoided:
    """An entry never took place."""
    return e.CommissionVoided(effective_on=day(on), programme=GRANT, voids=version)


def corrected(on: str, version: int, **now: object) -> e.CommissionCorrected:
    """An entry was wrong."""
    return e.CommissionCorrected(effective_on=day(on), programme=GRANT, corrects=version, now=now)


def offer(on: str = "2024-07-01", **fields: object) -> c.OfferCommission:
    """Offer it to her."""
    return c.OfferCommission.model_validate(OFFER | {"effective_on": on} | fields)


def _of(on: str, **fields: object) -> dict[str, Any]:
    return {"effective_on": on, "commission_id": COMMISSION, **fields}


def accept(on: str) -> c.AcceptOffer:
    """Let her accept."""
    return c.AcceptOffer.model_validate(_of(on))


def decline(on: str) -> c.DeclineOffer:
    """Let her decline."""
    return c.DeclineOffer.model_validate(_of(on))


def withdraw(on: str) -> c.WithdrawOffer:
    """Withdraw the offer."""
    return c.WithdrawOffer.model_validate(_of(on))


def state_terms(on: str, **terms: object) -> c.StateTerms:
    """Tell her the terms."""
    return c.StateTerms.model_validate(_of(on) | TERMS | terms)


def change_terms(on: str, amount: int = 1000) -> c.ChangeTerms:
    """Change the terms."""
    terms = TERMS | {"amount": amount, "cause": "client-asked"}
    return c.ChangeTerms.model_validate(_of(on) | terms)


def deliver(on: str, extent: str = "whole", redoes: int | None = None) -> c.DeliverWork:
    """Let her deliver."""
    return c.DeliverWork.model_validate(_of(on, extent=extent, redoes=redoes))


def let_pass(on: str, delivery: int = 1) -> c.PassInspection:
    """Find a delivery to be as ordered."""
    return c.PassInspection.model_validate(_of(on, delivery=delivery))


def fail(on: str, delivery: int = 1) -> c.FailInspection:
    """Find it not to be as ordered."""
    return c.FailInspection.model_validate(_of(on, delivery=delivery, cause="defect"))


def ask_again(on: str, delivery: int = 1) -> c.RequestRework:
    """Ask for it to be done again."""
    fields = {"delivery": delivery, "cause": "client-asked", "cost_bearer": "client"}
    return c.RequestRework.model_validate(_of(on, **fields))


def pay(on: str, gross: int = 1000, withheld: int = 0) -> c.PayRemuneration:
    """Pay her."""
    money = {"gross": gross, "withheld": withheld, "transferred": gross - withheld}
    return c.PayRemuneration.model_validate(_of(on, **money))


def complete(on: str, worker_id: UUID = WORKER) -> c.CompleteCommission:
    """Say that the work is done."""
    return c.CompleteCommission.model_validate(_of(on, worker_id=worker_id))


def cancel(on: str) -> c.CancelCommission:
    """End it before it is done."""
    return c.CancelCommission.model_validate(_of(on, reason="client-withdrew"))


def void(version: int, on: str = "2025-01-01") -> c.VoidCommissionEntry:
    """Void an entry."""
    return c.VoidCommissionEntry.model_validate(_of(on, version=version))


def correct(
    version: int, on: str = "2025-01-01", *, order: UUID | None = None, **now: object
) -> c.CorrectCommission:
    """Correct an entry; an order is named where the correction is held against it."""
    return c.CorrectCommission.model_validate(
        _of(on, version=version, now=now, engagement_id=order)
    )


ACCEPTED: tuple[Event, ...] = (offered("2024-07-01"), accepted("2024-07-03"))
AGREED: tuple[Event, ...] = (*ACCEPTED, stated("2024-07-03"))
DONE: tuple[Event, ...] = (
    *AGREED,
    delivered("2024-08-01"),
    passed("2024-08-05"),
    completed("2024-08-05"),
)
LIFE: tuple[Event, ...] = (*DONE, paid("2024-09-30", 1000, 102))
"""Offered, accepted, stated, delivered, passed, completed and paid."""
