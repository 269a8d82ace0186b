"""One example of every event of the area delegation."""

from domain.delegation import events as delegation
from tests.golden.examples.shared import EVIDENCE, ONE, OTHER, example

EXAMPLES = (
    example(
        delegation.ApprovalDelegated,
        number="6立企第45号",
        delegate=ONE,
        delegated_by=OTHER,
        kinds=["estimate", "invoice"],
        up_to=300000,
        until="2025-03-31",
        evidence=EVIDENCE,
    ),
    example(delegation.ApprovalRevoked, reason="back", evidence=EVIDENCE),
    example(delegation.DelegationCorrected, corrects=1, now={"up_to": 200000}),
    example(delegation.DelegationVoided, voids=2),
    example(delegation.AssistanceLogged, person_id=ONE, kind="documents", minutes=90),
    example(delegation.AssistanceCorrected, corrects=1, now={"minutes": 60}),
    example(delegation.AssistanceVoided, voids=1),
)
