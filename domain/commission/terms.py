"""What the commands and events of a commission share, and its codes."""

from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from domain.base.event import Day, Fields
from domain.base.fields import Amount, Evidence, Municipality, PersonId, Text, WorkerId
from domain.base.personal import Public
from domain.base.values.codes import parse_corporate_number, parse_municipality_code
from domain.base.words import Code, Label
from domain.engagement import codes
from domain.engagement.commands import EngagementId
from domain.engagement.events import PartyCode

CommissionId = Annotated[UUID, Label("個別委託", "commission")]
Ordinal = Annotated[int, Field(strict=True, ge=1, le=999), Label("連番", "ordinal", "1")]
"""Which commission it is of those that one resident has under one engagement."""
DeliveryNumber = Annotated[int, Field(strict=True, ge=1), Label("納品の番号", "delivery", "1")]
Content = Annotated[
    Text,
    Public("what is to be done, as it stands on an order form"),
    Label("委託内容", "content", "議事録3件の文字起こし"),
]
Stated = Annotated[Amount, Field(gt=0), Label("報酬額（円、税込）", "remuneration in yen", "30000")]
DeliveryDay = Annotated[Day, Label("納品期日", "delivery day", "2024-11-29")]
Gross = Annotated[Amount, Field(gt=0), Label("支払総額（円）", "gross in yen", "30000")]
Withheld = Annotated[Amount, Label("源泉徴収額（円）", "withheld in yen", "3063")]
Transferred = Annotated[Amount, Label("振込額（円）", "transferred in yen", "26937")]


class PaymentMethod(Code):
    """How remuneration is paid."""

    TRANSFER = "transfer", "口座振込", "bank transfer"
    CASH = "cash", "現金", "cash"
    OTHER = "other", "その他", "other"


class Extent(Code):
    """How much of the work a delivery holds."""

    PART = "part", "一部", "part"
    WHOLE = "whole", "全部（残り全部を含む）", "the whole, or all that was left"


class ReworkCause(Code):
    """Why work did not pass, has to be done again, or is to be done on other terms."""

    DEFECT = "defect", "内容の不備", "defect"
    INCOMPLETE = "incomplete", "不足", "incomplete"
    INSTRUCTION_CHANGED = "instruction-changed", "指示の変更", "instruction changed"
    INSTRUCTION_UNCLEAR = "instruction-unclear", "指示の不足", "instruction unclear"
    WORKER_ASKED = "worker-asked", "ワーカーの申出", "the worker asked for it"
    CLIENT_ASKED = "client-asked", "顧客の要望", "the client asked for it"
    OTHER = "other", "その他", "other"


Why = Annotated[ReworkCause, Label("原因", "cause", "defect")]


class Parties(Fields):
    """Who commissions whom: the town, the corporation, or the client where the town introduces.

    `orderer_code` is a municipality code, a corporate number, or the id of the client's record.
    """

    orderer: Annotated[codes.Orderer, Label("委託者", "orderer", "town")]
    orderer_code: PartyCode

    @model_validator(mode="after")
    def _names_the_orderer(self) -> Self:
        # Compared, because a code that is read may be completed or cleaned on the way.
        if self.orderer_code != _PARTIES[self.orderer](self.orderer_code):
            raise ValueError("the orderer's code is not in its usual form")
        return self


def _record_id(code: object) -> str:
    return str(UUID(str(code)))


_PARTIES = {
    codes.Orderer.TOWN: parse_municipality_code,
    codes.Orderer.CORPORATION: parse_corporate_number,
    codes.Orderer.CLIENT: _record_id,
}


class Work(Fields):
    """What is to be done, for how much, until when."""

    content: Content
    amount: Stated
    delivery_day: DeliveryDay


class Offer(Parties, Work):
    """Which work is offered to whom, under which engagement, by whom."""

    engagement_id: EngagementId
    worker_id: WorkerId
    ordinal: Ordinal


class Terms(Work):
    """What a resident is told before the work: the items of a statement of terms.

    The payment is due on a day; "within 60 days" is none.
    """

    place: Annotated[
        Text,
        Public("where and how work is delivered"),
        Label("納品の場所・方法", "place and method", "共有フォルダに保存"),
    ]
    inspect_by: Annotated[Day, Label("検査完了期日", "inspection by", "2024-12-06")]
    payment_due: Annotated[Day, Label("支払期日", "payment due", "2024-12-27")]
    payment_method: Annotated[PaymentMethod, Label("支払方法", "payment method", "transfer")]

    @model_validator(mode="after")
    def _is_inspected_after_delivery(self) -> Self:
        if self.inspect_by < self.delivery_day:
            raise ValueError("nothing is inspected before it is delivered")
        return self


class Delivery(Fields):
    """A part of the work or its whole; `redoes` names the delivery that it takes the place of."""

    extent: Annotated[Extent, Label("納品の範囲", "extent", "whole")]
    redoes: Annotated[DeliveryNumber | None, Label("やり直した納品", "redoes delivery")] = None
    evidence: Evidence | None = None


class Inspected(Fields):
    """Which delivery was looked at."""

    delivery: DeliveryNumber
    evidence: Evidence | None = None


class Payment(Fields):
    """What was paid: the gross is what was withheld and what was transferred."""

    gross: Gross
    withheld: Withheld
    transferred: Transferred
    evidence: Evidence | None = None

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if self.gross != self.withheld + self.transferred:
            raise ValueError("the gross is what was withheld and what was transferred")
        return self


class Counted(Fields):
    """What figures count and group by; every step that may be counted carries it.

    The municipality is the one where the resident lived on the day of the offer.
    """

    person_id: PersonId
    municipality: Municipality
    kind: Annotated[codes.OrderKind, Label("業務の種類", "kind of work", "digitization")]
    funds: Annotated[codes.Funds, Label("財源", "source of funds", "client")]
    orderer: Annotated[codes.Orderer, Label("委託者", "orderer", "town")]
