"""What happens to one adviser's work: sessions, advice, and what came of it."""

from typing import Annotated, ClassVar, Self, get_args
from uuid import UUID

from pydantic import Field, model_validator

from domain.base.event import Correction, Day, Event, Fields, PaperKind, Void
from domain.base.fields import Evidence, Number, PersonId, Text
from domain.base.followed import Followed
from domain.base.personal import Public, Sealed, SealedMark
from domain.base.tasks import Task
from domain.base.values.money import Minutes
from domain.base.words import Code, Label
from domain.consortium.private import TimeOfMember
from domain.contract.events import ContractId

AdviserId = Annotated[UUID, Label("アドバイザー", "adviser")]
AdviserNumber = Annotated[Number, Label("アドバイザー番号", "adviser number", "A-1")]
SessionNumber = Annotated[int, Field(strict=True, ge=1, le=999), Label("回", "session number", "1")]
AdviceNumber = Annotated[
    int, Field(strict=True, ge=1, le=999), Label("助言番号", "advice number", "1")
]
SessionMinutes = Annotated[Minutes, Field(gt=0), Label("時間（分）", "minutes", "60")]
Sentence = Annotated[
    Text,
    Public("advice on the work, worded so that it names no person; what does is sealed"),
    Label("助言の要旨", "advice in public words", "見積りの書式を一つにする"),
]


class Basis(Code):
    """From what an adviser is paid; which of the two it is, no rule here decides."""

    CONTRACT = "contract", "委託料（契約）", "contract"
    HONORARIUM = "honorarium", "謝金（報償費）", "honorarium"


class Topic(Code):
    """What advice is about."""

    MANAGEMENT = "management", "ワーカーマネジメント", "worker management"
    CLIENTS = "clients", "顧客・受発注", "clients and orders"
    OUTREACH = "outreach", "広報", "outreach"
    TRAINING = "training", "育成・研修", "training"
    ORGANISATION = "organisation", "体制・法人", "organisation"
    MONEY = "money", "収支・契約", "money and contracts"
    OTHER = "other", "その他", "other"


class DeclineReason(Code):
    """Why advice was not adopted."""

    NO_MEANS = "no-means", "予算・人手がない", "no means"
    NOT_FITTING = "not-fitting", "地域の実情に合わない", "does not fit the place"
    DONE_OTHERWISE = "done-otherwise", "別の方法で対応", "done in another way"
    LATER = "later", "時期を改めて検討", "to be looked at later"
    OTHER = "other", "その他", "other"


class Engagement(Fields):
    """Who advises, how paid, how often and in which period.

    The target is a count of sessions, not a rhythm: 36 in ten months is not every week.
    """

    number: AdviserNumber
    person_id: PersonId
    basis: Annotated[Basis, Label("支払の根拠", "paid from", "contract")]
    contract_id: ContractId | None = None
    sessions_agreed: Annotated[
        int, Field(strict=True, ge=1, le=999), Label("契約回数", "sessions agreed", "36")
    ]
    first_day: Annotated[Day, Label("期間の初日", "first day", "2024-05-01")]
    last_day: Annotated[Day, Label("期間の末日", "last day", "2025-02-28")]
    evidence: Evidence | None = None


class Session(Fields):
    """Which session, and how long."""

    session: SessionNumber
    minutes: SessionMinutes
    evidence: Evidence | None = None


class Given(Fields):
    """What was advised in which session: in public words, or sealed where it concerns a person."""

    advice: AdviceNumber
    session: SessionNumber
    topic: Annotated[Topic, Label("助言の分野", "topic", "clients")]
    sentence: Sentence | None = None
    text: str | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.sentence is None and self.text is None:
            raise ValueError("give a sentence in public words, or a text to be sealed")
        return self


class Declined(Fields):
    """Which advice was not adopted, and why."""

    advice: AdviceNumber
    reason: Annotated[DeclineReason, Label("不採用の理由", "reason", "no-means")]


class CarriedOut(Followed):
    """Which advice came true, and which entry shows it: a decision, a plan, a training."""

    advice: AdviceNumber


class AdviserEngaged(Engagement, Event):
    """An adviser was engaged."""

    TOPIC = "advice.adviser_engaged"
    TASKS = (Task.ADVICE, Task.HONORARIA)
    EVIDENCE = (PaperKind.CONTRACT, PaperKind.COMMITMENT)
    SENTENCE: ClassVar[Label] = Label(
        "アドバイザー {number} を委嘱した（{basis}）。{first_day} から {last_day} まで "
        "{sessions_agreed} 回。",
        "Adviser {number} was engaged ({basis}) from {first_day} to {last_day} for "
        "{sessions_agreed} sessions.",
    )


class AdviserEnded(Event):
    """An adviser's work ended, and `effective_on` is its last day."""

    TOPIC = "advice.adviser_ended"
    TASKS = (Task.ADVICE,)
    SENTENCE: ClassVar[Label] = Label(
        "この日を最後に委嘱を終えた。", "The adviser's work ended with this day."
    )


class AdviceSessionHeld(TimeOfMember, Session, Event):
    """A session with an adviser was held."""

    TOPIC = "advice.session_held"
    TASKS = (Task.ADVICE,)
    EVIDENCE = (PaperKind.MINUTES, PaperKind.INSPECTION)
    SENTENCE: ClassVar[Label] = Label(
        "第{session}回の助言を受けた（{minutes} 分）。",
        "Session {session} was held ({minutes} minutes).",
    )


class AdviceGiven(Given, Event):
    """An adviser advised something."""

    TOPIC = "advice.given"
    TASKS = (Task.ADVICE,)
    SENTENCE: ClassVar[Label] = Label(
        "助言{advice}（{topic}）「{sentence}」を受けた。",
        "Advice {advice} was given ({topic}): {sentence}.",
    )

    text: Annotated[Sealed | None, SealedMark("note"), Label("内容（非公開）", "text, sealed")] = (
        None
    )


class AdviceAdopted(Event):
    """Advice was adopted."""

    TOPIC = "advice.adopted"
    TASKS = (Task.ADVICE,)
    SENTENCE: ClassVar[Label] = Label("助言{advice}を採用した。", "Advice {advice} was adopted.")

    advice: AdviceNumber


class AdviceDeclined(Declined, Event):
    """Advice was not adopted."""

    TOPIC = "advice.declined"
    TASKS = (Task.ADVICE,)
    SENTENCE: ClassVar[Label] = Label(
        "助言{advice}を採用しなかった（{reason}）。", "Advice {advice} was not adopted ({reason})."
    )


class AdviceCarriedOut(CarriedOut, Event):
    """What an adviser had advised came true in an entry of another record."""

    TOPIC = "advice.carried_out"
    TASKS = (Task.ADVICE,)
    SENTENCE: ClassVar[Label] = Label(
        "助言{advice}を実施した（{change}）。続いた記録は {record} の第{record_version}版。",
        "Advice {advice} was carried out ({change}): {record}, version {record_version}.",
    )


AdviserEvent = (
    AdviserEngaged
    | AdviserEnded
    | AdviceSessionHeld
    | AdviceGiven
    | AdviceAdopted
    | AdviceDeclined
    | AdviceCarriedOut
)


class AdviceCorrected(Correction):
    """What was recorded of an adviser was wrong."""

    TOPIC = "advice.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の助言の記録を訂正した。",
        "The entry of version {corrects} of the adviser was corrected.",
    )
    MENDS = get_args(AdviserEvent)
    FIXED = frozenset({"number", "person_id", "advice", "contract_id"})


class AdviceEntryVoided(Void):
    """An entry of an adviser never held."""

    TOPIC = "advice.entry_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の助言の記録を取り消した。",
        "The entry of version {voids} of the adviser was voided.",
    )
    MENDS = get_args(AdviserEvent)
