"""What happens to one delegated approval, and the help that the order director is given."""

from typing import Annotated, ClassVar, Self, get_args

from pydantic import Field, model_validator

from domain.base.event import Correction, Day, Event, Fields, PaperKind, Void
from domain.base.fields import Evidence, Number, PersonId
from domain.base.tasks import Task
from domain.base.values.money import Minutes, Yen
from domain.base.words import Code, Label

A_DAY = 24 * 60
ApprovalNumber = Annotated[Number, Label("決裁番号", "approval number", "6立企第45号")]


class ApprovalKind(Code):
    """What is approved."""

    ESTIMATE = "estimate", "見積り", "estimates"
    ORDER = "order", "受注", "orders"
    OFFER = "offer", "住民への打診と条件", "offers and terms to residents"
    INSPECTION = "inspection", "検査", "inspections"
    INVOICE = "invoice", "請求", "invoices"
    PAYMENT = "payment", "報酬の支払", "payments to residents"
    OTHER = "other", "その他", "other"


class RevokeReason(Code):
    """Why a delegation ended before its last day."""

    BACK = "back", "本人の復帰", "the director is back"
    CHANGED = "changed", "担当の変更", "somebody else takes over"
    ASKED = "asked", "受任者の申出", "asked for by the delegate"
    OTHER = "other", "その他", "other"


class Help(Code):
    """What the order director was helped with."""

    SCHEDULE = "schedule", "日程の調整", "arranging dates"
    DOCUMENTS = "documents", "書類の作成", "preparing papers"
    CORRESPONDENCE = "correspondence", "連絡・問合せ対応", "correspondence"
    RESEARCH = "research", "調査・情報収集", "research"
    ACCOUNTS = "accounts", "請求・支払の確認", "checking invoices and payments"
    OTHER = "other", "その他", "other"


Kinds = Annotated[
    tuple[ApprovalKind, ...],
    Field(min_length=1),
    Label("決裁の種類", "kinds of approval", "estimate"),
]
Delegate = Annotated[PersonId, Label("受任者", "delegate")]
Director = Annotated[PersonId, Label("委任者（ディレクター）", "delegated by")]
UpTo = Annotated[Yen, Field(gt=0), Label("上限額（円）", "up to (yen)", "300000")]
LastDay = Annotated[Day, Label("最終日", "last day", "2025-03-31")]
HelpKind = Annotated[Help, Label("補佐の内容", "kind of assistance", "documents")]
DailyMinutes = Annotated[
    Minutes, Field(gt=0, le=A_DAY), Label("その日の合計（分）", "total of the day in minutes", "90")
]


class Delegation(Fields):
    """Who may approve what in whose place, up to which sum and until when.

    `effective_on` is the first day. Without `up_to` there is no limit on the sum.
    """

    number: ApprovalNumber
    delegate: Delegate
    delegated_by: Director
    kinds: Kinds
    up_to: UpTo | None = None
    until: LastDay
    evidence: Evidence | None = None

    @model_validator(mode="after")
    def _names_each_kind_once(self) -> Self:
        if len(set(self.kinds)) < len(self.kinds):
            raise ValueError("a kind of approval is named once")
        return self


class Revocation(Fields):
    """Why a delegation ended early."""

    reason: Annotated[RevokeReason, Label("取りやめの理由", "reason", "back")]
    evidence: Evidence | None = None


class Assistance(Fields):
    """How long somebody helped the director with one kind of thing on one day, all in all.

    A total of the day: when it began and ended is asked of nobody.
    """

    person_id: PersonId
    kind: HelpKind
    minutes: DailyMinutes


class ApprovalDelegated(Delegation, Event):
    """The order director let somebody approve in his place from this day on."""

    TOPIC = "delegation.delegated"
    SENTENCE: ClassVar[Label] = Label(
        "決裁を委任した（決裁番号 {number}、{until} まで）。",
        "Approval was delegated ({number}, until {until}).",
    )
    TASKS = (Task.DIRECTOR,)
    EVIDENCE = (PaperKind.CONTRACT, PaperKind.OTHER)


class ApprovalRevoked(Revocation, Event):
    """A delegation was taken back: `effective_on` is the first day without it."""

    TOPIC = "delegation.revoked"
    SENTENCE: ClassVar[Label] = Label(
        "決裁の委任を取りやめた（{reason}）。", "The delegation was revoked ({reason})."
    )
    TASKS = (Task.DIRECTOR,)


DelegationEvent = ApprovalDelegated | ApprovalRevoked


class DelegationCorrected(Correction):
    """What was recorded of a delegation was wrong."""

    TOPIC = "delegation.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の委任の記録を訂正した。",
        "The delegation's entry of version {corrects} was corrected.",
    )
    MENDS = get_args(DelegationEvent)
    FIXED = frozenset({"number"})


class DelegationVoided(Void):
    """An entry of a delegation never held."""

    TOPIC = "delegation.entry_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の委任の記録を取り消した。",
        "The delegation's entry of version {voids} was voided.",
    )
    MENDS = get_args(DelegationEvent)


class AssistanceLogged(Assistance, Event):
    """Somebody helped the order director on this day."""

    TOPIC = "assistance.logged"
    SENTENCE: ClassVar[Label] = Label(
        "ディレクターの補佐を記録した（{kind}、{minutes} 分）。",
        "Assistance to the director was logged ({kind}, {minutes} minutes).",
    )
    TASKS = (Task.DIRECTOR,)


class AssistanceCorrected(Correction):
    """What was logged of an assistance was wrong."""

    TOPIC = "assistance.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の補佐の記録を訂正した。",
        "The assistance of version {corrects} was corrected.",
    )
    MENDS = (AssistanceLogged,)
    FIXED = frozenset({"person_id", "effective_on"})


class AssistanceVoided(Void):
    """An assistance was never given."""

    TOPIC = "assistance.entry_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の補佐の記録を取り消した。", "The assistance of version {voids} was voided."
    )
    MENDS = (AssistanceLogged,)
