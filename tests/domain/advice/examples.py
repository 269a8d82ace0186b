"""An adviser's events and commands, with everything filled in that a test does not speak of."""

from typing import Any
from uuid import UUID

from domain.advice import commands as c
from domain.advice import events as e
from domain.base.event import Event
from tests.domain.contract.examples import CONTRACT
from tests.given import day, sealed

GRANT = "grant:dx-r6"
ADVISER, SENSEI, PLAN = UUID(int=0x51), UUID(int=0xB1), UUID(int=0x52)
AGREED: dict[str, Any] = {
    "number": "A-1",
    "person_id": SENSEI,
    "basis": "contract",
    "contract_id": CONTRACT,
    "sessions_agreed": 36,
    "first_day": "2024-05-01",
    "last_day": "2025-02-28",
}
ADVICE: dict[str, Any] = {"topic": "clients", "sentence": "見積りの書式を一つにする"}


def _common(on: str, **fields: object) -> dict[str, Any]:
    return {"effective_on": on, "programme": GRANT, **fields}


def engaged(on: str = "2024-04-26", **other: object) -> e.AdviserEngaged:
    """An adviser for 36 sessions in ten months."""
    return e.AdviserEngaged.model_validate(_common(on) | AGREED | other)


def over(on: str) -> e.AdviserEnded:
    """That was the last day."""
    return e.AdviserEnded(effective_on=day(on), programme=GRANT)


def held(on: str, session: int = 1, **by: object) -> e.AdviceSessionHeld:
    """They met for an hour."""
    return e.AdviceSessionHeld.model_validate(_common(on, session=session, minutes=60, **by))


def given_advice(on: str, advice: int = 1, session: int = 1) -> e.AdviceGiven:
    """Something was advised."""
    fields = {"advice": advice, "session": session, "text": sealed("advice")}
    return e.AdviceGiven.model_validate(_common(on, **fields) | ADVICE)


def adopted(on: str, advice: int = 1) -> e.AdviceAdopted:
    """It was adopted."""
    return e.AdviceAdopted(effective_on=day(on), programme=GRANT, advice=advice)


def declined(on: str, advice: int = 1) -> e.AdviceDeclined:
    """It was not."""
    return e.AdviceDeclined.model_validate(_common(on, advice=advice, reason="no-means"))


def carried_out(on: str, advice: int = 1) -> e.AdviceCarriedOut:
    """It came true in the plan."""
    fields = {"change": "plan", "record": PLAN, "record_version": 2}
    return e.AdviceCarriedOut.model_validate(_common(on, advice=advice, **fields))


def voided(version: int) -> e.AdviceEntryVoided:
    """An entry never held."""
    return e.AdviceEntryVoided(effective_on=day("2025-06-01"), programme=GRANT, voids=version)


def corrected(version: int, **now: object) -> e.AdviceCorrected:
    """An entry was wrong."""
    on = day("2025-06-01")
    return e.AdviceCorrected(effective_on=on, programme=GRANT, corrects=version, now=now)


def engage(on: str = "2024-04-26", **other: object) -> c.EngageAdviser:
    """Engage an adviser."""
    return c.EngageAdviser.model_validate(_common(on) | AGREED | other)


def end(on: str) -> c.EndAdviser:
    """End it before its time."""
    return c.EndAdviser(effective_on=day(on), adviser_id=ADVISER)


def hold(on: str, session: int = 1, *, membership_id: UUID | None = None) -> c.HoldAdviceSession:
    """Meet for an hour."""
    return c.HoldAdviceSession(
        effective_on=day(on),
        adviser_id=ADVISER,
        session=session,
        minutes=60,
        membership_id=membership_id,
    )


def advise(on: str, advice: int = 1, session: int = 1) -> c.GiveAdvice:
    """Advise something; the text is sealed by the time a command is decided."""
    fields = {"advice": advice, "session": session, "text": sealed("advice"), **ADVICE}
    return c.GiveAdvice.model_validate({"effective_on": on, "adviser_id": ADVISER, **fields})


def adopt(on: str, advice: int = 1) -> c.AdoptAdvice:
    """Adopt it."""
    return c.AdoptAdvice(effective_on=day(on), adviser_id=ADVISER, advice=advice)


def decline(on: str, advice: int = 1) -> c.DeclineAdvice:
    """Do not adopt it."""
    fields = {"adviser_id": ADVISER, "advice": advice, "reason": "no-means"}
    return c.DeclineAdvice.model_validate({"effective_on": on, **fields})


def carry_out(on: str, advice: int = 1) -> c.CarryOutAdvice:
    """Name the entry by which it came true."""
    fields = {"change": "plan", "record": PLAN, "record_version": 2, "advice": advice}
    return c.CarryOutAdvice.model_validate({"effective_on": on, "adviser_id": ADVISER, **fields})


def correct(version: int, **now: object) -> c.CorrectAdvice:
    """Correct an entry."""
    on = day("2025-06-01")
    return c.CorrectAdvice(effective_on=on, adviser_id=ADVISER, version=version, now=now)


def void(version: int) -> c.VoidAdviceEntry:
    """Void an entry."""
    return c.VoidAdviceEntry(effective_on=day("2025-06-01"), adviser_id=ADVISER, version=version)


LIFE: tuple[Event, ...] = (
    engaged("2024-04-26"),
    held("2024-05-08", 1),
    given_advice("2024-05-08", 1, session=1),
    adopted("2024-05-15", 1),
    carried_out("2024-06-03", 1),
    held("2024-05-22", 2),
    given_advice("2024-05-22", 2, session=2),
    declined("2024-06-05", 2),
)
"""Two sessions; what was advised in the first was adopted and came true, in the second not."""
