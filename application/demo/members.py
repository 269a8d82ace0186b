"""The consortium and its members: three municipalities (real), a firm and an adviser (架空)."""

from application.demo.teller import Teller
from application.recorded import Reason
from domain.base.values.codes import corporate_check_digit
from domain.consortium import commands as c

MUNICIPALITIES = (("203246", "立科町"), ("202126", "大町市"), ("152161", "糸魚川市"))
COMPANY_BASE = "999999999999"
COMPANY = f"{corporate_check_digit(COMPANY_BASE)}{COMPANY_BASE}"
"""A corporate number that is well-formed and, by its repeated digit, visibly nobody's."""
ADVISER = "A-1"
FOUNDED_ON = "2024-05-20"
"""When the consortium was formed, and the municipalities and the adviser joined."""


def tell(teller: Teller) -> None:
    """Tell how it was formed, who joined, and of a leaving that lies ahead."""
    consortium = teller.id_of("consortium", "consortium")
    teller.tell(
        c.FormConsortium, FOUNDED_ON, reason=Reason.DECISION,
        name="越県・越境コンソーシアム（仮）",
    )  # fmt: skip
    for code, name in MUNICIPALITIES:
        teller.tell(
            c.JoinConsortium, FOUNDED_ON, reason=Reason.DECISION,
            consortium_id=consortium, kind="municipality", code=code, name=name,
        )  # fmt: skip
    teller.tell(
        c.JoinConsortium, "2024-08-01", entered="2024-08-19",
        consortium_id=consortium, kind="company", code=COMPANY, name="架空ITサービス株式会社",
    )  # fmt: skip
    teller.tell(
        c.JoinConsortium, FOUNDED_ON,
        consortium_id=consortium, kind="professional", code=ADVISER,
        person_id=teller.person(ADVISER), personal_name="架空 助言者",
    )  # fmt: skip
    teller.tell(
        c.LeaveConsortium, "2027-03-31", entered="2026-10-30", reason=Reason.REQUESTED,
        membership_id=teller.id_of("membership", f"corporate-number|{COMPANY}"),
    )  # fmt: skip
