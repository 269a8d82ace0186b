"""The publication: what its record accepts, and what its events make of it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never
from uuid import UUID

from domain.base.command import Seen
from domain.base.days import said_on
from domain.base.event import COMMON, opened
from domain.base.rule import Rule
from domain.consent.consent import Consent
from domain.consent.events import Purpose, Scope
from domain.engagement.engagement import Engagement
from domain.outreach import rules as outreach
from domain.outreach.plan import Plan
from domain.outreach.policy import Policy
from domain.publication import checks, rules
from domain.publication import commands as c
from domain.publication import events as e

matters = checks.matters


@dataclass(frozen=True, slots=True)
class Publication:
    """One publication as far as rules need it; `showing` is whom it shows from which day on.

    `changed_on` is the latest day on which it was published or changed.
    `disorder` is the first rule that an entry breaks: no command records such an entry, but a
    correction could bring it about.
    """

    programme: str
    published_on: date
    showing: tuple[tuple[date, e.Showing], ...]
    changed_on: date = date.min
    withdrawn_on: date = date.max
    disorder: Rule | None = None


def decide_opening(
    publication: Publication | None, command: c.PublishContent, seen: Seen
) -> list[e.PublicationEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    day = command.effective_on
    outreach.NEEDS_PROGRAMME.require(command.programme != COMMON)
    rules.PUBLISHED_ALREADY.require(publication is None)
    policy = next(iter(seen.every(Policy)), None)
    version = policy.in_force(day) if policy else None
    rules.NO_POLICY.require(version or command.as_fact)
    if command.item is not None:
        plan = next(iter(seen.every(Plan)), None)
        outreach.NO_SUCH_ITEM.require(plan and plan.has(command.item, day))
    _require_consents(command, day, seen)
    return [e.ContentPublished.model_validate(command.carried() | {"policy_version": version})]


def decide(
    publication: Publication, command: c.PublicationStep, seen: Seen
) -> list[e.PublicationEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    fields = command.carried() | {"programme": publication.programme}
    match command:
        case c.CorrectContent():
            showing = _showing(publication, command)
            event: e.PublicationEvent = e.ContentCorrected.model_validate(
                fields | showing.model_dump()
            )
            # Whoever stays shown is none of this change: what is to be taken down is listed.
            if command.shown is not None:
                _require_consents(showing, command.effective_on, seen)
        case c.WithdrawContent():
            event = e.ContentWithdrawn.model_validate(fields)
        case c.RecordResponse():
            event = e.ResponseRecorded.model_validate(fields)
            if command.engagement_id is not None:
                engagement = seen.the(Engagement, command.engagement_id)
                known = engagement and engagement.inquired_on <= command.effective_on
                rules.NO_SUCH_ENGAGEMENT.require(known)
        case _:
            assert_never(command)
    sound(evolve(publication, event))
    return [event]


def _showing(publication: Publication, command: c.CorrectContent) -> e.Showing:
    stands = said_on(publication.showing, command.effective_on)
    if command.shown is None and stands is not None:
        return stands
    return e.Showing(shown=command.shown or (), as_fact=command.as_fact)


def sound(publication: Publication) -> None:
    """Raise the rule that a mended publication breaks."""
    if publication.disorder:
        publication.disorder.broken()


def evolve(publication: Publication | None, event: e.PublicationEvent) -> Publication:
    """Fold one effective event into the publication."""
    day = event.effective_on
    if isinstance(event, e.ContentPublished):
        return Publication(event.programme, day, ((day, _shown_by(event)),))
    publication = opened(publication)
    disorder = publication.disorder or _disorder(publication, event)
    publication = replace(publication, disorder=disorder)
    match event:
        case e.ContentWithdrawn():
            return replace(publication, withdrawn_on=day)
        case e.ContentCorrected():
            showing = (*publication.showing, (day, _shown_by(event)))
            changed_on = max(day, publication.changed_on)
            return replace(publication, showing=showing, changed_on=changed_on)
        case e.ResponseRecorded() | e.PublicationMatterClosed():
            return publication
        case _:
            assert_never(event)


def _shown_by(event: e.ContentPublished | e.ContentCorrected) -> e.Showing:
    return e.Showing(shown=event.shown, as_fact=event.as_fact)


def _disorder(publication: Publication, event: e.PublicationEvent) -> Rule | None:
    if event.effective_on < publication.published_on:
        return rules.BEFORE_PUBLICATION
    if isinstance(event, e.ContentCorrected) and event.effective_on >= publication.withdrawn_on:
        return rules.WITHDRAWN
    if isinstance(event, e.ContentWithdrawn):
        if publication.withdrawn_on != date.max:
            return rules.WITHDRAWN
        # What is taken down from this day on cannot have been changed on it or later.
        return rules.CHANGED_LATER if event.effective_on <= publication.changed_on else None
    return None


def _require_consents(showing: e.Showing, day: date, seen: Seen) -> None:
    given = {
        (consent.person_id, consent.scope)
        for consent in seen.every(Consent)
        if consent.purpose is Purpose.PUBLICITY and consent.in_force(day)
    }

    def consents(person: UUID, scope: Scope, _day: date) -> bool:
        return (person, scope) in given

    lacking = any(checks.lacking(each, day, consents) for each in showing.shown)
    rules.NO_CONSENT.require(showing.as_fact or not lacking)
