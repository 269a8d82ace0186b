"""What happens to one offsite stay of a firm."""

from typing import Annotated, ClassVar, Self, get_args
from uuid import UUID

from pydantic import model_validator

from domain.base.event import Correction, Day, Event, Fields, PaperKind, Void
from domain.base.fields import Evidence, Municipality, Number
from domain.base.tasks import Task
from domain.base.words import Code, Label
from domain.company_programme.events import CompanyProgrammeId, Firm, Heads

StayId = Annotated[UUID, Label("立科WORK TRIP", "offsite stay")]
StayNumber = Annotated[Number, Label("WORK TRIP番号", "stay number", "WT-2024-01")]
LastDay = Annotated[Day, Label("最終日", "last day", "2024-10-04")]


class FollowUp(Code):
    """How the firm was kept in touch with."""

    MEETING = "meeting", "打合せ", "meeting"
    PROPOSAL = "proposal", "提案", "proposal"
    INTRODUCTION = "introduction", "ワーカーの紹介", "workers introduced"
    CONTACT = "contact", "連絡", "contact"
    OTHER = "other", "その他", "other"


class CancelReason(Code):
    """Why a stay came to nothing."""

    FIRM_WITHDREW = "firm-withdrew", "企業の取りやめ", "the firm withdrew"
    NO_LODGING = "no-lodging", "宿泊先・会場がない", "no lodging or room"
    FORCE_MAJEURE = "force-majeure", "災害など", "disaster or the like"
    OTHER = "other", "その他", "other"


class Invitation(Firm):
    """Which firm was invited."""

    number: StayNumber

    @model_validator(mode="after")
    def _names_the_firm(self) -> Self:
        if self.client_id is None and self.organisation is None:
            raise ValueError("a firm is named as a client, by its name, or by both")
        return self


class Stayed(Fields):
    """Until which day, with how many heads, and with which programme for companies, if any."""

    last_day: LastDay
    heads: Heads
    company_programme_id: CompanyProgrammeId | None = None
    evidence: Evidence | None = None


class Following(Fields):
    """How the firm was kept in touch with, and what shows it."""

    kind: Annotated[FollowUp, Label("フォローの種類", "kind of follow-up", "proposal")]
    evidence: Evidence | None = None


class Calling(Fields):
    """Why a stay came to nothing."""

    reason: Annotated[CancelReason, Label("中止の理由", "reason", "firm-withdrew")]


class StayInvited(Invitation, Event):
    """A firm was invited to an offsite stay."""

    TOPIC = "offsite_stay.invited"
    TASKS = (Task.OFFSITE_STAYS,)
    SENTENCE: ClassVar[Label] = Label(
        "立科WORK TRIP {number} に招いた。", "A firm was invited to {number}."
    )

    municipality: Municipality


class StayHeld(Stayed, Event):
    """A firm came: `effective_on` is the first day."""

    TOPIC = "offsite_stay.held"
    TASKS = (Task.OFFSITE_STAYS,)
    EVIDENCE = (PaperKind.ROSTER, PaperKind.MINUTES)
    SENTENCE: ClassVar[Label] = Label(
        "{last_day} まで {heads} 人で実施した。", "The firm came with {heads} until {last_day}."
    )

    municipality: Municipality

    @model_validator(mode="after")
    def _ends_after_it_began(self) -> Self:
        if self.last_day < self.effective_on:
            raise ValueError("the last day of a stay is not before its first")
        return self


class FollowUpMade(Following, Event):
    """The firm was kept in touch with after its stay."""

    TOPIC = "offsite_stay.follow_up_made"
    TASKS = (Task.OFFSITE_STAYS,)
    SENTENCE: ClassVar[Label] = Label("フォローした（{kind}）。", "It was followed up ({kind}).")


class StayCancelled(Calling, Event):
    """A stay came to nothing."""

    TOPIC = "offsite_stay.cancelled"
    TASKS = (Task.OFFSITE_STAYS,)
    SENTENCE: ClassVar[Label] = Label(
        "立科WORK TRIP を中止した（{reason}）。", "The stay was cancelled ({reason})."
    )


StayEvent = StayInvited | StayHeld | FollowUpMade | StayCancelled


class StayCorrected(Correction):
    """What was recorded of a stay was wrong."""

    TOPIC = "offsite_stay.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の滞在の記録を訂正した。",
        "The stay's entry of version {corrects} was corrected.",
    )
    MENDS = get_args(StayEvent)
    FIXED = frozenset({"number", "municipality"})


class StayEntryVoided(Void):
    """An entry of a stay never held."""

    TOPIC = "offsite_stay.entry_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の滞在の記録を取り消した。",
        "The stay's entry of version {voids} was voided.",
    )
    MENDS = get_args(StayEvent)
