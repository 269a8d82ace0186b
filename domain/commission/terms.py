"""What the commands and events of a commission share, and its codes."""

from collections.abc import Mapping
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from domain.base.event import Day, Fields
from domain.base.fields import Amount, Evidence, Municipality, PersonId, Text, WorkerId
from domain.base.personal import Public
from domain.base.values.codes import (
    in_usual_form,
    parse_corporate_number,
    parse_municipality_code,
    parse_record_id,
)
from domain.base.words import Code, Label
from domain.commission.law.due import Agreed, MonthlyClosing
from domain.commission.law.rule_sets import RuleSetId
from domain.engagement import codes
from domain.engagement.commands import EngagementId
from domain.engagement.events import CostBearer, PartyCode, UpstreamDue

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
DayOfMonth = Annotated[int, Field(strict=True, ge=1, le=31)]
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


FAULT_OF_WORKER = frozenset({ReworkCause.DEFECT, ReworkCause.INCOMPLETE})
"""Causes for which the redelivered work counts as what was received."""
BY_THE_WORKER = FAULT_OF_WORKER | {ReworkCause.WORKER_ASKED}
"""Causes of a change or of rework that lie with the worker."""
Why = Annotated[ReworkCause, Label("原因", "cause", "defect")]


class Parties(Fields):
    """Who commissions whom: the town, the corporation, or the client where the town introduces.

    `orderer_code` is a municipality code, a corporate number, or the id of the client's record.
    """

    orderer: Annotated[codes.Orderer, Label("委託者", "orderer", "town")]
    orderer_code: PartyCode

    @model_validator(mode="after")
    def _names_the_orderer(self) -> Self:
        in_usual_form(self.orderer_code, _PARTIES[self.orderer])
        return self


_PARTIES = {
    codes.Orderer.TOWN: parse_municipality_code,
    codes.Orderer.CORPORATION: parse_corporate_number,
    codes.Orderer.CLIENT: parse_record_id,
}


class Subject(Code):
    """What is entrusted: some rules are about deliverables only."""

    DELIVERABLE = "deliverable", "成果物の作成", "a deliverable"
    SERVICE = "service", "役務の提供", "a service"


class ClosedDays(Code):
    """When it is paid if the due date is a closed day of banks."""

    BEFORE = "before", "休業日の前に支払う", "before the closed days"
    AFTER = "after", "休業日の後に支払う（書面で合意）", "after them, agreed in writing"


class Rights(Code):
    """What becomes of intellectual property in the work."""

    NONE = "none", "知的財産は生じない", "there is none"
    KEPT = "kept", "ワーカーに残る", "the worker keeps it"
    LICENSED = "licensed", "利用を許諾する", "licensed"
    TRANSFERRED = "transferred", "委託者に譲渡する", "transferred to the orderer"


class Entrusting(Code):
    """Whether the work comes from another orderer."""

    FIRST_HAND = "first-hand", "再委託ではない", "first-hand"
    RE_ENTRUSTED = "re-entrusted", "再委託である", "re-entrusted"


class Item(Code):
    """An item of a statement of terms that can be decided later, for a reason."""

    CONTENT = "content", "内容・数量・仕様", "content, quantity, specification"
    AMOUNT = "amount", "報酬額", "remuneration"
    DELIVERY = "delivery", "納品期日・期間", "delivery day or period"
    PLACE = "place", "納品の場所・方法", "place and method"
    INSPECTION = "inspection", "検査完了期日", "inspection"
    PAYMENT = "payment", "支払期日・方法", "due date and method"
    RIGHTS = "rights", "知的財産", "intellectual property"
    EXPENSES = "expenses", "諸経費", "expenses"


class Undecidable(Code):
    """Why an item could not be decided yet."""

    CLIENT_UNDECIDED = "client-undecided", "顧客が決めていない", "the client has not decided"
    AMOUNT_UNKNOWN = "amount-unknown", "作業量が分からない", "the amount of work is not known"
    AFTER_A_TRIAL = "after-a-trial", "試行の後に決める", "after a trial"
    OTHER = "other", "その他", "other"


class Work(Fields):
    """What is to be done, for how much, until when."""

    content: Content
    amount: Stated
    delivery_day: DeliveryDay


class Offer(Parties, Work):
    """Which work is offered to whom, under which engagement, by whom.

    `continues_since` is the first day of the contract that this one renews without a gap.
    """

    engagement_id: EngagementId
    worker_id: WorkerId
    ordinal: Ordinal
    subject: Annotated[Subject, Label("委託の対象", "what is entrusted", "deliverable")] = (
        Subject.DELIVERABLE
    )
    worker_alone: Annotated[
        bool, Label("ワーカーは従業員を使用していない", "the worker employs nobody", "true")
    ] = True
    goods_processing: Annotated[
        bool, Label("物品を渡して加工などをしてもらう", "goods are handed over", "false")
    ] = False
    continues_since: Annotated[
        Day | None, Label("更新前からの契約の始まり", "renews a contract since", "2024-05-01")
    ] = None


class Undecided(Fields):
    """One item that is not decided yet: why, and on which day it will be."""

    item: Annotated[Item, Label("未定の項目", "undecided item", "amount")]
    reason: Annotated[Undecidable, Label("未定の理由", "reason", "amount-unknown")]
    decide_by: Annotated[Day, Label("定める予定の日", "decided by", "2024-12-13")]


class OrderForm(Fields):
    """The further items of an order form; None is what the form does not say."""

    orderer_name: Annotated[
        Text | None,
        Public("the name of a municipality, corporation or client that orders"),
        Label("委託者の名称", "orderer's name", "立科町"),
    ] = None
    orderer_address: Annotated[
        Text | None,
        Public("the address of an office"),
        Label("委託者の所在地", "orderer's address", "長野県北佐久郡立科町"),
    ] = None
    orderer_contact: Annotated[
        Text | None,
        Public("an office that answers, not a person"),
        Label("委託者の連絡先", "orderer's contact", "テレワーク推進係"),
    ] = None
    quantity: Annotated[
        Text | None, Public("how much is ordered"), Label("数量", "quantity", "3件")
    ] = None
    specification: Annotated[
        Text | None,
        Public("how work is to come out"),
        Label("仕様", "specification", "発話者ごとに改行"),
    ] = None
    work_from: Annotated[Day | None, Label("業務の期間の始め", "period from", "2024-11-05")] = None
    rights: Annotated[
        Rights | None, Label("知的財産の扱い", "intellectual property", "transferred")
    ] = None
    rights_fee: Annotated[
        Amount | None, Label("うち知的財産の対価（円）", "of it for rights in yen", "5000")
    ] = None
    amount_method: Annotated[
        Text | None,
        Public("how remuneration is computed"),
        Label("報酬の算定方法", "how it is computed", "1件10,000円"),
    ] = None
    amount_reason: Annotated[
        Undecidable | None,
        Label("額でなく算定方法とする理由", "why not an amount", "amount-unknown"),
    ] = None
    expenses: Annotated[
        Text | None,
        Public("which expenses there are"),
        Label("諸経費", "expenses", "通信費"),
    ] = None
    expense_bearer: Annotated[
        CostBearer | None, Label("諸経費を負担する側", "who bears expenses", "orderer")
    ] = None
    on_changes: Annotated[
        Text | None,
        Public("what the form says on changes"),
        Label("変更・中止の扱い", "on changes", "協議して条件を変更する"),
    ] = None
    on_defects: Annotated[
        Text | None,
        Public("what the form says on defects and delay"),
        Label("不備・遅れの扱い", "on defects and delay", "不備は一度まで無償で直す"),
    ] = None
    on_personal_data: Annotated[
        Text | None,
        Public("what the form says on the handling of personal data"),
        Label("個人情報の扱い", "on personal data", "業務の終わりに消去する"),
    ] = None
    undecided: Annotated[
        tuple[Undecided, ...], Label("まだ定まっていない項目", "undecided items")
    ] = ()


class Paying(Fields):
    """How a due date follows from the receipt, and who bears what.

    A monthly closing is agreed on with its closing day, the months until it is paid, and the day
    of payment; 31 is the last day of a month.
    """

    closed_days: Annotated[
        ClosedDays | None, Label("金融機関の休業日の扱い", "on closed days of banks", "before")
    ] = None
    closing_day: Annotated[DayOfMonth | None, Label("締日（31は月末）", "closing day", "31")] = None
    pay_months: Annotated[
        Annotated[int, Field(strict=True, ge=0, le=12)] | None,
        Label("締めた月から支払月までの月数", "months until paid", "1"),
    ] = None
    pay_day: Annotated[DayOfMonth | None, Label("支払日（31は月末）", "pay day", "31")] = None
    transfer_fee_bearer: Annotated[
        CostBearer | None, Label("振込手数料を負担する側", "who bears transfer fees", "orderer")
    ] = None


class ReEntrusted(Fields):
    """The three items of work that comes from another orderer (フリーランス法4条3項)."""

    entrusting: Annotated[Entrusting, Label("再委託か", "re-entrusted", "re-entrusted")] = (
        Entrusting.FIRST_HAND
    )
    original_orderer: Annotated[
        Text | None,
        Public("the name under which a company or public body orders"),
        Label("元委託者の名称", "original orderer", "架空商事株式会社"),
    ] = None
    original_due: UpstreamDue | None = None


class Terms(ReEntrusted, Paying, OrderForm, Work):
    """What a resident is told before the work: the items of a statement of terms.

    The payment is due on a day; "within 60 days" is none. `inspect_by` is None where nothing is
    inspected. The worker is the one of the offer, and the day of the order that of the acceptance.
    """

    place: Annotated[
        Text,
        Public("where and how work is delivered"),
        Label("納品の場所・方法", "place and method", "共有フォルダに保存"),
    ]
    inspect_by: Annotated[Day | None, Label("検査完了期日", "inspection by", "2024-12-06")] = None
    payment_due: Annotated[Day | None, Label("支払期日", "payment due", "2024-12-27")] = None
    payment_method: Annotated[PaymentMethod, Label("支払方法", "payment method", "transfer")]

    @model_validator(mode="after")
    def _fit_together(self) -> Self:
        if self.inspect_by and self.inspect_by < self.delivery_day:
            raise ValueError("nothing is inspected before it is delivered")
        if self.work_from and self.delivery_day < self.work_from:
            raise ValueError("nothing is delivered before the period begins")
        said = [each is not None for each in (self.closing_day, self.pay_months, self.pay_day)]
        if any(said) and not all(said):
            raise ValueError("a monthly closing has a closing day, months and a pay day")
        closing = self.closing()
        if closing and self.payment_due and closing.due(self.delivery_day) != self.payment_due:
            raise ValueError("the due date is not that of the agreed monthly closing")
        return self

    def closing(self) -> MonthlyClosing | None:
        """Give the agreed monthly closing."""
        if self.closing_day is None or self.pay_months is None or self.pay_day is None:
            return None
        return MonthlyClosing(self.closing_day, self.pay_months, self.pay_day)

    def agreed(self) -> Agreed:
        """Give what was agreed on the due date; the three items count only together."""
        three = self.entrusting is Entrusting.RE_ENTRUSTED and self.original_orderer
        return Agreed(
            day=self.payment_due,
            closing=self.closing(),
            upstream=self.original_due if three else None,
            postponed=self.closed_days is ClosedDays.AFTER,
        )


FIELDS_OF: Mapping[Item, frozenset[str]] = {
    Item.CONTENT: frozenset({"content", "quantity", "specification"}),
    Item.AMOUNT: frozenset({"amount", "amount_method", "amount_reason"}),
    Item.DELIVERY: frozenset({"delivery_day", "work_from", "inspect_by", "payment_due"}),
    Item.PLACE: frozenset({"place"}),
    Item.INSPECTION: frozenset({"inspect_by"}),
    Item.PAYMENT: frozenset({"payment_due", "payment_method", *Paying.model_fields}),
    Item.RIGHTS: frozenset({"rights", "rights_fee"}),
    Item.EXPENSES: frozenset({"expenses", "expense_bearer"}),
}
"""Which fields an item stands in: those that its supplement may fill in."""


class Governed(Fields):
    """Which rule sets bind the commission, and what follows from them if it goes as planned.

    Written when the work is entrusted and when terms are stated or changed, and never computed
    anew: what was entrusted goes on by the law of its day.
    """

    rule_sets: Annotated[
        tuple[RuleSetId, ...], Label("適用する定め", "rule sets", "freelance-act.1")
    ] = ()
    due_limit: Annotated[
        Day | None, Label("支払期日の限度（予定どおりの納品）", "latest due date", "2025-01-27")
    ] = None
    inspect_limit: Annotated[
        Day | None, Label("検査の期限（予定どおりの納品）", "latest inspection", "2024-12-09")
    ] = None
    notice_by: Annotated[
        Day | None, Label("終了・不更新の予告の期限", "notice by", "2025-01-29")
    ] = None


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


class Reduction(Code):
    """Why less is paid than was stated."""

    DEFECT = "defect", "内容の不備", "defect"
    DELAY = "delay", "納品の遅れ", "delay"
    FRACTION = "fraction", "端数の切捨て", "a fraction was cut"
    BUDGET = "budget", "予算の都合", "budget"
    OTHER = "other", "その他", "other"


REDUCED_FOR_FAULT = frozenset({Reduction.DEFECT, Reduction.DELAY})
"""For these less is paid than was stated without touching the rule on reductions."""


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


class Answer(Code):
    """What became of a request for consideration; what was asked for is not recorded."""

    GIVEN = "given", "配慮する", "given"
    OTHERWISE = "otherwise", "別の方法で配慮する", "given otherwise"
    EXPLAINED = "explained", "できない理由を説明した", "it was explained why it cannot be"
    NONE = "none", "配慮せず、理由も説明していない", "neither given nor explained"


class Answered(Fields):
    """How a request for consideration was answered."""

    answer: Annotated[Answer, Label("回答", "answer", "given")]


class Conduct(Code):
    """Acts of an orderer that the act speaks of and that no other entry shows."""

    RETURN = "return", "返品", "given back"
    PRICE = "price", "著しく低い報酬", "a price far below what is usual"
    PURCHASE = "purchase", "購入・利用の強制", "made to buy or use"
    BENEFIT = "benefit", "経済上の利益の提供", "made to provide benefits"


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
