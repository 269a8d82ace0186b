"""One example of every event of the area consortium."""

from typing import Any

from domain.consortium import events as consortium
from tests.given import day, sealed
from tests.golden.examples.shared import (
    EVIDENCE,
    GRANT,
    ONE,
    example,
)

MEMBER: dict[str, Any] = {
    "kind": "professional",
    "code": "P-01",
    "name": "架空デザイン",
    "person_id": ONE,
    "personal_name": sealed("personal name"),
}
OF_MEMBER: dict[str, Any] = {"kind": "municipality", "code": "202126"}

EXAMPLES = (
    example(consortium.ConsortiumFormed, name="越県・越境コンソーシアム（仮）", evidence=EVIDENCE),
    example(consortium.ConsortiumRenamed, name="架空越境コンソーシアム", evidence=EVIDENCE),
    example(consortium.AgreementConcluded, agreement_version=1, document=EVIDENCE),
    example(
        consortium.AgreementAmended,
        agreement_version=2,
        document=EVIDENCE,
        amends=1,
        parts=("cost",),
    ),
    example(consortium.ConsortiumCorrected, corrects=2, now={"effective_on": "2024-09-01"}),
    example(consortium.ConsortiumVoided, voids=2),
    example(consortium.MemberInvited, **MEMBER),
    example(consortium.InvitationDeclined, **OF_MEMBER),
    example(consortium.MemberJoined, **MEMBER, evidence=EVIDENCE),
    example(consortium.MemberLeft, **OF_MEMBER, last_day=day("2024-09-30"), evidence=EVIDENCE),
    example(consortium.MemberRejoined, **OF_MEMBER, evidence=EVIDENCE),
    example(
        consortium.CostShared,
        GRANT,
        **OF_MEMBER,
        fiscal_year=2024,
        amount=500000,
        basis="agreed",
        evidence=EVIDENCE,
    ),
    example(consortium.MembershipCorrected, corrects=2, now={"effective_on": "2024-09-01"}),
    example(consortium.MembershipVoided, voids=3),
)
