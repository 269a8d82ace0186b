"""What happens to the accounts of one fiscal year."""

from typing import Annotated, ClassVar, Self

from pydantic import model_validator

from domain.base.event import Correction, Event, Fields, PaperKind, Void
from domain.base.fields import Evidence, Municipality, Year
from domain.base.tasks import Task
from domain.base.words import Label
from domain.closing.accounts import Accounts

WhoseAccounts = Annotated[Accounts, Label("会計", "accounts", "municipality")]


class Books(Fields):
    """The accounts of one fiscal year: of a municipality, or of the corporation."""

    accounts: WhoseAccounts
    municipality: Municipality | None = None
    fiscal_year: Year

    @model_validator(mode="after")
    def _names_the_municipality(self) -> Self:
        if (self.accounts is Accounts.MUNICIPALITY) != (self.municipality is not None):
            raise ValueError("accounts of a municipality, and no others, name it")
        return self


class AccountsClosed(Books, Event):
    """The accounts of a fiscal year were closed on this day."""

    TOPIC = "accounts.closed"
    SENTENCE: ClassVar[Label] = Label(
        "{fiscal_year}年度の会計を締めた（{accounts}、{municipality}）。",
        "The accounts of {fiscal_year} were closed ({accounts}, {municipality}).",
    )
    TASKS = (Task.PLAN,)
    EVIDENCE = (PaperKind.OTHER,)

    evidence: Evidence | None = None


class AccountsClosingCorrected(Correction):
    """What was recorded of a closing was wrong."""

    TOPIC = "accounts.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の会計の締めを訂正した。",
        "The closing of accounts of version {corrects} was corrected.",
    )
    MENDS = (AccountsClosed,)
    FIXED = frozenset(Books.model_fields)


class AccountsClosingVoided(Void):
    """The accounts were not closed."""

    TOPIC = "accounts.closing_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の会計の締めを取り消した。",
        "The closing of accounts of version {voids} was voided.",
    )
    MENDS = (AccountsClosed,)
