"""What happens to one lead."""

from typing import Annotated, ClassVar, get_args
from uuid import UUID

from pydantic import Field

from domain.base.event import Correction, Day, Event, Fields, PaperKind, Void
from domain.base.fields import Amount, Evidence, Number, Text, Whose
from domain.base.personal import Public, Sealed, SealedMark
from domain.base.tasks import Task
from domain.base.words import Code, Label
from domain.client.events import CameBy, ClientId
from domain.engagement.events import OrderNumber

LeadNumber = Annotated[Number, Label("商談番号", "lead number", "L-2024-001")]
LeadTitle = Annotated[
    Text,
    Public("what an organisation may order"),
    Label("商談の件名", "title of the lead", "問合せ対応の補助"),
]
Note = Annotated[Sealed, SealedMark("note"), Label("内容", "note")]


class MeetingForm(Code):
    """How people met."""

    VISIT = "visit", "訪問", "visit"
    RECEIVED = "received", "来訪", "at our place"
    ONLINE = "online", "オンライン", "online"
    PHONE = "phone", "電話", "by telephone"
    EVENT = "event", "催し", "at an event"
    OTHER = "other", "その他", "other"


class NextStep(Code):
    """What comes next."""

    CALL = "call", "連絡する", "call or write"
    MEET = "meet", "面談する", "meet"
    SEND = "send", "資料を送る", "send material"
    PROPOSE = "propose", "提案・見積りを出す", "propose or estimate"
    AWAIT = "await", "返事を待つ", "await an answer"
    OTHER = "other", "その他", "other"


class Likelihood(Code):
    """How likely an order is thought to be: what is known, in a word, and no number."""

    AGREED = "agreed", "口頭で合意している", "agreed by word of mouth"
    BUDGETED = "budgeted", "予算と時期が決まっている", "budget and time are settled"
    INTERESTED = "interested", "関心がある", "interested"
    UNCLEAR = "unclear", "まだ分からない", "unclear yet"


class LostReason(Code):
    """Why nothing came of a lead."""

    PRICE = "price", "金額が合わない", "price"
    TIME = "time", "時期が合わない", "time"
    NO_BUDGET = "no-budget", "先方の予算がない", "no budget"
    DONE_OTHERWISE = "done-otherwise", "他社・自社で行う", "done by others"
    NO_CAPACITY = "no-capacity", "対応できる人がいない", "nobody available"
    NOT_OUR_WORK = "not-our-work", "扱えない業務", "work that cannot be taken on"
    NO_ANSWER = "no-answer", "返事がない", "no answer"
    OTHER = "other", "その他", "other"


class Opening(Fields):
    """Who may order what, whose lead it is, and how it came about."""

    number: LeadNumber
    client_id: ClientId
    title: LeadTitle
    origin: CameBy
    municipality: Whose


class Meeting(Fields):
    """How people met."""

    form: Annotated[MeetingForm, Label("面談の方法", "form of the meeting", "visit")]


class Proposal(Fields):
    """What was proposed, consumption tax included."""

    amount: Annotated[Amount, Field(gt=0)]
    evidence: Evidence | None = None


class Plan(Fields):
    """What comes next, and by when."""

    step: Annotated[NextStep, Label("次の行動", "next step", "call")]
    due_day: Annotated[Day, Label("次の行動の期日", "next step by", "2024-10-15")]


class Judged(Fields):
    """How likely an order is."""

    likelihood: Annotated[Likelihood, Label("見込み", "likelihood", "interested")]


class Won(Fields):
    """Which order came of it."""

    engagement_id: Annotated[UUID, Label("受注案件", "engagement")]


class Lost(Fields):
    """Why nothing came of it."""

    reason: Annotated[LostReason, Label("失注の理由", "reason", "price")]


class LeadOpened(Opening, Event):
    """An organisation may come to order something."""

    TOPIC = "lead.opened"
    SENTENCE: ClassVar[Label] = Label(
        "商談 {number}「{title}」を始めた（{origin}）。",
        "Lead {number}, {title}, was opened ({origin}).",
    )
    TASKS = (Task.RELATIONS,)


class MeetingHeld(Meeting, Event):
    """Someone met with the client about a lead."""

    TOPIC = "lead.meeting_held"
    SENTENCE: ClassVar[Label] = Label("面談した（{form}）。", "A meeting was held ({form}).")
    TASKS = (Task.RELATIONS,)

    note: Note | None = None


class ProposalSent(Proposal, Event):
    """The client was sent a proposal."""

    TOPIC = "lead.proposal_sent"
    SENTENCE: ClassVar[Label] = Label(
        "{amount} 円の提案を送った。", "A proposal over {amount} yen was sent."
    )
    TASKS = (Task.RELATIONS,)
    EVIDENCE = (PaperKind.OTHER,)


class NextStepPlanned(Plan, Event):
    """It was settled what comes next."""

    TOPIC = "lead.next_step_planned"
    SENTENCE: ClassVar[Label] = Label(
        "次の行動を決めた（{step}、{due_day} まで）。",
        "The next step was planned ({step}, by {due_day}).",
    )
    TASKS = (Task.RELATIONS,)


class LikelihoodJudged(Judged, Event):
    """Someone said how likely an order is."""

    TOPIC = "lead.likelihood_judged"
    SENTENCE: ClassVar[Label] = Label(
        "受注の見込みを「{likelihood}」とした。", "An order was judged to be: {likelihood}."
    )
    TASKS = (Task.RELATIONS,)


class LeadWon(Won, Event):
    """An order came of a lead."""

    TOPIC = "lead.won"
    SENTENCE: ClassVar[Label] = Label(
        "案件 {engagement_number} の受注につながった。", "It led to the order {engagement_number}."
    )
    TASKS = (Task.RELATIONS, Task.ORDERS)

    engagement_number: OrderNumber


class LeadLost(Lost, Event):
    """Nothing came of a lead."""

    TOPIC = "lead.lost"
    SENTENCE: ClassVar[Label] = Label("受注に至らなかった（{reason}）。", "It was lost ({reason}).")
    TASKS = (Task.RELATIONS,)

    note: Note | None = None


LeadEntry = MeetingHeld | ProposalSent | NextStepPlanned | LikelihoodJudged | LeadWon | LeadLost
"""What can happen to a lead that was opened."""
LeadEvent = LeadOpened | LeadEntry


class LeadCorrected(Correction):
    """What was recorded of a lead was wrong."""

    TOPIC = "lead.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の商談の記録を訂正した。",
        "The lead's entry of version {corrects} was corrected.",
    )
    MENDS = get_args(LeadEvent)
    FIXED = frozenset({"number", "client_id", "engagement_id", "engagement_number"})


class LeadEntryVoided(Void):
    """An entry of a lead never held."""

    TOPIC = "lead.entry_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の商談の記録を取り消した。", "The lead's entry of version {voids} was voided."
    )
    MENDS = get_args(LeadEvent)
