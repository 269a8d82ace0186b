"""What the steps of a commission say, from the delivery to the payment and the end."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from domain.base.event import Day, Fields
from domain.base.fields import Amount, Evidence, Municipality, PersonId
from domain.base.words import Label
from domain.commission.codes import Answer, Conduct, Extent, Reduction, ReworkCause
from domain.engagement import codes

DeliveryNumber = Annotated[int, Field(strict=True, ge=1), Label("納品の番号", "delivery", "1")]
Gross = Annotated[Amount, Field(gt=0), Label("支払総額（円）", "gross in yen", "30000")]
Withheld = Annotated[Amount, Label("源泉徴収額（円）", "withheld in yen", "3063")]
Transferred = Annotated[Amount, Label("振込額（円）", "transferred in yen", "26937")]
Why = Annotated[ReworkCause, Label("原因", "cause", "defect")]


class Delivery(Fields):
    """A part of the work or its whole; `redoes` names the delivery that it takes the place of.

    `amount` is what of the remuneration belongs to a part; it is paid by a due date of its own.
    """

    extent: Annotated[Extent, Label("納品の範囲", "extent", "whole")]
    redoes: Annotated[DeliveryNumber | None, Label("やり直した納品", "redoes delivery")] = None
    amount: Annotated[
        Annotated[Amount, Field(gt=0)] | None,
        Label("この納品分の報酬（円）", "of it for this in yen", "10000"),
    ] = None
    evidence: Evidence | None = None


class Inspected(Fields):
    """Which delivery was looked at."""

    delivery: DeliveryNumber
    evidence: Evidence | None = None


class Payment(Fields):
    """What was paid: the gross is what was withheld, transferred, and deducted as transfer fee.

    `reduced` is what of the stated remuneration will not be paid, and belongs to no gross.
    """

    gross: Gross
    withheld: Withheld
    transferred: Transferred
    evidence: Evidence | None = None
    transfer_fee: Annotated[
        Amount, Label("差し引いた振込手数料（円）", "transfer fee in yen", "440")
    ] = 0
    reduced: Annotated[Amount, Label("減額（円）", "reduced in yen", "1000")] = 0
    reduced_for: Annotated[Reduction | None, Label("減額の理由", "reduced for", "defect")] = None

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if self.gross != self.withheld + self.transferred + self.transfer_fee:
            raise ValueError("the gross is what was withheld and what was transferred")
        if bool(self.reduced) is (self.reduced_for is None):
            raise ValueError("what is reduced has a reason, and a reason reduces something")
        return self


class Claim(Fields):
    """How much the resident claimed."""

    amount: Annotated[Amount, Field(gt=0), Label("請求額（円）", "claimed in yen", "30000")]
    evidence: Evidence | None = None


class Notice(Fields):
    """On which day the commission, or its renewal, is to end."""

    ends_on: Annotated[Day, Label("終わる日", "ends on", "2025-02-28")]


class Answered(Fields):
    """How a request for consideration was answered."""

    answer: Annotated[Answer, Label("回答", "answer", "given")]


class Conducted(Fields):
    """Which act it was."""

    conduct: Annotated[Conduct, Label("行為", "act", "benefit")]


class Counted(Fields):
    """What figures count and group by; every step that may be counted carries it.

    The municipality is the one where the resident lived on the day of the offer.
    """

    person_id: PersonId
    municipality: Municipality
    kind: Annotated[codes.OrderKind, Label("業務の種類", "kind of work", "digitization")]
    funds: Annotated[codes.Funds, Label("財源", "source of funds", "client")]
    orderer: Annotated[codes.Orderer, Label("委託者", "orderer", "town")]
