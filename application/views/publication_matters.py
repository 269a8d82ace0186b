"""Matters to check of publications (公表物の要確認事項): consents, policies, and how closed.

Derived from the facts that hold: what a consent found later, or a correction, clears up is none.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import Annotated

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.consents import Consents
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.matter import CheckCode, Closing, Force, Matter
from domain.base.words import Label
from domain.consent import events as c
from domain.outreach import events as o
from domain.outreach.policy import Policy, evolve
from domain.publication import checks
from domain.publication import events as e


class PublicationMattersAsks(Asks):
    """Of which programme, and whether only those that nobody has closed."""

    programme: Programme | None = None
    open_only: Annotated[bool, Label("未処理のみ", "open only", "false")] = False


@rowclass
class PublicationMatterRow:
    """One entry that touches a rule; nobody has looked at it as long as `closing` is empty."""

    number: e.PublicationNumber
    title: e.PublicTitle
    version: Annotated[int, Label("対象の版", "version")]
    on: Annotated[date, Label("日付", "day")]
    persons: Annotated[int | None, Label("同意のない人数", "persons without consent")]
    check: CheckCode
    words: Annotated[str, Label("確かめること", "what to check")]
    words_en: Annotated[str, Label("確かめること（英語）", "what to check, in English")]
    source: Annotated[str, Label("根拠", "source")]
    force: Annotated[Force, Label("拘束力", "how far it binds")]
    closing: Annotated[Closing | None, Label("処理", "closing")]
    closed_on: Annotated[date | None, Label("処理日", "closed on")]


def compute(facts: Facts, asks: PublicationMattersAsks) -> Iterator[Line[PublicationMatterRow]]:
    """Give every matter, by the day of its entry."""
    consents = Consents(facts)
    policies = _policies(facts)
    lines: list[Line[PublicationMatterRow]] = []
    for published, first in facts.of(e.ContentPublished):
        if asks.programme not in {None, published.programme}:
            continue
        own = facts.in_record(first.stream)
        history = [(fact.version, fact.event) for fact in own]
        in_force = partial(_holds, policies.get(published.programme))
        found = [
            *checks.without_consent(history, consents.in_force),
            *checks.without_policy(history, in_force),
        ]
        lines += (_line(published, own, matter, consents) for matter in found)
    for line in sorted(lines, key=lambda line: (line.row.on, line.facts[0].position)):
        if not (asks.open_only and line.row.closing):
            yield line


def _policies(facts: Facts) -> dict[str, Policy]:
    """Give each programme's policy, with all that is recorded of it whatever the day asked."""
    policies: dict[str, Policy] = {}
    for history in facts.streams.values():
        policy: Policy | None = None
        for fact in sorted(history, key=lambda fact: fact.version):
            event = fact.event
            if isinstance(event, o.PolicyDrafted | o.PolicyApproved | o.PolicySuperseded):
                policy = evolve(policy, event)
        if policy:
            policies[policy.programme] = policy
    return policies


def _holds(policy: Policy | None, day: date) -> bool:
    return policy is not None and policy.in_force(day) is not None


def _line(
    published: e.ContentPublished, own: Sequence[Recorded], matter: Matter, consents: Consents
) -> Line[PublicationMatterRow]:
    fact = next(each for each in own if each.version == matter.version)
    closed, closing = next(
        (
            (each.event, each)
            for each in own
            if isinstance(each.event, e.PublicationMatterClosed)
            and (each.event.concerns, each.event.check) == (matter.version, matter.check.code)
        ),
        (None, None),
    )
    event = fact.event
    shown = event.shown if isinstance(event, e.ContentPublished | e.ContentCorrected) else ()
    without = sum(bool(checks.lacking(one, matter.on, consents.in_force)) for one in shown)
    row = PublicationMatterRow(
        number=published.number,
        title=published.title,
        version=matter.version,
        on=matter.on,
        persons=without if matter.check is checks.CONSENT else None,
        check=matter.check.code,
        words=matter.check.ja,
        words_en=matter.check.en,
        source=matter.check.source,
        force=matter.force,
        closing=closed.closing if closed else None,
        closed_on=closed.effective_on if closed else None,
    )
    return Line(row, (fact, closing) if closing else (fact,))


PUBLICATION_MATTERS = View(
    name="publication-matters",
    label=Label("公表物の要確認事項", "Matters to check of publications"),
    asks=PublicationMattersAsks,
    row=PublicationMatterRow,
    reads=(
        *e.PublicationCorrected.MENDS,
        *o.PolicyCorrected.MENDS,
        c.ConsentGiven,
        c.ConsentWithdrawn,
    ),
    compute=compute,
)
