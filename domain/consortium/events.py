"""What happens to the consortium, and to each of its members."""

from datetime import timedelta
from typing import Annotated, ClassVar, Self, get_args
from uuid import UUID

from pydantic import Field, ValidationInfo, field_validator, model_validator

from domain.base.event import Correction, Day, Event, Fields, PaperKind, Void
from domain.base.fields import Amount, Evidence, Number, PersonId, Text, Year
from domain.base.personal import Public, Sealed
from domain.base.tasks import Task
from domain.base.values.codes import parse_corporate_number, parse_municipality_code
from domain.base.words import Code, Label

ConsortiumId = Annotated[UUID, Label("コンソーシアム", "consortium")]
MembershipId = Annotated[UUID, Label("構成員", "member")]
ConsortiumName = Annotated[
    Text,
    Public("the consortium's public name"),
    Label("コンソーシアムの名称", "name of the consortium", "越県・越境コンソーシアム（仮）"),
]
"""As it was decided; a provisional name keeps its 「（仮）」."""
Document = Annotated[Evidence, Label("協定書", "agreement document")]
MemberCode = Annotated[Number, Label("構成員コード", "member code", "203246")]
MemberName = Annotated[
    Text,
    Public("an organisation's name; a person's own is sealed"),
    Label("団体名・屋号", "name of the organisation", "立科町"),
]


class MemberKind(Code):
    """What kind of member it is; which kinds a figure counts is for the figure to say."""

    MUNICIPALITY = "municipality", "市町村", "municipality"
    PREFECTURE = "prefecture", "都道府県", "prefecture"
    COMPANY = "company", "企業", "company"
    CORPORATION = "corporation", "一般社団法人・公社", "corporation"
    PROFESSIONAL = "professional", "民間プロ人材", "outside professional"


PUBLIC_BODIES = (MemberKind.MUNICIPALITY, MemberKind.PREFECTURE)
"""They are known by their 全国地方公共団体コード; other organisations by their 法人番号."""
PRIVATE = (MemberKind.COMPANY, MemberKind.PROFESSIONAL)
"""Firms and outside professionals. A corporation that municipalities set up is not among them."""


class AgreementVersion(Fields):
    """A version of the agreement between the members, and the document that shows it."""

    agreement_version: Annotated[
        int, Field(strict=True, ge=1, le=999), Label("協定書の版", "agreement version", "1")
    ]
    document: Document


class AgreementPart(Code):
    """What of the agreement an amendment changes."""

    MEMBERS = "members", "構成員", "members"
    ROLES = "roles", "役割分担", "roles"
    COST = "cost", "費用負担", "sharing of costs"
    TERM = "term", "期間", "term"
    PERSONAL_DATA = "personal-data", "個人情報の取扱い", "personal information"
    OTHER = "other", "その他", "other"


class AgreementChange(AgreementVersion):
    """A later version of the agreement, which version it amends, and in what."""

    amends: Annotated[
        int, Field(strict=True, ge=1, le=999), Label("改定前の版", "version amended", "1")
    ]
    parts: Annotated[
        tuple[AgreementPart, ...],
        Field(min_length=1),
        Label("改定した事項", "what was amended", "cost"),
    ]


class ShareBasis(Code):
    """By what a member's share of the costs is found."""

    EQUAL = "equal", "均等割", "equal shares"
    POPULATION = "population", "人口割", "by population"
    WORKERS = "workers", "ワーカー数割", "by number of workers"
    AGREED = "agreed", "協定による額", "amount agreed on"
    IN_KIND = "in-kind", "現物・役務の提供", "in kind"
    OTHER = "other", "その他", "other"


class Share(Fields):
    """What a member bears of the costs of a fiscal year, by what, and what shows it."""

    fiscal_year: Year
    amount: Amount
    basis: Annotated[ShareBasis, Label("負担の根拠", "basis of the share", "agreed")]
    evidence: Evidence | None = None


class Who(Fields):
    """A member by kind and code.

    The code is the municipality code of a public body, the 法人番号 of another organisation, and
    the number that the secretariat gave to an outside professional.
    """

    kind: Annotated[MemberKind, Label("構成員の種別", "kind of member", "municipality")]
    code: MemberCode

    @field_validator("code")
    @classmethod
    def _code_fits_the_kind(cls, code: str, info: ValidationInfo) -> str:
        kind = info.data.get("kind")
        if kind is None or kind is MemberKind.PROFESSIONAL:
            return code
        return (
            parse_municipality_code(code) if kind in PUBLIC_BODIES else parse_corporate_number(code)
        )


class Member(Who):
    """Who a member is: an organisation has a name, a professional is a person.

    A professional's own name is sealed; `name` may then hold their firm or trade name.
    """

    name: MemberName | None = None
    person_id: PersonId | None = None
    personal_name: str | None = None

    @model_validator(mode="after")
    def _is_named(self) -> Self:
        personal = (self.person_id, self.personal_name)
        if self.kind is MemberKind.PROFESSIONAL:
            if None in personal:
                raise ValueError("a professional has person_id and personal_name")
        elif self.name is None or personal != (None, None):
            raise ValueError("an organisation has a name, and neither person_id nor personal_name")
        return self


class ConsortiumFormed(Event):
    """The consortium was formed."""

    TOPIC = "consortium.formed"
    TASKS = (Task.CONSORTIUM,)
    SENTENCE: ClassVar[Label] = Label(
        "コンソーシアム「{name}」を設立した。", "The consortium {name} was formed."
    )

    name: ConsortiumName
    evidence: Evidence | None = None


class ConsortiumRenamed(Event):
    """The consortium got another name."""

    TOPIC = "consortium.renamed"
    TASKS = (Task.CONSORTIUM,)
    SENTENCE: ClassVar[Label] = Label(
        "名称を「{name}」に改めた。", "The consortium was renamed {name}."
    )

    name: ConsortiumName
    evidence: Evidence | None = None


class AgreementConcluded(AgreementVersion, Event):
    """A version of the agreement between the members came into force."""

    TOPIC = "consortium.agreement_concluded"
    TASKS = (Task.CONSORTIUM,)
    SENTENCE: ClassVar[Label] = Label(
        "協定書の第{agreement_version}版を締結した。",
        "Version {agreement_version} of the agreement was concluded.",
    )


class AgreementAmended(AgreementChange, Event):
    """A later version of the agreement came into force, which amends an earlier one."""

    TOPIC = "consortium.agreement_amended"
    TASKS = (Task.CONSORTIUM,)
    EVIDENCE = (PaperKind.CONTRACT,)
    SENTENCE: ClassVar[Label] = Label(
        "協定書の第{amends}版を改め、第{agreement_version}版とした（{parts}）。",
        "Version {amends} of the agreement was amended to version {agreement_version} ({parts}).",
    )


ConsortiumEvent = ConsortiumFormed | ConsortiumRenamed | AgreementConcluded | AgreementAmended


class ConsortiumCorrected(Correction):
    """What was recorded of the consortium was wrong."""

    TOPIC = "consortium.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の記録を訂正した。", "The entry of version {corrects} was corrected."
    )
    MENDS = get_args(ConsortiumEvent)
    FIXED = frozenset({"agreement_version", "amends"})


class ConsortiumVoided(Void):
    """What was recorded of the consortium never held."""

    TOPIC = "consortium.voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の記録を取り消した。", "The entry of version {voids} was voided."
    )
    MENDS = get_args(ConsortiumEvent)


PersonalName = Annotated[Sealed, Label("氏名", "name")]


class MemberInvited(Member, Event):
    """Someone was invited to become a member."""

    TOPIC = "consortium.member_invited"
    TASKS = (Task.CONSORTIUM, Task.MEMBER_KINDS)
    SENTENCE: ClassVar[Label] = Label(
        "{code}（{kind}）に加入を呼びかけた。", "{code} ({kind}) was invited."
    )

    personal_name: PersonalName | None = None


class InvitationDeclined(Who, Event):
    """An invitation was declined, which needs no reason."""

    TOPIC = "consortium.invitation_declined"
    TASKS = (Task.CONSORTIUM,)
    SENTENCE: ClassVar[Label] = Label(
        "{code}（{kind}）は加入を見送った。", "{code} ({kind}) declined the invitation."
    )


class MemberJoined(Member, Event):
    """A member joined, and is one from this day on."""

    TOPIC = "consortium.member_joined"
    TASKS = (Task.CONSORTIUM, Task.MEMBER_KINDS, Task.KPI_MEMBERS)
    SENTENCE: ClassVar[Label] = Label("{code}（{kind}）が加入した。", "{code} ({kind}) joined.")

    personal_name: PersonalName | None = None
    evidence: Evidence | None = None


class MemberLeft(Who, Event):
    """A member left: `effective_on` is the first day without, the day after the last."""

    TOPIC = "consortium.member_left"
    TASKS = (Task.CONSORTIUM, Task.KPI_MEMBERS)
    SENTENCE: ClassVar[Label] = Label(
        "{code}（{kind}）が {last_day} を最終日として脱退した。",
        "{code} ({kind}) left; {last_day} was the last day.",
    )

    last_day: Annotated[Day, Label("最終日", "last day")]
    evidence: Evidence | None = None

    @model_validator(mode="after")
    def _leaves_the_day_after(self) -> Self:
        if self.effective_on - self.last_day != timedelta(days=1):
            raise ValueError("a member has left on the day after the last day")
        return self


class MemberRejoined(Who, Event):
    """A member who had left joined again."""

    TOPIC = "consortium.member_rejoined"
    TASKS = (Task.CONSORTIUM, Task.MEMBER_KINDS, Task.KPI_MEMBERS)
    SENTENCE: ClassVar[Label] = Label(
        "{code}（{kind}）が再び加入した。", "{code} ({kind}) joined again."
    )

    evidence: Evidence | None = None


class CostShared(Share, Who, Event):
    """A member's share of the costs of a fiscal year was settled."""

    TOPIC = "consortium.cost_shared"
    TASKS = (Task.CONSORTIUM, Task.PUBLIC_PRIVATE)
    EVIDENCE = (PaperKind.CONTRACT, PaperKind.INVOICE)
    SENTENCE: ClassVar[Label] = Label(
        "{code}（{kind}）の{fiscal_year}の負担を {amount} 円とした（{basis}）。",
        "{code} ({kind}) bears {amount} yen of {fiscal_year} ({basis}).",
    )


StandingEvent = MemberInvited | InvitationDeclined | MemberJoined | MemberLeft | MemberRejoined
"""What changes how someone stands to the consortium."""
MembershipEvent = StandingEvent | CostShared


class MembershipCorrected(Correction):
    """What was recorded of a member was wrong."""

    TOPIC = "consortium.membership_corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の記録を訂正した。", "The entry of version {corrects} was corrected."
    )
    MENDS = get_args(MembershipEvent)
    FIXED = frozenset({"kind", "code", "person_id", "fiscal_year"})


class MembershipVoided(Void):
    """What was recorded of a member never held."""

    TOPIC = "consortium.membership_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の記録を取り消した。", "The entry of version {voids} was voided."
    )
    MENDS = get_args(MembershipEvent)
