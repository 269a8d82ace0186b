"""Matters to check of publications: derived from the facts that hold, closed by a person."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Final
from uuid import UUID

from domain.base.event import Event
from domain.base.matter import Check, Force, Matter
from domain.consent.events import Scope
from domain.publication import events as e

CONSENT: Final = Check(
    "consent-to-be-shown",
    "載せた人の同意が、その日に有効だったことを確かめる。",
    "Check that whoever is shown had consented for that day.",
    "個人情報保護法27条1項・69条1項、広報への掲載の同意",
    Force.TO_BE_CONFIRMED,
)
POLICY: Final = Check(
    "outreach-policy-in-force",
    "広報運用ポリシーが、その日に適用されていたことを確かめる。",
    "Check that an outreach policy was in force on that day.",
    "業務内容③ウ「ポリシーと計画に基づいた情報発信」",
)
CHECKS: Final = (CONSENT, POLICY)
Consents = Callable[[UUID, Scope, date], bool]
Policies = Callable[[date], bool]


def matters(history: Sequence[tuple[int, Event]]) -> list[Matter]:
    """Give what can be closed, given the effective facts of a publication.

    Whether a person had consented, and which policy was in force, is said by other records: a
    person may close it as soon as it is asked, and the view of matters says if it is.
    """
    return [
        *without_consent(history, lambda _person, _scope, _day: False),
        *without_policy(history, lambda _day: False),
    ]


def without_consent(history: Iterable[tuple[int, Event]], consents: Consents) -> Iterator[Matter]:
    """Give what shows a person who had not consented for that day."""
    for version, event in history:
        if isinstance(event, e.Showing) and isinstance(event, Event):
            day = event.effective_on
            if any(lacking(each, day, consents) for each in event.shown):
                yield Matter(version, CONSENT, CONSENT.force, day)


def lacking(shown: e.Shown, day: date, consents: Consents) -> tuple[Scope, ...]:
    """Give what is shown of a person without their consent for the day."""
    return tuple(scope for scope in shown.scopes if not consents(shown.person_id, scope, day))


def without_policy(history: Iterable[tuple[int, Event]], policies: Policies) -> Iterator[Matter]:
    """Give what was published on a day without a policy in force."""
    for version, event in history:
        if isinstance(event, e.ContentPublished) and not policies(event.effective_on):
            yield Matter(version, POLICY, POLICY.force, event.effective_on)
