"""The real change of 2025, in which a corporation took over the operation.

The corporation and the day of its founding are real; its corporate number here is made up, and so
are its officers and the agreement's versions (架空).
"""

from typing import Any, Final

from application.demo.contracts import CONTRACTS, TOWN, contract
from application.demo.members import COMPANY
from application.demo.plan_r6_r8 import GRANT
from application.demo.teller import Teller
from application.recorded import Reason
from domain.base.values.codes import corporate_check_digit
from domain.consortium import commands as m
from domain.corporation import commands as p

CORPORATION_BASE: Final = "888888888888"
CORPORATION: Final = f"{corporate_check_digit(CORPORATION_BASE)}{CORPORATION_BASE}"
"""A corporate number that is well-formed and, by its repeated digit, visibly nobody's (架空)."""
FOUNDED: Final = "2025-04-01"


def tell(teller: Teller) -> None:
    """Tell of the founding, what was handed over, and of the consortium's agreement and costs."""
    _corporation(teller)
    _members(teller)


def _corporation(teller: Teller) -> None:
    of: dict[str, Any] = {"corporation_id": teller.id_of("corporation", CORPORATION)}
    teller.tell(
        p.FoundCorporation, FOUNDED, reason=Reason.DECISION, corporate_number=CORPORATION,
        name="一般社団法人立科町振興公社", form="association", officers=5, has_employees=True,
    )  # fmt: skip
    parties = {"from_kind": "town", "from_code": TOWN}
    for programme in (GRANT, f"own:{TOWN}"):
        teller.tell(
            p.TransferOperation, FOUNDED, reason=Reason.DECISION, programme=programme,
            to_kind="corporation", to_code=CORPORATION, **parties, **of,
        )  # fmt: skip
    for number, *_ in CONTRACTS[:2]:
        teller.tell(
            p.NovateContract, FOUNDED, reason=Reason.DECISION, **of, **parties,
            subject_id=contract(teller, number)["contract_id"], notified_on="2025-03-14",
        )  # fmt: skip
    teller.tell(
        p.NovateEngagement, FOUNDED, reason=Reason.DECISION, **of, **parties,
        subject_id=teller.id_of("engagement", "E-2024-003"), notified_on="2025-03-17",
    )  # fmt: skip
    teller.tell(p.ChangeOfficers, "2026-06-22", officers=6, has_employees=True, **of)


def _members(teller: Teller) -> None:
    consortium = teller.id_of("consortium", "consortium")
    of: dict[str, Any] = {"consortium_id": consortium}
    document = teller.id_of("evidence", "事業概要")
    teller.tell(
        m.ConcludeAgreement, "2024-05-20", reason=Reason.DECISION, agreement_version=1,
        document=document, **of,
    )  # fmt: skip
    teller.tell(
        m.AmendAgreement, "2025-04-01", reason=Reason.DECISION, agreement_version=2, amends=1,
        parts=("roles",), document=document, **of,
    )  # fmt: skip
    for code, yen in (("203246", 600_000), ("202126", 300_000), ("152161", 300_000)):
        teller.tell(
            m.ShareCost, "2025-05-30", reason=Reason.DECISION, programme=GRANT, amount=yen,
            fiscal_year="R6", basis="agreed",
            membership_id=teller.id_of("membership", f"municipality|{code}"),
        )  # fmt: skip
    teller.tell(
        m.ShareCost, "2025-05-30", reason=Reason.DECISION, programme=GRANT, amount=150_000,
        fiscal_year="R6", basis="in-kind",
        membership_id=teller.id_of("membership", f"corporate-number|{COMPANY}"),
    )  # fmt: skip
