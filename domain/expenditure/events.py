"""What happens to one expenditure of a budget line."""

from datetime import date
from typing import Annotated, ClassVar, Final, Self, get_args

from pydantic import Field, model_validator

from domain.base.event import Correction, Event, Fields, PaperKind, Reachable, Void
from domain.base.fields import (
    Amount,
    BudgetLine,
    Evidence,
    Number,
    PersonId,
    Pillar,
    Setsu,
    Text,
    Whose,
    Year,
)
from domain.base.matter import MatterClosed
from domain.base.personal import Public
from domain.base.tasks import Task
from domain.base.values.codes import CorporateNumber
from domain.base.words import Code, Label
from domain.closing.accounts import Accounts
from domain.closing.events import WhoseAccounts

ExpenditureNumber = Annotated[Number, Label("支出負担行為番号", "expenditure number", "R6-012")]
Purpose = Annotated[
    Text,
    Public("what money is for, as it stands in public accounts"),
    Label("件名", "purpose", "人材育成研修"),
]
TRAVEL: Final = frozenset({"r1:9", "r2:8"})
"""The 節 旅費 in each table."""


class PurposeKind(Code):
    """What kind of thing a sum is spent on, so that the cost of one of them can be told."""

    TRAINING = "training", "研修", "training"
    PILOT = "pilot", "パイロットプロジェクト", "pilot"
    CONTRACT = "contract", "業務委託契約", "service contract"
    ASSET = "asset", "備品", "asset"
    ADVISER = "adviser", "アドバイザー", "adviser"


class Traveller(Code):
    """Whose travel is paid."""

    STAFF = "staff", "職員", "staff"
    EXPERT = "expert", "委員・アドバイザー", "committee member or adviser"
    RESIDENT = "resident", "住民ワーカー・メンター", "resident worker or mentor"


WhatFor = Annotated[PurposeKind, Label("使途の種類", "kind of purpose", "training")]
WhatForNumber = Annotated[Number, Label("使途の番号", "number of the purpose", "T-2024-01")]
WhoseTravel = Annotated[Traveller, Label("旅費の対象者", "whose travel", "expert")]
Payee = Annotated[
    CorporateNumber, Label("支払先の法人番号", "corporate number of the payee", "8000020130001")
]
PayeePerson = Annotated[PersonId, Label("支払先の個人（仮名ID）", "payee, if a person")]
"""A person who is paid is known here by an opaque id; the name is sealed in the registers."""
PriorYear = Annotated[Year, Label("過年度（債務の年度）", "prior year of the debt", "R6")]
DeliveredOn = Annotated[date, Reachable, Label("履行日（納品日）", "delivered on", "2025-03-31")]
OrderNumber = Annotated[Number, Label("支出命令番号", "payment order number", "命-045")]


class Charge(Fields):
    """What a sum is charged to: line, pillar and 節 of the plan, fiscal year, and whose money.

    `purpose_kind` and `purpose_number` name the training, pilot, contract, asset or adviser that
    it is for, by the number which people gave it.
    """

    number: ExpenditureNumber
    line: BudgetLine
    pillar: Pillar
    budget_item: Setsu
    fiscal_year: Year
    municipality: Whose
    accounts: WhoseAccounts = Accounts.MUNICIPALITY
    purpose_kind: WhatFor | None = None
    purpose_number: WhatForNumber | None = None

    @model_validator(mode="after")
    def _a_purpose_has_kind_and_number(self) -> Self:
        if (self.purpose_kind is None) != (self.purpose_number is None):
            raise ValueError("what a sum is for has both a kind and a number")
        return self


class Money(Fields):
    """An amount greater than nothing, and what shows it."""

    amount: Annotated[Amount, Field(gt=0)]
    evidence: Evidence | None = None


class Engaged(Fields):
    """What else a commitment says: its title, who is to be paid, whose travel, which prior year.

    A prior-year expenditure (過年度支出) is charged to the year in which it is committed; its debt
    arose in `prior_year`.
    """

    purpose: Purpose
    payee: Payee | None = None
    payee_person: PayeePerson | None = None
    traveller: WhoseTravel | None = None
    prior_year: PriorYear | None = None


class ExpenditureCommitted(Money, Engaged, Charge, Event):
    """Money of a budget line was committed (支出負担行為)."""

    TOPIC = "expenditure.committed"
    EVIDENCE = (PaperKind.COMMITMENT, PaperKind.CONTRACT)
    SENTENCE: ClassVar[Label] = Label(
        "{number}「{purpose}」に {amount} 円を負担行為した（{line}）。",
        "{amount} yen were committed for {number}, {purpose} ({line}).",
    )
    TASKS = (
        Task.HONORARIA,
        Task.MANAGEMENT,
        Task.TRAINING_COST,
        Task.PROJECT_MANAGEMENT,
        Task.PROJECT_RUNNING,
        Task.ASSETS,
    )


class CommitmentCancelled(Money, Charge, Event):
    """A commitment was cancelled as far as it had not been paid."""

    TOPIC = "expenditure.commitment_cancelled"
    SENTENCE: ClassVar[Label] = Label(
        "{number} の負担行為のうち {amount} 円を取り消した。",
        "{amount} yen of the commitment {number} were cancelled.",
    )
    TASKS = ExpenditureCommitted.TASKS
    EVIDENCE = (PaperKind.COMMITMENT,)


class ExpenditureInspected(Money, Charge, Event):
    """What was delivered passed its inspection (検収), in whole or in part."""

    TOPIC = "expenditure.inspected"
    SENTENCE: ClassVar[Label] = Label(
        "{number} の {amount} 円分を検収した（履行 {delivered_on}）。",
        "Of {number} {amount} yen worth passed inspection (delivered on {delivered_on}).",
    )
    TASKS = ExpenditureCommitted.TASKS
    EVIDENCE = (PaperKind.INSPECTION,)

    delivered_on: DeliveredOn


class PaymentOrdered(Money, Charge, Event):
    """The payment of a sum was ordered (支出命令)."""

    TOPIC = "expenditure.payment_ordered"
    SENTENCE: ClassVar[Label] = Label(
        "{number} の {amount} 円の支出を命令した（{order_number}）。",
        "The payment of {amount} yen of {number} was ordered ({order_number}).",
    )
    TASKS = ExpenditureCommitted.TASKS
    EVIDENCE = (PaperKind.INVOICE, PaperKind.PAYMENT)

    order_number: OrderNumber


class ExpenditurePaid(Money, Charge, Event):
    """Committed money was paid, in whole or in part."""

    TOPIC = "expenditure.paid"
    EVIDENCE = (PaperKind.PAYMENT,)
    SENTENCE: ClassVar[Label] = Label(
        "{number} の {amount} 円を支出した。", "{amount} yen of {number} were paid."
    )
    TASKS = ExpenditureCommitted.TASKS


class ExpenditureReturned(Money, Charge, Event):
    """Paid money came back to the budget (戻入)."""

    TOPIC = "expenditure.returned"
    EVIDENCE = (PaperKind.PAYMENT,)
    SENTENCE: ClassVar[Label] = Label(
        "{number} の {amount} 円を戻入した。", "{amount} yen of {number} were returned."
    )
    TASKS = ExpenditureCommitted.TASKS


class ExpenditureMatterClosed(MatterClosed):
    """A person looked at a matter to check of this expenditure and closed it."""

    TOPIC = "expenditure.matter_closed"
    TASKS = ExpenditureCommitted.TASKS
    SENTENCE = MatterClosed.SENTENCE


ExpenditureEvent = (
    ExpenditureCommitted
    | CommitmentCancelled
    | ExpenditureInspected
    | PaymentOrdered
    | ExpenditurePaid
    | ExpenditureReturned
    | ExpenditureMatterClosed
)


class ExpenditureCorrected(Correction):
    """What was recorded of an expenditure was wrong."""

    TOPIC = "expenditure.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版を訂正した。", "The entry of version {corrects} was corrected."
    )
    MENDS = get_args(ExpenditureEvent)
    FIXED = frozenset({"number", "fiscal_year", "municipality"})


class ExpenditureVoided(Void):
    """A step of an expenditure never took place."""

    TOPIC = "expenditure.voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版を取り消した。", "The entry of version {voids} was voided."
    )
    MENDS = get_args(ExpenditureEvent)
