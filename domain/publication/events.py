"""What happens to one publication."""

from typing import Annotated, ClassVar, Self, get_args
from uuid import UUID

from pydantic import AfterValidator, Field, model_validator

from domain.base.event import Correction, Event, Fields, PaperKind, Void
from domain.base.fields import Evidence, Number, PersonId, RecordedAsFact, Text, Whose, Year
from domain.base.matter import MatterClosed
from domain.base.personal import Public
from domain.base.tasks import Task
from domain.base.words import Code, Label
from domain.consent.events import SHOWN, Scope
from domain.engagement.commands import EngagementId
from domain.outreach.events import Channel, ItemNumber, PolicyVersion, WhoReads

PublicationId = Annotated[UUID, Label("公表物", "publication")]
PublicationNumber = Annotated[Number, Label("公表番号", "publication number", "P-2024-001")]
PublicTitle = Annotated[
    Text,
    Public("a title as it was published"),
    Label("公表物の件名", "title", "テレワーク説明会のお知らせ"),
]
Place = Annotated[
    Text,
    Public("an address or place that is open to everybody"),
    Label("URL・掲載場所", "address or place", "https://www.example.jp/telework/1"),
]
Times = Annotated[int, Field(strict=True, ge=1, le=10_000_000), Label("件数", "count", "12")]
_MOST_PERSONS = 100


class Shown(Fields):
    """A person whom a publication shows, and what of them."""

    person_id: PersonId
    scopes: Annotated[
        tuple[Scope, ...],
        Field(min_length=1, max_length=len(SHOWN)),
        Label("載せたもの", "what is shown"),
    ]

    @model_validator(mode="after")
    def _shows_what_can_be_shown(self) -> Self:
        if not set(self.scopes) <= set(SHOWN) or len(set(self.scopes)) < len(self.scopes):
            raise ValueError("a publication shows name, photo or story of a person, each once")
        return self


def _each_once(shown: tuple[Shown, ...]) -> tuple[Shown, ...]:
    if len({each.person_id for each in shown}) < len(shown):
        raise ValueError("each person is named once, with all that is shown")
    return shown


Persons = Annotated[
    tuple[Shown, ...],
    Field(max_length=_MOST_PERSONS),
    AfterValidator(_each_once),
    Label("載せた人", "persons shown"),
]


class ResponseKind(Code):
    """How people responded."""

    VIEW = "view", "閲覧", "view"
    REACTION = "reaction", "反応", "reaction"
    APPLICATION = "application", "申込み", "application"
    INQUIRY = "inquiry", "仕事の引き合い", "inquiry for work"
    OTHER = "other", "その他", "other"


class WithdrawReason(Code):
    """Why something was taken down."""

    CONSENT_WITHDRAWN = "consent-withdrawn", "同意の撤回", "a consent was withdrawn"
    OUTDATED = "outdated", "掲載期間の終わり", "outdated"
    WRONG = "wrong", "内容の誤り", "wrong"
    OTHER = "other", "その他", "other"


class Showing(Fields):
    """Whom it shows from then on."""

    shown: Persons = ()
    as_fact: RecordedAsFact = False


class Publication(Showing):
    """What was published where, and for which item of which year's plan, if any."""

    number: PublicationNumber
    title: PublicTitle
    audience: WhoReads
    channel: Channel
    place: Place
    municipality: Whose
    plan_year: Year | None = None
    item: ItemNumber | None = None
    evidence: Evidence | None = None

    @model_validator(mode="after")
    def _names_plan_and_item_together(self) -> Self:
        if (self.plan_year is None) != (self.item is None):
            raise ValueError("an item is named with the fiscal year of its plan")
        return self


class Change(Showing):
    """What a published text says from then on; `title` only if it changed."""

    title: PublicTitle | None = None


class Response(Fields):
    """How many people responded how; an inquiry for work can name the order it led to."""

    kind: Annotated[ResponseKind, Label("反応の種類", "kind of response", "view")]
    count: Times
    engagement_id: EngagementId | None = None

    @model_validator(mode="after")
    def _only_an_inquiry_leads_to_an_order(self) -> Self:
        if self.engagement_id is not None and self.kind is not ResponseKind.INQUIRY:
            raise ValueError("only an inquiry for work can name the order that it led to")
        return self


class TakingDown(Fields):
    """Why something was taken down."""

    reason: Annotated[WithdrawReason, Label("取り下げの理由", "reason", "outdated")]


class ContentPublished(Publication, Event):
    """Something was published; `policy_version` is the version of the policy in force that day."""

    TOPIC = "publication.published"
    TASKS = (Task.PUBLICATION, Task.URLS)
    EVIDENCE = (PaperKind.PUBLICATION,)
    SENTENCE: ClassVar[Label] = Label(
        "{number}「{title}」を公表した（{channel}、{place}）。",
        "{number}, {title}, was published ({channel}, {place}).",
    )

    policy_version: PolicyVersion | None = None


class ContentCorrected(Change, Event):
    """What stands published was changed."""

    TOPIC = "publication.changed"
    TASKS = (Task.PUBLICATION,)
    SENTENCE: ClassVar[Label] = Label("公表した内容を改めた。", "What was published was changed.")


class ContentWithdrawn(TakingDown, Event):
    """A publication was taken down: `effective_on` is the first day without it."""

    TOPIC = "publication.withdrawn"
    TASKS = (Task.PUBLICATION,)
    SENTENCE: ClassVar[Label] = Label(
        "公表物を取り下げた（{reason}）。", "The publication was taken down ({reason})."
    )


class ResponseRecorded(Response, Event):
    """People responded to a publication."""

    TOPIC = "publication.response_recorded"
    TASKS = (Task.PUBLICATION,)
    SENTENCE: ClassVar[Label] = Label(
        "{kind} が {count} 件あった。", "There were {count} responses ({kind})."
    )


class PublicationMatterClosed(MatterClosed):
    """A person looked at a matter to check of a publication and closed it."""

    TOPIC = "publication.matter_closed"
    TASKS = (Task.PUBLICATION,)
    SENTENCE = MatterClosed.SENTENCE


PublicationEvent = (
    ContentPublished
    | ContentCorrected
    | ContentWithdrawn
    | ResponseRecorded
    | PublicationMatterClosed
)


class PublicationCorrected(Correction):
    """What was recorded of a publication was wrong."""

    TOPIC = "publication.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の公表物の記録を訂正した。",
        "The publication's entry of version {corrects} was corrected.",
    )
    MENDS = get_args(PublicationEvent)
    FIXED = frozenset({"number", "policy_version", "concerns", "check"})


class PublicationEntryVoided(Void):
    """An entry of a publication never held."""

    TOPIC = "publication.entry_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の公表物の記録を取り消した。",
        "The publication's entry of version {voids} was voided.",
    )
    MENDS = get_args(PublicationEvent)
