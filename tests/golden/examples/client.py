"""One example of every event of the area client."""

from typing import Any

from domain.client import events as client
from tests.given import sealed
from tests.golden.examples.shared import EVIDENCE, ONE, OTHER, example

NUMBER = "9999999999999"
CARD = {
    "corporate_number": NUMBER,
    "invoice_number": f"T{NUMBER}",
    "address": "東京都架空区架空町1-2-3",
    "size": "medium",
    "sector": "G",
}
BOTH: dict[str, Any] = {"client_id": ONE, "duplicate_id": OTHER}

EXAMPLES = (
    example(
        client.ClientRegistered,
        **CARD,
        number="C-001",
        name="架空商事株式会社",
        kind="company",
        standing="prospect",
        origin="referral",
        contact_person=sealed("contact person"),
    ),
    example(client.ClientRenamed, name="架空デジタル株式会社"),
    example(client.ClientDescribed, **CARD),
    example(client.ProspectBecameClient),
    example(
        client.InvoiceNumberVerified,
        invoice_number=f"T{NUMBER}",
        result="registered",
        evidence=EVIDENCE,
    ),
    example(
        client.ContactAdded,
        person_id=ONE,
        role="orders",
        contact_name=sealed("name"),
        contact=sealed("contact"),
    ),
    example(client.ContactEnded, person_id=ONE),
    example(client.ContactErased, person_id=ONE),
    example(client.ClientCorrected, corrects=1, now={"kind": "other"}),
    example(client.ClientEntryVoided, voids=2),
    example(client.ClientsMerged, **BOTH),
    example(client.ClientsParted, **BOTH),
)
