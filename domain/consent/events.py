"""What happens to one person's consent for one purpose."""

from typing import Annotated, ClassVar, Self, get_args
from uuid import UUID

from pydantic import StringConstraints, model_validator

from domain.base.event import Correction, Event, Fields, PaperKind, Void
from domain.base.fields import Evidence, PersonId
from domain.base.tasks import Task
from domain.base.words import Code, Label

ConsentId = Annotated[UUID, Label("同意", "consent")]
WordingId = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,47}$"),
    Label("同意文", "wording", "publicity-consent"),
]
WordingVersion = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9A-Za-z.-]{1,16}$"),
    Label("同意文の版", "version of the wording", "1"),
]


class Purpose(Code):
    """What a consent is for."""

    PUBLICITY = "publicity", "広報への掲載", "being shown in publicity"
    SHARING = "sharing", "構成員の間での共有", "sharing between the members"
    MENTORING_NOTES = "mentoring-notes", "次のメンターへの引継ぎ", "notes to the next mentor"


class Scope(Code):
    """How far a consent goes; only that for publicity is given in parts."""

    NAME = "name", "氏名", "name"
    PHOTO = "photo", "写真", "photo"
    STORY = "story", "体験談", "story"
    WHOLE = "whole", "全体", "whole"


SHOWN: tuple[Scope, ...] = (Scope.NAME, Scope.PHOTO, Scope.STORY)
"""What publicity can show of a person, each with a consent of its own."""


class About(Fields):
    """Whose consent it is, what for, and how far it goes."""

    person_id: PersonId
    purpose: Annotated[Purpose, Label("同意の目的", "purpose", "publicity")]
    scope: Annotated[Scope, Label("同意の範囲", "scope", "photo")]

    @model_validator(mode="after")
    def _goes_as_far_as_its_purpose(self) -> Self:
        if (self.purpose is Purpose.PUBLICITY) != (self.scope in SHOWN):
            raise ValueError(
                "広報の同意の範囲は氏名・写真・体験談のどれか、ほかの目的の同意の範囲は「全体」です"
                " / the scope of a consent for publicity is name, photo or story, and that of any"
                " other consent is whole"
            )
        return self


class Consented(About):
    """A consent, the words that the person was given, and the paper that shows it."""

    wording: WordingId
    wording_version: WordingVersion
    evidence: Evidence | None = None


class Withdrawal(Fields):
    """What shows that a consent was withdrawn; a reason is never asked for."""

    evidence: Evidence | None = None


class ConsentGiven(Consented, Event):
    """A person agreed, from this day on."""

    TOPIC = "consent.given"
    TASKS = (Task.PUBLICATION, Task.MENTORING, Task.CONSORTIUM)
    EVIDENCE = (PaperKind.APPLICATION,)
    SENTENCE: ClassVar[Label] = Label(
        "同意を得た（{purpose}、{scope}、同意文 {wording} 第{wording_version}版）。",
        "Consent was given ({purpose}, {scope}; wording {wording}, version {wording_version}).",
    )


class ConsentWithdrawn(Withdrawal, About, Event):
    """A person withdrew a consent: `effective_on` is the first day without it."""

    TOPIC = "consent.withdrawn"
    TASKS = ConsentGiven.TASKS
    SENTENCE: ClassVar[Label] = Label(
        "同意が撤回された（{purpose}、{scope}）。", "Consent was withdrawn ({purpose}, {scope})."
    )


ConsentEvent = ConsentGiven | ConsentWithdrawn


class ConsentCorrected(Correction):
    """What was recorded of a consent was wrong."""

    TOPIC = "consent.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の同意の記録を訂正した。",
        "The consent entry of version {corrects} was corrected.",
    )
    MENDS = get_args(ConsentEvent)
    FIXED = frozenset({"person_id", "purpose", "scope"})


class ConsentEntryVoided(Void):
    """A consent was never given, or never withdrawn."""

    TOPIC = "consent.entry_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の同意の記録を取り消した。",
        "The consent entry of version {voids} was voided.",
    )
    MENDS = get_args(ConsentEvent)
