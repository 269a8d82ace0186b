"""What is offered to a resident, and the terms that are stated before the work."""

from collections.abc import Mapping
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from domain.base.event import Day, Fields
from domain.base.fields import Amount, Text, WorkerId
from domain.base.personal import Public
from domain.base.values.codes import (
    in_usual_form,
    parse_corporate_number,
    parse_municipality_code,
    parse_record_id,
)
from domain.base.words import Label
from domain.commission.codes import (
    ClosedDays,
    Entrusting,
    Item,
    PaymentMethod,
    Rights,
    Subject,
    Undecidable,
)
from domain.commission.law.due import Agreed, MonthlyClosing
from domain.commission.law.rule_sets import RuleSetId
from domain.engagement import codes
from domain.engagement.commands import EngagementId
from domain.engagement.events import CostBearer, PartyCode, UpstreamDue

CommissionId = Annotated[UUID, Label("個別委託", "commission")]
Ordinal = Annotated[int, Field(strict=True, ge=1, le=999), Label("連番", "ordinal", "1")]
"""Which commission it is of those that one resident has under one engagement."""
Content = Annotated[
    Text,
    Public("what is to be done, as it stands on an order form"),
    Label("委託内容", "content", "議事録3件の文字起こし"),
]
Stated = Annotated[Amount, Field(gt=0), Label("報酬額（円、税込）", "remuneration in yen", "30000")]
DeliveryDay = Annotated[Day, Label("納品期日", "delivery day", "2024-11-29")]
DayOfMonth = Annotated[int, Field(strict=True, ge=1, le=31)]


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
