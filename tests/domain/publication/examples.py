"""A publication's events and commands, with everything filled in that a test does not speak of."""

from collections.abc import Sequence
from uuid import UUID

from domain.base.matter import Closing
from domain.publication import commands as c
from domain.publication import events as e
from tests.domain.consent.examples import PERSON
from tests.domain.outreach.examples import GRANT
from tests.given import day

PUBLICATION = UUID(int=0xC1)
POST = {
    "number": "P-1",
    "title": "テレワークで働く人たち",
    "audience": "residents",
    "channel": "town-website",
    "place": "https://www.example.jp/telework/1",
    "municipality": "203246",
}


def shows(*scopes: str, person: UUID = PERSON) -> dict[str, object]:
    """Give what is shown of a person."""
    return {"person_id": person, "scopes": scopes}


Shown = Sequence[dict[str, object]]


def published(
    on: str = "2024-11-01", shown: Shown = (), *, policy: int | None = 1, **fields: object
) -> e.ContentPublished:
    """Something was published under a version of the policy."""
    said = {"effective_on": on, "programme": GRANT, "policy_version": policy, "shown": shown}
    return e.ContentPublished.model_validate(said | POST | fields)


def changed(on: str, shown: Shown = (), **fields: object) -> e.ContentCorrected:
    """What stands published was changed."""
    said = {"effective_on": on, "programme": GRANT, "shown": shown}
    return e.ContentCorrected.model_validate(said | fields)


def taken_down(on: str, reason: str = "consent-withdrawn") -> e.ContentWithdrawn:
    """It was taken down."""
    said = {"effective_on": on, "programme": GRANT, "reason": reason}
    return e.ContentWithdrawn.model_validate(said)


def responded(
    on: str, kind: str = "view", count: int = 10, engagement: UUID | None = None
) -> e.ResponseRecorded:
    """People responded."""
    said = {"effective_on": on, "programme": GRANT, "kind": kind, "count": count}
    return e.ResponseRecorded.model_validate(said | {"engagement_id": engagement})


def closed(
    on: str, concerns: int = 1, check: str = "consent-to-be-shown"
) -> e.PublicationMatterClosed:
    """A person looked at a matter."""
    said = {"effective_on": on, "programme": GRANT, "concerns": concerns, "check": check}
    return e.PublicationMatterClosed.model_validate(said | {"closing": "remedied"})


def corrected(on: str, version: int, /, **now: object) -> e.PublicationCorrected:
    """An entry was wrong."""
    return e.PublicationCorrected(effective_on=day(on), programme=GRANT, corrects=version, now=now)


def voided(on: str, version: int) -> e.PublicationEntryVoided:
    """An entry never held."""
    return e.PublicationEntryVoided(effective_on=day(on), programme=GRANT, voids=version)


def publish(
    on: str = "2024-11-01", shown: Shown = (), programme: str = GRANT, **fields: object
) -> c.PublishContent:
    """Publish."""
    said = {"effective_on": on, "programme": programme, "shown": shown}
    return c.PublishContent.model_validate(said | POST | fields)


def change(on: str, shown: Shown = (), **fields: object) -> c.CorrectContent:
    """Change what stands published."""
    said = {"effective_on": on, "publication_id": PUBLICATION, "shown": shown}
    return c.CorrectContent.model_validate(said | fields)


def retitle(on: str, title: str = "改めた題") -> c.CorrectContent:
    """Change the title, and say nothing of whom it shows."""
    return c.CorrectContent(effective_on=day(on), publication_id=PUBLICATION, title=title)


def take_down(on: str) -> c.WithdrawContent:
    """Take it down."""
    return c.WithdrawContent(
        effective_on=day(on),
        publication_id=PUBLICATION,
        reason=e.WithdrawReason.CONSENT_WITHDRAWN,
    )


def respond(on: str, kind: str = "view", engagement: UUID | None = None) -> c.RecordResponse:
    """Say that ten people responded."""
    said = {"effective_on": on, "publication_id": PUBLICATION, "kind": kind, "count": 10}
    return c.RecordResponse.model_validate(said | {"engagement_id": engagement})


def close(
    on: str, concerns: int = 1, check: str = "consent-to-be-shown"
) -> c.ClosePublicationMatter:
    """Close a matter."""
    return c.ClosePublicationMatter(
        effective_on=day(on),
        publication_id=PUBLICATION,
        concerns=concerns,
        check=check,
        closing=Closing.REMEDIED,
    )


def correct(version: int, /, **now: object) -> c.CorrectPublication:
    """Correct an entry."""
    return c.CorrectPublication(
        effective_on=day("2025-06-01"), publication_id=PUBLICATION, version=version, now=now
    )


def void(version: int) -> c.VoidPublicationEntry:
    """Void an entry."""
    return c.VoidPublicationEntry(
        effective_on=day("2025-06-01"), publication_id=PUBLICATION, version=version
    )
