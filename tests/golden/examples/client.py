"""One example of every event of the area client."""

from domain.client import events as client
from tests.given import sealed
from tests.golden.examples.shared import example

EXAMPLES = (
    example(
        client.ClientRegistered,
        number="C-001",
        name="架空商事株式会社",
        kind=client.ClientKind.COMPANY,
        corporate_number="9999999999999",
        contact_person=sealed("contact person"),
    ),
    example(client.ClientRenamed, name="架空デジタル株式会社"),
    example(client.ClientCorrected, corrects=1, now={"kind": "other"}),
)
