"""What happens to one programme for companies."""

from typing import Annotated, ClassVar, Self, get_args
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from domain.base.event import Correction, Event, Fields, PaperKind, Void
from domain.base.fields import Amount, Evidence, Text
from domain.base.personal import Public
from domain.base.tasks import Task
from domain.base.words import Code, Label
from domain.client.events import ClientId, ClientName

CompanyProgrammeId = Annotated[UUID, Label("企業向けプログラム", "programme for companies")]
CompanyProgrammeCode = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,47}$"),
    Label("プログラムコード", "code of the programme", "forest-camp"),
]
CompanyProgrammeTitle = Annotated[
    Text,
    Public("what an offer to companies is called on its flyer"),
    Label("プログラムの名称", "title of the programme", "森の開発合宿"),
]
Host = Annotated[
    Text,
    Public("the organisation that hosts an offer, as its flyer names it"),
    Label("受入団体", "host organisation", "架空観光協会"),
]
Safety = Annotated[
    Text,
    Public("what participants are told about safety, as it stands on the flyer"),
    Label("安全上の注意", "safety notes", "火の使用は指定の場所のみ"),
]
Heads = Annotated[int, Field(strict=True, ge=1, le=10_000), Label("参加人数", "heads", "8")]
Answers = Annotated[int, Field(strict=True, ge=0, le=10_000)]
Scores = Annotated[
    tuple[Answers, Answers, Answers, Answers, Answers],
    Label("評価別の回答数（1から5）", "answers by score, 1 to 5"),
]


class Firm(Fields):
    """Which firm: a registered client, an organisation by its name of that day, or both."""

    client_id: ClientId | None = None
    organisation: ClientName | None = None


class Offer(Fields):
    """What is offered: its name, host and price for one head, and what is said about safety."""

    title: CompanyProgrammeTitle
    host: Host
    price: Amount
    safety: Safety


class NewOffer(Offer):
    """An offer under a code of its own."""

    code: CompanyProgrammeCode


class Run(Firm):
    """For whom it was run, how many came, and how they judged it; None if nobody was asked."""

    stay_id: Annotated[UUID | None, Label("立科WORK TRIP", "offsite stay")] = None
    heads: Heads
    feedback: Scores | None = None
    evidence: Evidence | None = None

    @model_validator(mode="after")
    def _is_for_somebody(self) -> Self:
        if self.stay_id is None and self.client_id is None and self.organisation is None:
            raise ValueError("a run is for a stay, a client or an organisation")
        if self.feedback is not None and sum(self.feedback) > self.heads:
            raise ValueError("there are more answers than heads")
        return self


class EndReason(Code):
    """Why a programme is offered no more."""

    NO_DEMAND = "no-demand", "希望がない", "no demand"
    HOST_ENDED = "host-ended", "受入団体の都合", "the host ended it"
    REPLACED = "replaced", "他のプログラムに替えた", "replaced"
    OTHER = "other", "その他", "other"


class Ending(Fields):
    """Why it is offered no more."""

    reason: Annotated[EndReason, Label("終了の理由", "reason", "replaced")]


class CompanyProgrammeCreated(NewOffer, Event):
    """A programme was created to be offered to companies."""

    TOPIC = "company_programme.created"
    TASKS = (Task.COMPANY_PROGRAMMES,)
    EVIDENCE = (PaperKind.PUBLICATION, PaperKind.PLAN)
    SENTENCE: ClassVar[Label] = Label(
        "企業向けプログラム {code}「{title}」を作った（{host}、{price} 円）。",
        "Programme {code}, {title}, was created ({host}, {price} yen).",
    )


class CompanyProgrammeRevised(Offer, Event):
    """What is offered was changed."""

    TOPIC = "company_programme.revised"
    TASKS = (Task.COMPANY_PROGRAMMES,)
    SENTENCE: ClassVar[Label] = Label(
        "プログラムを「{title}」（{host}、{price} 円）に改めた。",
        "The programme was revised: {title} ({host}, {price} yen).",
    )


class CompanyProgrammeRun(Run, Event):
    """The programme was run for a stay, a client or another organisation."""

    TOPIC = "company_programme.run"
    TASKS = (Task.COMPANY_PROGRAMMES,)
    EVIDENCE = (PaperKind.ROSTER,)
    SENTENCE: ClassVar[Label] = Label(
        "プログラムを実施した（{heads} 人）。", "The programme was run for {heads} heads."
    )

    code: CompanyProgrammeCode


class CompanyProgrammeEnded(Ending, Event):
    """A programme is offered no more: `effective_on` is the first day without it."""

    TOPIC = "company_programme.ended"
    TASKS = (Task.COMPANY_PROGRAMMES,)
    SENTENCE: ClassVar[Label] = Label(
        "プログラムの提供を終えた（{reason}）。", "The programme was ended ({reason})."
    )


CompanyProgrammeEvent = (
    CompanyProgrammeCreated | CompanyProgrammeRevised | CompanyProgrammeRun | CompanyProgrammeEnded
)


class CompanyProgrammeCorrected(Correction):
    """What was recorded of a programme was wrong."""

    TOPIC = "company_programme.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版のプログラムの記録を訂正した。",
        "The programme's entry of version {corrects} was corrected.",
    )
    MENDS = get_args(CompanyProgrammeEvent)
    FIXED = frozenset({"code"})


class CompanyProgrammeEntryVoided(Void):
    """An entry of a programme never held."""

    TOPIC = "company_programme.entry_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版のプログラムの記録を取り消した。",
        "The programme's entry of version {voids} was voided.",
    )
    MENDS = get_args(CompanyProgrammeEvent)
