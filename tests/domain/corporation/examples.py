"""Events and commands of the corporation and of novations; its number is made up."""

from typing import Any
from uuid import UUID

from domain.base.values.codes import corporate_check_digit
from domain.corporation import commands as c
from domain.corporation import events as e
from tests.domain.contract.examples import CONTRACT
from tests.given import day

GRANT = "grant:dx-r6"
CORPORATION, NOVATION = UUID(int=0x71), UUID(int=0x72)
NUMBER = f"{corporate_check_digit('888888888888')}888888888888"
OTHER_NUMBER = f"{corporate_check_digit('777777777777')}777777777777"
FOUNDING: dict[str, Any] = {
    "corporate_number": NUMBER,
    "name": "一般社団法人立科町振興公社",
    "form": "association",
    "officers": 5,
    "has_employees": True,
}
TO_CORPORATION: dict[str, Any] = {
    "from_kind": "town",
    "from_code": "203246",
    "to_kind": "corporation",
    "to_code": NUMBER,
}
FROM_TOWN: dict[str, Any] = {"from_kind": "town", "from_code": "203246"}


def founded(on: str = "2025-04-01", **other: object) -> e.CorporationFounded:
    """It was founded."""
    return e.CorporationFounded.model_validate({"effective_on": on} | FOUNDING | other)


def officers(on: str, number: int, *, employees: bool = True) -> e.OfficersChanged:
    """So many officers."""
    fields = {"effective_on": on, "officers": number, "has_employees": employees}
    return e.OfficersChanged.model_validate(fields)


def transferred(
    on: str = "2025-04-01", programme: str = GRANT, **other: object
) -> e.OperationTransferred:
    """The town gave it to the corporation."""
    common = {"effective_on": on, "programme": programme}
    return e.OperationTransferred.model_validate(common | TO_CORPORATION | other)


def novated(on: str = "2025-04-01", **other: object) -> e.ContractNovated:
    """The corporation orders now under a contract of the town's."""
    fields = {"corporation_id": CORPORATION, "subject_id": CONTRACT, "subject_kind": "contract"}
    of = {"to_code": NUMBER, "notified_on": "2025-03-14", "programme": GRANT}
    return e.ContractNovated.model_validate({"effective_on": on} | fields | of | FROM_TOWN | other)


def found(on: str = "2025-04-01") -> c.FoundCorporation:
    """Found it."""
    return c.FoundCorporation.model_validate({"effective_on": on} | FOUNDING)


def change(on: str, number: int, *, employees: bool = True) -> c.ChangeOfficers:
    """Change its officers."""
    fields = {"officers": number, "has_employees": employees, "corporation_id": CORPORATION}
    return c.ChangeOfficers.model_validate({"effective_on": on, **fields})


def transfer(
    on: str = "2025-04-01", programme: str = GRANT, **other: object
) -> c.TransferOperation:
    """Transfer a programme."""
    common = {"effective_on": on, "programme": programme, "corporation_id": CORPORATION}
    return c.TransferOperation.model_validate(common | TO_CORPORATION | other)


def correct(version: int, **now: object) -> c.CorrectCorporation:
    """Correct an entry of the corporation."""
    on = day("2026-06-01")
    return c.CorrectCorporation(
        effective_on=on, corporation_id=CORPORATION, version=version, now=now
    )


def void(version: int) -> c.VoidCorporationEntry:
    """Void an entry of the corporation."""
    on = day("2026-06-01")
    return c.VoidCorporationEntry(effective_on=on, corporation_id=CORPORATION, version=version)


def novate(on: str = "2025-04-01", **other: object) -> c.NovateContract:
    """Let the corporation take over a contract."""
    return c.NovateContract.model_validate(_novation(on) | other)


def novate_order(subject: UUID) -> c.NovateEngagement:
    """Let the corporation take over an order."""
    return c.NovateEngagement.model_validate(_novation() | {"subject_id": subject})


def novate_work(subject: UUID) -> c.NovateCommission:
    """Let the corporation take over a commission."""
    return c.NovateCommission.model_validate(_novation() | {"subject_id": subject})


def _novation(on: str = "2025-04-01") -> dict[str, Any]:
    fields = {"corporation_id": CORPORATION, "subject_id": CONTRACT, "notified_on": "2025-03-14"}
    return {"effective_on": on, **fields, **FROM_TOWN}


def correct_novation(**now: object) -> c.CorrectNovation:
    """Correct it."""
    return c.CorrectNovation(
        effective_on=day("2026-06-01"), novation_id=NOVATION, version=1, now=now
    )


def void_novation() -> c.VoidNovation:
    """Void it."""
    return c.VoidNovation(effective_on=day("2026-06-01"), novation_id=NOVATION, version=1)
