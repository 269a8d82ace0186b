"""A stay's events and commands, with everything filled in that a test does not speak of."""

from uuid import UUID

from domain.offsite_stay import commands as c
from domain.offsite_stay import events as e
from tests.given import day

STAY = UUID(int=0xD5)
OWN = "own:203246"
TOWN = {"municipality": "203246"}


def _common(on: str, **fields: object) -> dict[str, object]:
    return {"effective_on": on, "programme": OWN} | fields


def invited(on: str = "2024-08-01", number: str = "WT-1", **fields: object) -> e.StayInvited:
    """A firm was invited."""
    firm = {"number": number, "organisation": "架空ソフト株式会社"}
    return e.StayInvited.model_validate(_common(on, **firm, **TOWN) | fields)


def held(on: str = "2024-10-01", last_day: str = "2024-10-03", **fields: object) -> e.StayHeld:
    """Eight heads came."""
    return e.StayHeld.model_validate(_common(on, last_day=last_day, heads=8, **TOWN) | fields)


def followed_up(on: str, kind: str = "proposal") -> e.FollowUpMade:
    """The firm was kept in touch with."""
    return e.FollowUpMade.model_validate(_common(on, kind=kind))


def cancelled(on: str) -> e.StayCancelled:
    """Nothing came of it."""
    return e.StayCancelled.model_validate(_common(on, reason="firm-withdrew"))


def corrected(on: str, version: int, /, **now: object) -> e.StayCorrected:
    """An entry was wrong."""
    return e.StayCorrected(effective_on=day(on), programme=OWN, corrects=version, now=now)


def voided(on: str, version: int) -> e.StayEntryVoided:
    """An entry never held."""
    return e.StayEntryVoided(effective_on=day(on), programme=OWN, voids=version)


def invite(on: str = "2024-08-01", programme: str = OWN, **fields: object) -> c.InviteToStay:
    """Invite a firm."""
    said: dict[str, object] = {"effective_on": on, "programme": programme, "number": "WT-1"}
    return c.InviteToStay.model_validate(said | {"organisation": "架空ソフト株式会社"} | fields)


def hold(on: str, last_day: str = "2024-12-31", **fields: object) -> c.HoldStay:
    """Let eight heads come."""
    said: dict[str, object] = {"effective_on": on, "stay_id": STAY, "last_day": last_day}
    return c.HoldStay.model_validate(said | {"heads": 8} | fields)


def follow_up(on: str) -> c.MakeFollowUp:
    """Keep in touch."""
    return c.MakeFollowUp(effective_on=day(on), stay_id=STAY, kind=e.FollowUp.PROPOSAL)


def cancel(on: str) -> c.CancelStay:
    """Call it off."""
    return c.CancelStay(effective_on=day(on), stay_id=STAY, reason=e.CancelReason.FIRM_WITHDREW)


def correct(version: int, /, **now: object) -> c.CorrectStay:
    """Correct an entry."""
    return c.CorrectStay(effective_on=day("2025-06-01"), stay_id=STAY, version=version, now=now)


def void(version: int) -> c.VoidStayEntry:
    """Void an entry."""
    return c.VoidStayEntry(effective_on=day("2025-06-01"), stay_id=STAY, version=version)
