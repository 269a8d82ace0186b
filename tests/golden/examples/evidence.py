"""One example of every event of the area evidence."""

from domain.base.event import PaperKind
from domain.evidence import events as evidence
from tests.given import day, sealed
from tests.golden.examples.shared import ONE, example

EXAMPLES = (
    example(
        evidence.EvidenceRegistered,
        number="E-R6-001",
        kind=PaperKind.INVOICE,
        sha256=sealed("file"),
        document_number="6立企第123号",
        received_on=day("2024-10-02"),
        approved_on=day("2024-10-03"),
        approval_number="決-45",
        retained_until=day("2035-03-31"),
        person_id=ONE,
        title=sealed("title"),
        file_name=sealed("file name"),
        kept_at=sealed("place"),
    ),
    example(
        evidence.FileAttached,
        sha256=sealed("file"),
        media_type="application/pdf",
        content=sealed("content"),
    ),
    example(evidence.FactShown, shows=ONE, fact_version=1),
    example(evidence.EvidenceCorrected, corrects=1, now={"received_on": "2024-10-01"}),
    example(evidence.EvidenceVoided, voids=1),
    example(
        evidence.ImportReceived,
        kind="register-worker",
        sha256=sealed("file"),
        rows=48,
        file_name=sealed("file name"),
        sheet=sealed("sheet"),
    ),
)
