"""An order's events and commands, with everything filled in that a test does not speak of."""

from uuid import UUID

from domain.base.event import Event
from domain.engagement import commands as c
from domain.engagement import events as e
from tests.domain.client.examples import CLIENT
from tests.given import day

ENGAGEMENT = UUID(int=0xE2)
GRANT = "grant:dx-r6"
ORIGIN = {"kind": "digitization", "funds": "client", "municipality": "203246"}
INQUIRY = {**ORIGIN, "number": "E-1", "client_id": CLIENT, "title": "議事録の文字起こし"}
TOWN = {"contractor": "town", "contractor_code": "203246"}
RESIDENTS = {"contractor": "residents"}


def _common(on: str) -> dict[str, object]:
    return {"effective_on": on, "programme": GRANT}


def inquired(on: str = "2024-06-01", *, number: str = "E-1") -> e.InquiryReceived:
    """A client asked."""
    return e.InquiryReceived.model_validate(_common(on) | INQUIRY | {"number": number})


def estimated(on: str = "2024-06-05", amount: int = 1000) -> e.EstimateGiven:
    """So many yen were estimated."""
    return e.EstimateGiven.model_validate(_common(on) | {"amount": amount, "tax": "standard"})


def ordered(
    on: str = "2024-06-10", amount: int = 1000, *, by: dict[str, str] | None = None
) -> e.OrderReceived:
    """The client ordered; the town takes the order unless told otherwise."""
    order = {"amount": amount, "tax": "standard", "due_day": "2024-12-20"}
    return e.OrderReceived.model_validate(_common(on) | ORIGIN | order | (by or TOWN))


def changed(on: str, amount: int = 1000) -> e.OrderChanged:
    """Another amount was agreed on."""
    order = {"amount": amount, "tax": "standard", "due_day": "2024-12-20"}
    return e.OrderChanged.model_validate(_common(on) | order)


def standing(
    on: str = "2024-06-10", due_day: str = "2024-06-30", **more: object
) -> e.OrderReceived:
    """The client ordered for every month."""
    order = {"amount": 1000, "tax": "standard", "due_day": due_day, "rhythm": "monthly"}
    return e.OrderReceived.model_validate(_common(on) | ORIGIN | order | TOWN | more)


def continued(on: str, due_day: str, amount: int = 1000) -> e.OrderContinued:
    """A month more was ordered."""
    order = {"amount": amount, "tax": "standard", "due_day": due_day}
    return e.OrderContinued.model_validate(_common(on) | ORIGIN | order)


def invoiced(on: str, amount: int = 1000, number: str = "I-1", **stated: object) -> e.InvoiceIssued:
    """So many yen were invoiced."""
    fields = {"invoice_number": number, "amount": amount}
    return e.InvoiceIssued.model_validate(_common(on) | ORIGIN | fields | stated)


def attributed(on: str, source: str = "referral", **which: object) -> e.EngagementAttributed:
    """It was found out what the order came of."""
    return e.EngagementAttributed.model_validate(_common(on) | ORIGIN | {"source": source} | which)


def received(on: str, amount: int = 1000, number: str = "I-1") -> e.MoneyReceived:
    """So many yen came in."""
    fields = {"invoice_number": number, "amount": amount}
    return e.MoneyReceived.model_validate(_common(on) | ORIGIN | fields)


def cancelled(on: str, reason: str = "client-withdrew") -> e.EngagementCancelled:
    """It came to nothing."""
    return e.EngagementCancelled.model_validate(_common(on) | {"reason": reason})


def closed(on: str) -> e.EngagementClosed:
    """All was done."""
    return e.EngagementClosed.model_validate(_common(on))


def voided(on: str, version: int) -> e.EngagementVoided:
    """An entry never took place."""
    return e.EngagementVoided(effective_on=day(on), programme=GRANT, voids=version)


def corrected(on: str, version: int, **now: object) -> e.EngagementCorrected:
    """An entry was wrong."""
    return e.EngagementCorrected(effective_on=day(on), programme=GRANT, corrects=version, now=now)


def ask(on: str = "2024-06-01", programme: str = GRANT) -> c.ReceiveInquiry:
    """Let a client ask."""
    fields = INQUIRY | {"effective_on": on, "programme": programme}
    return c.ReceiveInquiry.model_validate(fields)


def estimate(on: str) -> c.GiveEstimate:
    """Estimate 1000 yen."""
    fields = {"effective_on": on, "amount": 1000, "tax": "standard"}
    return c.GiveEstimate.model_validate({"engagement_id": ENGAGEMENT, **fields})


def order(on: str, due_day: str = "2024-12-20", by: dict[str, str] | None = None) -> c.ReceiveOrder:
    """Let the client order for 1000 yen."""
    fields = {"effective_on": on, "amount": 1000, "tax": "standard", "due_day": due_day}
    return c.ReceiveOrder.model_validate(
        {"engagement_id": ENGAGEMENT, **fields, **(TOWN if by is None else by)}
    )


def change(on: str, amount: int = 1000, due_day: str = "2024-12-20") -> c.ChangeOrder:
    """Agree on something else."""
    fields = {"effective_on": on, "amount": amount, "tax": "standard", "due_day": due_day}
    return c.ChangeOrder.model_validate({"engagement_id": ENGAGEMENT, **fields})


def go_on(on: str) -> c.ContinueStandingOrder:
    """Order a month more."""
    return c.ContinueStandingOrder(effective_on=day(on), engagement_id=ENGAGEMENT)


def invoice(on: str, amount: int = 1000, number: str = "I-1", **stated: object) -> c.IssueInvoice:
    """Invoice so many yen."""
    fields = {"effective_on": on, "invoice_number": number, "amount": amount} | stated
    return c.IssueInvoice.model_validate({"engagement_id": ENGAGEMENT, **fields})


def attribute(on: str, source: str = "referral", **which: object) -> c.AttributeEngagement:
    """Say what the order came of."""
    fields = {"effective_on": on, "source": source} | which
    return c.AttributeEngagement.model_validate({"engagement_id": ENGAGEMENT, **fields})


def receive(on: str, amount: int = 1000, number: str = "I-1") -> c.ReceiveMoney:
    """Receive so many yen."""
    fields = {"effective_on": on, "invoice_number": number, "amount": amount}
    return c.ReceiveMoney.model_validate({"engagement_id": ENGAGEMENT, **fields})


def cancel(on: str) -> c.CancelEngagement:
    """Let it come to nothing."""
    fields = {"effective_on": on, "reason": "client-withdrew"}
    return c.CancelEngagement.model_validate({"engagement_id": ENGAGEMENT, **fields})


def close(on: str) -> c.CloseEngagement:
    """Say that all was done."""
    return c.CloseEngagement(effective_on=day(on), engagement_id=ENGAGEMENT)


def void(version: int, on: str = "2025-01-01") -> c.VoidEngagementEntry:
    """Void an entry."""
    return c.VoidEngagementEntry(effective_on=day(on), engagement_id=ENGAGEMENT, version=version)


def correct(version: int, on: str = "2025-01-01", **now: object) -> c.CorrectEngagement:
    """Correct an entry."""
    return c.CorrectEngagement(
        effective_on=day(on), engagement_id=ENGAGEMENT, version=version, now=now
    )


OPEN: tuple[Event, ...] = (inquired(), ordered())
LIFE: tuple[Event, ...] = (
    inquired("2024-06-01"),
    estimated("2024-06-05"),
    ordered("2024-06-10"),
    invoiced("2024-07-01", 600),
    received("2024-07-31", 600),
    invoiced("2024-08-01", 400, "I-2"),
    received("2024-08-31", 400, "I-2"),
    closed("2024-09-01"),
)
"""Asked, estimated, ordered, invoiced and received in two parts, and closed."""
