"""What happens to one expenditure of a budget line."""

from typing import Annotated, ClassVar, get_args

from pydantic import Field

from domain.base.event import Correction, Event, Fields, PaperKind, Void
from domain.base.fields import (
    Amount,
    BudgetLine,
    Evidence,
    Number,
    Pillar,
    Setsu,
    Text,
    Whose,
    Year,
)
from domain.base.personal import Public
from domain.base.words import Label

ExpenditureNumber = Annotated[Number, Label("支出負担行為番号", "expenditure number", "R6-012")]
Purpose = Annotated[
    Text,
    Public("what money is for, as it stands in public accounts"),
    Label("件名", "purpose", "人材育成研修"),
]


class Charge(Fields):
    """What a sum is charged to: line, pillar and 節 of the plan, fiscal year, and whose money."""

    number: ExpenditureNumber
    line: BudgetLine
    pillar: Pillar
    budget_item: Setsu
    fiscal_year: Year
    municipality: Whose


class Money(Fields):
    """An amount greater than nothing, and what shows it."""

    amount: Annotated[Amount, Field(gt=0)]
    evidence: Evidence | None = None


class ExpenditureCommitted(Money, Charge, Event):
    """Money of a budget line was committed (支出負担行為)."""

    TOPIC = "expenditure.committed"
    EVIDENCE = (PaperKind.COMMITMENT, PaperKind.CONTRACT)
    SENTENCE: ClassVar[Label] = Label(
        "{number}「{purpose}」に {amount} 円を負担行為した（{line}）。",
        "{amount} yen were committed for {number}, {purpose} ({line}).",
    )

    purpose: Purpose


class ExpenditurePaid(Money, Charge, Event):
    """Committed money was paid, in whole or in part."""

    TOPIC = "expenditure.paid"
    EVIDENCE = (PaperKind.PAYMENT,)
    SENTENCE: ClassVar[Label] = Label(
        "{number} の {amount} 円を支出した。", "{amount} yen of {number} were paid."
    )


class ExpenditureReturned(Money, Charge, Event):
    """Paid money came back to the budget (戻入)."""

    TOPIC = "expenditure.returned"
    EVIDENCE = (PaperKind.PAYMENT,)
    SENTENCE: ClassVar[Label] = Label(
        "{number} の {amount} 円を戻入した。", "{amount} yen of {number} were returned."
    )


ExpenditureEvent = ExpenditureCommitted | ExpenditurePaid | ExpenditureReturned


class ExpenditureCorrected(Correction):
    """What was recorded of a commitment, a payment or a return was wrong."""

    TOPIC = "expenditure.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版を訂正した。", "The entry of version {corrects} was corrected."
    )
    MENDS = get_args(ExpenditureEvent)
    FIXED = frozenset({"number", "fiscal_year", "municipality"})


class ExpenditureVoided(Void):
    """A commitment, a payment or a return never took place."""

    TOPIC = "expenditure.voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版を取り消した。", "The entry of version {voids} was voided."
    )
    MENDS = get_args(ExpenditureEvent)
