"""What happens to a service contract, and to the hours declared under it in one month.

Hours are the team's daily totals, declared to settle the contract: no person, no start, no end and
no presence of anyone has a field here (労働者性の判断要素: 勤務時間の管理).
"""

from typing import Annotated, ClassVar, Self, get_args
from uuid import UUID

from pydantic import Field, model_validator

from domain.base.event import Correction, Day, Event, Fields, PaperKind, Void
from domain.base.fields import Amount, BudgetLine, Evidence, Number, PersonId, Whose
from domain.base.orderer import PrincipalCode, PrincipalKind, check_code
from domain.base.tasks import Task
from domain.base.teams import Team
from domain.base.values.money import Minutes
from domain.base.words import Code, Label
from domain.consortium.private import TimeOfMember
from domain.engagement.codes import Funds

ContractId = Annotated[UUID, Label("業務委託契約", "service contract")]
MonthId = Annotated[UUID, Label("時間の申告（月）", "hours of a month")]
ContractNumber = Annotated[Number, Label("契約番号", "contract number", "委-R6-01")]
FirstDay = Annotated[Day, Label("期間の初日", "first day", "2024-05-01")]
LastDay = Annotated[Day, Label("期間の末日", "last day", "2025-02-28")]
ContractTeam = Annotated[Team | None, Label("担当チーム", "team", "outreach")]
WorkedMinutes = Annotated[Minutes, Label("時間（分）", "minutes", "360")]
"""Nothing says that a day was declared on which nobody worked after all."""
Approver = Annotated[PersonId, Label("承認者", "approver")]


class ContractKind(Code):
    """What kind of contract it is."""

    MANDATE = "mandate", "準委任", "mandate"
    WORK = "work", "請負", "contract for work"


class PartyKind(Code):
    """Who takes the work on."""

    TEAM = "team", "住民ワーカーのチーム", "team of resident workers"
    ADVISER = "adviser", "アドバイザー", "adviser"
    COMPANY = "company", "企業・団体", "company or organisation"


class MonthConvention(Code):
    """How hours a week become hours a month."""

    FOUR_WEEKS = "4w", "1か月＝4週", "a month is four weeks"
    CALENDAR = "calendar", "暦月", "calendar month"


class EndReason(Code):
    """Why a contract ended."""

    EXPIRED = "expired", "期間満了", "expired"
    AGREED = "agreed", "合意解約", "ended by agreement"
    PARTY_ASKED = "party-asked", "受託者の申出", "the party asked for it"
    ORDERER_DECIDED = "orderer-decided", "委託者の都合", "the orderer decided so"
    ENTERED_BY_MISTAKE = "entered-by-mistake", "誤って記録した", "recorded by mistake"
    OTHER = "other", "その他", "other"


class Terms(Fields):
    """What a contract is about from a day on: until when, how many hours, for how much.

    `minutes_a_week` is for each head. `minutes_a_month` is what the contract states for all heads
    together; whether that agrees with its convention is shown and never put right here. What a
    contract does not say is None.
    """

    last_day: LastDay
    heads: Annotated[int | None, Field(strict=True, ge=1, le=99), Label("人数", "heads", "3")] = (
        None
    )
    minutes_a_week: Annotated[
        Minutes | None, Label("一人当たり週の時間（分）", "minutes a week for each", "600")
    ] = None
    minutes_a_month: Annotated[
        Minutes | None, Label("契約に書かれた月の時間（分）", "minutes a month as stated", "7200")
    ] = None
    month_convention: Annotated[
        MonthConvention | None, Label("月の数え方", "month convention", "4w")
    ] = None
    amount: Annotated[Amount | None, Label("契約金額（円）", "amount in yen")] = None

    @model_validator(mode="after")
    def _is_by_the_hour_or_not(self) -> Self:
        hours = (self.heads, self.minutes_a_week, self.month_convention)
        if len({each is None for each in hours}) > 1:
            raise ValueError("a contract by the hour has heads, minutes a week and a convention")
        return self


class Parties(Fields):
    """Who orders and who takes the work on; a team and an adviser are known by a number."""

    orderer: PrincipalKind
    orderer_code: PrincipalCode
    party: Annotated[PartyKind, Label("受託者の種類", "kind of party", "team")]
    party_code: Annotated[Number, Label("受託者の番号", "number of the party", "T-1")]

    @model_validator(mode="after")
    def _names_the_orderer(self) -> Self:
        check_code(self.orderer, self.orderer_code)
        return self


class Origin(Fields):
    """Which team's work it is, whose, and from which funds and budget line, as far as is known."""

    team: ContractTeam = None
    municipality: Whose
    funds: Annotated[Funds | None, Label("財源", "source of funds", "grant")] = None
    line: BudgetLine | None = None


class Contract(Parties, Origin, Terms):
    """A contract as it is concluded."""

    number: ContractNumber
    kind: Annotated[ContractKind, Label("契約の種類", "kind of contract", "mandate")]
    first_day: FirstDay
    evidence: Evidence | None = None


class Amendment(Terms):
    """The terms from that day on, whole."""

    evidence: Evidence | None = None


class Renewal(Terms):
    """The terms of a further period."""

    first_day: FirstDay
    evidence: Evidence | None = None


class End(Fields):
    """Why a contract ended, and when notice of it had been given."""

    reason: Annotated[EndReason, Label("終了の理由", "reason", "expired")]
    notice_given_on: Annotated[Day | None, Label("予告した日", "notice given on")] = None
    evidence: Evidence | None = None


class Declared(Fields):
    """How long a team worked under a contract on one day, all of it together."""

    contract_id: ContractId
    minutes: WorkedMinutes


class DayTotal(Fields):
    """The total of one day."""

    day: Day
    minutes: WorkedMinutes


class Approval(Fields):
    """Who approved, and up to which day of the month."""

    approver: Approver
    until: Annotated[Day, Label("承認の対象の末日", "approved until", "2024-05-31")]
    evidence: Evidence | None = None


class ContractConcluded(Contract, Event):
    """A service contract was concluded."""

    TOPIC = "contract.concluded"
    TASKS = (Task.CONTRACTS,)
    EVIDENCE = (PaperKind.CONTRACT,)
    SENTENCE: ClassVar[Label] = Label(
        "契約 {number}（{kind}）を {party_code} と結んだ（{first_day} から {last_day} まで）。",
        "Contract {number} ({kind}) with {party_code} was concluded, {first_day} to {last_day}.",
    )


class ContractAmended(Amendment, Event):
    """The terms of a contract were amended from this day on."""

    TOPIC = "contract.amended"
    TASKS = (Task.CONTRACTS,)
    EVIDENCE = (PaperKind.CONTRACT,)
    SENTENCE: ClassVar[Label] = Label(
        "契約を変更した。末日は {last_day}。",
        "The contract was amended to end on {last_day}.",
    )


class ContractRenewed(Renewal, Event):
    """A contract was renewed for a further period."""

    TOPIC = "contract.renewed"
    TASKS = (Task.CONTRACTS,)
    EVIDENCE = (PaperKind.CONTRACT,)
    SENTENCE: ClassVar[Label] = Label(
        "契約を {first_day} から {last_day} まで更新した。",
        "The contract was renewed from {first_day} to {last_day}.",
    )


class ContractEnded(End, Event):
    """A contract ended, and `effective_on` is its last day."""

    TOPIC = "contract.ended"
    TASKS = (Task.CONTRACTS,)
    SENTENCE: ClassVar[Label] = Label(
        "この日を最後に契約が終わった（{reason}）。", "The contract ended with this day ({reason})."
    )


ContractEvent = ContractConcluded | ContractAmended | ContractRenewed | ContractEnded


class ContractCorrected(Correction):
    """What was recorded of a contract was wrong."""

    TOPIC = "contract.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の契約の記録を訂正した。",
        "The entry of version {corrects} of the contract was corrected.",
    )
    MENDS = get_args(ContractEvent)
    FIXED = frozenset({"number", "team"})


class ContractEntryVoided(Void):
    """An amendment, a renewal or an ending never held."""

    TOPIC = "contract.entry_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の契約の記録を取り消した。",
        "The entry of version {voids} of the contract was voided.",
    )
    MENDS = (ContractAmended, ContractRenewed, ContractEnded)


class HoursDeclared(TimeOfMember, Declared, Event):
    """A team declared how long it had worked on this day."""

    TOPIC = "contract.hours_declared"
    TASKS = (Task.CONTRACTS,)
    SENTENCE: ClassVar[Label] = Label(
        "契約 {contract_number} の一日の時間として {minutes} 分を申告した。",
        "{minutes} minutes were declared under {contract_number} for the day.",
    )

    contract_number: ContractNumber
    team: ContractTeam = None


class HoursApproved(Approval, Event):
    """What had been declared was approved, day by day as it stood."""

    TOPIC = "contract.hours_approved"
    TASKS = (Task.CONTRACTS,)
    EVIDENCE = (PaperKind.INSPECTION, PaperKind.ROSTER)
    SENTENCE: ClassVar[Label] = Label(
        "{until} までの申告を承認した。", "What was declared until {until} was approved."
    )

    contract_id: ContractId
    contract_number: ContractNumber
    team: ContractTeam = None
    days: Annotated[tuple[DayTotal, ...], Label("承認した日", "days approved")]


MonthEvent = HoursDeclared | HoursApproved


class HoursCorrected(Correction):
    """What was recorded of a month's hours was wrong."""

    TOPIC = "contract.hours_corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の時間の記録を訂正した。",
        "The hours of version {corrects} were corrected.",
    )
    MENDS = get_args(MonthEvent)
    FIXED = frozenset({"effective_on", "contract_id", "contract_number", "team", "days", "until"})


class HoursVoided(Void):
    """Hours that were declared, or their approval, never held."""

    TOPIC = "contract.hours_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の時間の記録を取り消した。", "The hours of version {voids} were voided."
    )
    MENDS = get_args(MonthEvent)
