"""What can be asked to be recorded of one order of a client."""

from typing import Annotated
from uuid import UUID

from domain.base.command import Annul, Command, Correct, Reads
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.words import Label
from domain.client import rules as client
from domain.client.events import ClientId
from domain.engagement import rules
from domain.engagement.events import (
    Agreement,
    Attribution,
    Billed,
    Cancellation,
    Contract,
    EngagementCorrected,
    EngagementVoided,
    Inquiry,
    Invoiced,
    Order,
    Price,
    Upstream,
)

EngagementId = Annotated[UUID, Label("受注案件", "engagement")]


class ReceiveInquiry(Inquiry, Command):
    """Record that a client asked whether work could be done."""

    LABEL = Label("引き合いを記録する", "Receive an inquiry")
    HAPPENED = True
    REFUSALS = (rules.ALREADY_RECEIVED, rules.NEEDS_PROGRAMME, client.NOT_REGISTERED)

    client_id: Annotated[ClientId, Reads("client")]

    def opens(self) -> str:
        """One stream for each order number."""
        return self.number


class OfEngagement(Command):
    """A command on one engagement."""

    TARGET = "engagement_id"

    engagement_id: EngagementId


class GiveEstimate(Price, OfEngagement):
    """Record what the client was told that the work would cost."""

    LABEL = Label("見積りを記録する", "Give an estimate")
    REFUSALS = (rules.ENDED, rules.BEFORE_EARLIER_STEP, rules.ORDERED_ALREADY)


class ReceiveOrder(Upstream, Agreement, Contract, OfEngagement):
    """Record that the client ordered the work, with or without an estimate before."""

    LABEL = Label("受注を記録する", "Receive an order")
    HAPPENED = True
    REFUSALS = (
        rules.ENDED,
        rules.BEFORE_EARLIER_STEP,
        rules.ORDERED_ALREADY,
        rules.DUE_BEFORE_ORDER,
    )


class ChangeOrder(Upstream, Order, OfEngagement):
    """Record another amount or due day that was agreed on with the client.

    Of a standing order it changes the latest month, and the terms for those to come.
    """

    LABEL = Label("受注を変更する", "Change an order")
    REFUSALS = (
        rules.ENDED,
        rules.NOT_ORDERED,
        rules.BEFORE_EARLIER_STEP,
        rules.DUE_BEFORE_ORDER,
        rules.ORDER_BELOW_INVOICED,
    )


class ContinueStandingOrder(OfEngagement):
    """Place a standing order for one month more.

    Amount and tax are those of the month before, and the due day is moved by a month, or to the
    next month that is not over yet. Work for residents is not decided by it: it has to be offered
    and accepted anew.
    """

    LABEL = Label("継続の受注を翌月に進める", "Continue a standing order")
    REFUSALS = (
        rules.ENDED,
        rules.NOT_ORDERED,
        rules.BEFORE_EARLIER_STEP,
        rules.NOT_STANDING,
        rules.CONTINUED_ALREADY,
    )


class IssueInvoice(Billed, OfEngagement):
    """Record an invoice to the client, for the whole order or a part."""

    LABEL = Label("請求を記録する", "Issue an invoice")
    REFUSALS = (
        rules.ENDED,
        rules.NOT_ORDERED,
        rules.BEFORE_EARLIER_STEP,
        rules.CLIENT_PAYS_RESIDENTS,
        rules.INVOICE_NUMBER_USED,
        rules.MORE_THAN_ORDERED,
        rules.PAYMENT_DUE_BEFORE_INVOICE,
    )


class ReceiveMoney(Invoiced, OfEngagement):
    """Record what came in for an invoice; what was invoiced is owed after a cancellation too."""

    LABEL = Label("入金を記録する", "Receive money")
    HAPPENED = True
    REFUSALS = (rules.NO_SUCH_INVOICE, rules.BEFORE_EARLIER_STEP, rules.MORE_THAN_INVOICED)


class AttributeEngagement(Attribution, OfEngagement):
    """Record what an order came of; known at once or found out later, after the end too."""

    LABEL = Label("受注のきっかけを記録する", "Attribute an engagement to its source")
    REFUSALS = (rules.BEFORE_EARLIER_STEP, rules.ATTRIBUTED_ALREADY)


class CancelEngagement(Cancellation, OfEngagement):
    """Record that an inquiry or order came to nothing."""

    LABEL = Label("案件を取りやめる", "Cancel an engagement")
    REFUSALS = (rules.ENDED, rules.BEFORE_EARLIER_STEP, rules.HAS_OPEN_COMMISSIONS)
    DEPENDENTS = "commission"


class CloseEngagement(OfEngagement):
    """Record that all of an order was done, invoiced, received and paid."""

    LABEL = Label("案件を完了する", "Close an engagement")
    REFUSALS = (
        rules.ENDED,
        rules.NOT_ORDERED,
        rules.BEFORE_EARLIER_STEP,
        rules.HAS_OPEN_COMMISSIONS,
        rules.HAS_UNPAID_COMMISSIONS,
        rules.NOT_SETTLED,
    )
    DEPENDENTS = "commission"


class CorrectEngagement(OfEngagement, Correct):
    """Put right what was recorded of an engagement."""

    LABEL = Label("案件の記録を訂正する", "Correct an engagement entry")
    REFUSALS = (
        *MEND_RULES,
        rules.BEFORE_EARLIER_STEP,
        rules.DUE_BEFORE_ORDER,
        rules.MORE_THAN_ORDERED,
        rules.MORE_THAN_INVOICED,
        rules.NOT_STANDING,
        rules.PAYMENT_DUE_BEFORE_INVOICE,
        rules.OFFERED_BEFORE_ORDER,
    )
    EVENT = EngagementCorrected
    DEPENDENTS = "commission"


class VoidEngagementEntry(OfEngagement, Annul):
    """Record that an estimate, a month more, an invoice, money or a source never was."""

    LABEL = Label("案件の記録を取り消す", "Void an engagement entry")
    REFUSALS = (*VOID_RULES, rules.MORE_THAN_INVOICED, rules.MORE_THAN_ORDERED)
    EVENT = EngagementVoided


EngagementStep = (
    GiveEstimate
    | ReceiveOrder
    | ChangeOrder
    | ContinueStandingOrder
    | IssueInvoice
    | ReceiveMoney
    | AttributeEngagement
    | CancelEngagement
    | CloseEngagement
)
"""What is decided on an engagement whose inquiry was received."""
EngagementCommand = ReceiveInquiry | EngagementStep | CorrectEngagement | VoidEngagementEntry
