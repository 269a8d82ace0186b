"""What can be asked to be recorded of a publication."""

from collections.abc import Iterable
from typing import Annotated

from domain.base.command import Annul, Command, Correct, Reads
from domain.base.fields import RecordedAsFact
from domain.base.matter import CLOSING_RULES, CloseMatter
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.words import Label
from domain.consent.commands import key_of
from domain.consent.events import Purpose
from domain.engagement.commands import EngagementId
from domain.outreach import rules as outreach
from domain.outreach.commands import plan_key
from domain.publication import rules
from domain.publication.events import (
    Persons,
    Publication,
    PublicationCorrected,
    PublicationEntryVoided,
    PublicationId,
    PublicationMatterClosed,
    PublicTitle,
    Response,
    Shown,
    TakingDown,
)

_UNSOUND = (rules.BEFORE_PUBLICATION, rules.WITHDRAWN, rules.CHANGED_LATER)


def consents_of(persons: Iterable[Shown]) -> Iterable[tuple[str, str]]:
    """Give the streams of the consents that showing these persons needs."""
    for each in persons:
        for scope in each.scopes:
            yield "consent", key_of(each.person_id, Purpose.PUBLICITY, scope)


class PublishContent(Publication, Command):
    """Record what was published; the policy in force on the day is looked up, never typed in."""

    LABEL = Label("情報発信を記録する", "Publish content")
    HAPPENED = True
    REFUSALS = (
        outreach.NEEDS_PROGRAMME,
        rules.PUBLISHED_ALREADY,
        rules.NO_POLICY,
        outreach.NO_SUCH_ITEM,
        rules.NO_CONSENT,
    )

    def opens(self) -> str:
        """One stream for each publication number."""
        return self.number

    def looks_at(self) -> Iterable[tuple[str, str]]:
        """At the policy, at the plan of the item, and at the consent of whoever is shown."""
        yield "outreach-policy", self.programme
        if self.plan_year is not None:
            yield "outreach-plan", plan_key(self.programme, self.plan_year)
        yield from consents_of(self.shown)


class OfPublication(Command):
    """A command on one publication."""

    TARGET = "publication_id"

    publication_id: PublicationId


class CorrectContent(OfPublication):
    """Record that what stands published was changed, and whom it shows from then on.

    What is not given stays as it was. To show nobody any more, give no persons: an empty list.
    """

    LABEL = Label("公表した内容の変更を記録する", "Correct published content")
    REFUSALS = (rules.BEFORE_PUBLICATION, rules.WITHDRAWN, rules.NO_CONSENT)

    title: PublicTitle | None = None
    shown: Persons | None = None
    as_fact: RecordedAsFact = False

    def looks_at(self) -> Iterable[tuple[str, str]]:
        """At the consent of whoever it says is shown."""
        return consents_of(self.shown or ())


class WithdrawContent(TakingDown, OfPublication):
    """Record that a publication was taken down; `effective_on` is the first day without it."""

    LABEL = Label("公表物の取り下げを記録する", "Withdraw content")
    REFUSALS = (rules.BEFORE_PUBLICATION, rules.WITHDRAWN, rules.CHANGED_LATER)


class RecordResponse(Response, OfPublication):
    """Record how many people responded; that they did may become known after a taking down."""

    LABEL = Label("反応を記録する", "Record responses")
    HAPPENED = True
    REFUSALS = (rules.BEFORE_PUBLICATION, rules.NO_SUCH_ENGAGEMENT)

    engagement_id: Annotated[EngagementId | None, Reads("engagement")] = None


class ClosePublicationMatter(CloseMatter, OfPublication):
    """Close a matter to check of a publication: explained, remedied or confirmed."""

    LABEL = Label("公表物の要確認事項を処理する", "Close a matter of a publication")
    REFUSALS = CLOSING_RULES
    EVENT = PublicationMatterClosed


class CorrectPublication(OfPublication, Correct):
    """Put right what was recorded of a publication."""

    LABEL = Label("公表物の記録を訂正する", "Correct a publication entry")
    REFUSALS = (*MEND_RULES, *_UNSOUND)
    EVENT = PublicationCorrected


class VoidPublicationEntry(OfPublication, Annul):
    """Record that an entry of a publication never held."""

    LABEL = Label("公表物の記録を取り消す", "Void a publication entry")
    REFUSALS = (*VOID_RULES, *_UNSOUND)
    EVENT = PublicationEntryVoided


PublicationStep = CorrectContent | WithdrawContent | RecordResponse
PublicationCommand = (
    PublishContent
    | PublicationStep
    | ClosePublicationMatter
    | CorrectPublication
    | VoidPublicationEntry
)
