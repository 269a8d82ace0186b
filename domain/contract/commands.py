"""What can be asked to be recorded of a service contract and of the hours under it."""

from typing import Annotated

from domain.base.command import Annul, Command, Correct, Reads
from domain.base.mend import MEND_RULES, OTHERS_BUILD_ON_IT, VOID_RULES
from domain.base.words import Label
from domain.consortium.private import TIME_OF_ANOTHER, NamesMember
from domain.contract import rules
from domain.contract.events import (
    Amendment,
    Approval,
    Contract,
    ContractCorrected,
    ContractEntryVoided,
    ContractId,
    Declared,
    End,
    HoursCorrected,
    HoursVoided,
    MonthId,
    Renewal,
)

MONTH = "contract-month"


class ConcludeContract(Contract, Command):
    """Record a service contract; `effective_on` is the day on which it was concluded."""

    LABEL = Label("業務委託契約を記録する", "Conclude a service contract")
    REFUSALS = (rules.CONCLUDED_ALREADY, rules.NEEDS_PROGRAMME, rules.ENDS_BEFORE_IT_BEGINS)

    def opens(self) -> str:
        """One stream for each contract number of a programme."""
        return f"{self.programme}|{self.number}"


class OfContract(Command):
    """A command on one contract; what it records is of the contract's own programme."""

    TARGET = "contract_id"

    contract_id: ContractId


class AmendContract(Amendment, OfContract):
    """Record other terms of a contract, from a day of its period on."""

    LABEL = Label("変更契約を記録する", "Amend a contract")
    REFUSALS = (
        rules.ENDED,
        rules.NOT_IN_FORCE,
        rules.ENDS_BEFORE_IT_BEGINS,
        OTHERS_BUILD_ON_IT,
        rules.HOURS_OUTSIDE,
    )
    DEPENDENTS = MONTH


class RenewContract(Renewal, OfContract):
    """Record a further period; `effective_on` is the day on which it was agreed."""

    LABEL = Label("契約の更新を記録する", "Renew a contract")
    REFUSALS = (rules.ENDED, rules.RENEWS_BEFORE_THE_END, rules.ENDS_BEFORE_IT_BEGINS)


class EndContract(End, OfContract):
    """Record the last day of a contract, and the notice given if it was not just over."""

    LABEL = Label("契約の終了を記録する", "End a contract")
    REFUSALS = (
        rules.ENDED,
        rules.NOT_IN_FORCE,
        rules.NOTICE_AFTER_THE_END,
        rules.HOURS_OUTSIDE,
    )
    DEPENDENTS = MONTH


_UNSOUND = (
    rules.NOT_IN_FORCE,
    rules.ENDS_BEFORE_IT_BEGINS,
    rules.RENEWS_BEFORE_THE_END,
    rules.NOTICE_AFTER_THE_END,
)


class CorrectContract(OfContract, Correct):
    """Put right what was recorded of a contract."""

    LABEL = Label("契約の記録を訂正する", "Correct an entry of a contract")
    REFUSALS = (*MEND_RULES, *_UNSOUND, OTHERS_BUILD_ON_IT, rules.HOURS_OUTSIDE)
    EVENT = ContractCorrected
    DEPENDENTS = MONTH


class VoidContractEntry(OfContract, Annul):
    """Record that an amendment, a renewal or an ending never held."""

    LABEL = Label("契約の記録を取り消す", "Void an entry of a contract")
    REFUSALS = (*VOID_RULES, *_UNSOUND, rules.HOURS_OUTSIDE)
    EVENT = ContractEntryVoided
    DEPENDENTS = MONTH


ContractStep = AmendContract | RenewContract | EndContract
"""What is decided on a contract that was concluded."""
ContractCommand = ConcludeContract | ContractStep | CorrectContract | VoidContractEntry


class DeclareHours(NamesMember, Declared, Command):
    """Declare how long a team worked under a contract on the day `effective_on`, in all.

    Where the party is a member of the consortium, its membership is named.
    """

    LABEL = Label("一日の時間を申告する", "Declare the hours of a day")
    REFUSALS = (
        rules.NOT_IN_FORCE,
        rules.NOT_BY_THE_HOUR,
        rules.BEYOND_THE_DAY,
        rules.DECLARED_ALREADY,
        TIME_OF_ANOTHER,
    )

    contract_id: Annotated[ContractId, Reads("contract")]

    def opens(self) -> str:
        """One stream for each contract and calendar month, so that none grows long."""
        return f"{self.contract_id}|{self.effective_on:%Y-%m}"


class OfMonth(Command):
    """A command on the hours of one contract in one month."""

    TARGET = "month_id"

    month_id: MonthId


class ApproveHours(Approval, OfMonth):
    """Approve all that is declared up to a day and not approved as it stands."""

    LABEL = Label("時間を承認する", "Approve hours")
    REFUSALS = (rules.APPROVED_BEFORE_WORKED, rules.NOTHING_TO_APPROVE)


class CorrectHours(OfMonth, Correct):
    """Put right a day's total; it needs to be approved again."""

    LABEL = Label("時間の記録を訂正する", "Correct hours")
    REFUSALS = MEND_RULES
    EVENT = HoursCorrected


class VoidHours(OfMonth, Annul):
    """Record that hours, or their approval, never held."""

    LABEL = Label("時間の記録を取り消す", "Void hours")
    REFUSALS = VOID_RULES
    EVENT = HoursVoided


MonthCommand = DeclareHours | ApproveHours | CorrectHours | VoidHours
