"""Events and commands of a programme for companies, filled in beside what a test speaks of."""

from uuid import UUID

from domain.company_programme import commands as c
from domain.company_programme import events as e
from tests.given import day

PROGRAMME = UUID(int=0xD6)
OWN = "own:203246"
OFFER = {
    "title": "森の開発合宿",
    "host": "架空観光協会",
    "price": 12000,
    "safety": "火の使用は指定の場所のみ",
}
FIRM = {"organisation": "架空ソフト株式会社"}


def _common(on: str, **fields: object) -> dict[str, object]:
    return {"effective_on": on, "programme": OWN} | fields


def created(on: str = "2024-06-01", code: str = "forest-camp") -> e.CompanyProgrammeCreated:
    """It is offered."""
    return e.CompanyProgrammeCreated.model_validate(_common(on, code=code) | OFFER)


def revised(on: str, price: int = 15000) -> e.CompanyProgrammeRevised:
    """It is offered for another price."""
    return e.CompanyProgrammeRevised.model_validate(_common(on) | OFFER | {"price": price})


def run(on: str, heads: int = 8, **fields: object) -> e.CompanyProgrammeRun:
    """A firm took it up."""
    said = _common(on, heads=heads, code="forest-camp") | FIRM
    return e.CompanyProgrammeRun.model_validate(said | fields)


def ended(on: str) -> e.CompanyProgrammeEnded:
    """It is offered no more."""
    return e.CompanyProgrammeEnded.model_validate(_common(on, reason="replaced"))


def corrected(on: str, version: int, /, **now: object) -> e.CompanyProgrammeCorrected:
    """An entry was wrong."""
    return e.CompanyProgrammeCorrected(
        effective_on=day(on), programme=OWN, corrects=version, now=now
    )


def voided(on: str, version: int) -> e.CompanyProgrammeEntryVoided:
    """An entry never held."""
    return e.CompanyProgrammeEntryVoided(effective_on=day(on), programme=OWN, voids=version)


def create(on: str = "2024-06-01", programme: str = OWN) -> c.CreateCompanyProgramme:
    """Offer it."""
    said = {"effective_on": on, "programme": programme, "code": "forest-camp"}
    return c.CreateCompanyProgramme.model_validate(said | OFFER)


def _of(on: str, **fields: object) -> dict[str, object]:
    return {"effective_on": on, "company_programme_id": PROGRAMME} | fields


def revise(on: str, price: int = 15000) -> c.ReviseCompanyProgramme:
    """Offer it for another price."""
    return c.ReviseCompanyProgramme.model_validate(_of(on) | OFFER | {"price": price})


def take_up(on: str, **fields: object) -> c.RunCompanyProgramme:
    """Run it for a firm."""
    return c.RunCompanyProgramme.model_validate(_of(on, heads=8) | FIRM | fields)


def end(on: str) -> c.EndCompanyProgramme:
    """Offer it no more."""
    return c.EndCompanyProgramme.model_validate(_of(on, reason="replaced"))


def correct(version: int, /, **now: object) -> c.CorrectCompanyProgramme:
    """Correct an entry."""
    return c.CorrectCompanyProgramme.model_validate(_of("2025-06-01", version=version, now=now))


def void(version: int) -> c.VoidCompanyProgrammeEntry:
    """Void an entry."""
    return c.VoidCompanyProgrammeEntry.model_validate(_of("2025-06-01", version=version))
