"""What happens to one evidence item, and to one file that was taken in.

File names, digests, document numbers, days of receipt and approvals stand here and nowhere else;
facts point here. Titles, file names and places are sealed: people write names into them.
"""

from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import Field, StringConstraints, model_validator

from domain.base.event import Correction, Event, Fields, PaperKind, Reachable, Void
from domain.base.fields import Number, PersonId
from domain.base.personal import Sealed
from domain.base.words import Label

EvidenceNumber = Annotated[Number, Label("証拠番号", "evidence number", "E-R6-001")]
Title = Annotated[Sealed, Label("件名", "title")]
FileName = Annotated[Sealed, Label("ファイル名", "file name")]
KeptAt = Annotated[Sealed, Label("保管場所", "kept at")]
Sha256 = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9a-f]{64}$"),
    Label("ファイルのSHA-256", "SHA-256 of the file"),
]
DocumentNumber = Annotated[Number, Label("文書番号", "document number", "6立企第123号")]
ReceivedOn = Annotated[date, Reachable, Label("収受日", "received on", "2024-10-01")]
ApprovedOn = Annotated[date, Reachable, Label("決裁日", "approved on", "2024-10-03")]
ApprovalNumber = Annotated[Number, Label("決裁番号", "approval number", "決-45")]
RetainedUntil = Annotated[date, Reachable, Label("保存期限", "retained until", "2035-03-31")]
ImportKind = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,47}$"),
    Label("取込の種類", "kind of import", "register-worker"),
]
Sheet = Annotated[Sealed, Label("シート名", "sheet")]
RowCount = Annotated[int, Field(strict=True, ge=0), Label("行数", "rows", "48")]


class Paper(Fields):
    """What is open of an evidence item: its kind, digest, numbers and days."""

    number: EvidenceNumber
    kind: Annotated[PaperKind, Label("証拠の種類", "kind", "invoice")]
    sha256: Sha256 | None = None
    document_number: DocumentNumber | None = None
    received_on: ReceivedOn | None = None
    approved_on: ApprovedOn | None = None
    approval_number: ApprovalNumber | None = None
    retained_until: RetainedUntil | None = None
    person_id: PersonId | None = None

    @model_validator(mode="after")
    def _an_approval_has_its_day_and_number(self) -> Self:
        if (self.approved_on is None) != (self.approval_number is None):
            raise ValueError("an approval has both a day and a number")
        return self


class File(Fields):
    """What is open of a file that was taken in: what it was taken for, its digest, its rows."""

    kind: ImportKind
    sha256: Sha256
    rows: RowCount


class EvidenceRegistered(Paper, Event):
    """A paper or file that shows a fact was registered."""

    TOPIC = "evidence.registered"
    SENTENCE: ClassVar[Label] = Label(
        "証拠書類 {number}（{kind}）を登録した。", "Evidence {number} ({kind}) was registered."
    )

    title: Title
    file_name: FileName | None = None
    kept_at: KeptAt | None = None


class EvidenceCorrected(Correction):
    """What was recorded of an evidence item was wrong."""

    TOPIC = "evidence.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の証拠書類の記録を訂正した。",
        "The evidence entry of version {corrects} was corrected.",
    )
    MENDS = (EvidenceRegistered,)
    FIXED = frozenset({"number", "person_id"})


class EvidenceVoided(Void):
    """An evidence item was registered that is none."""

    TOPIC = "evidence.voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の証拠書類の登録を取り消した。",
        "The evidence registered in version {voids} was voided.",
    )
    MENDS = (EvidenceRegistered,)


class ImportReceived(File, Event):
    """A file was received whose rows are taken over as facts."""

    TOPIC = "import.received"
    SENTENCE: ClassVar[Label] = Label(
        "取込ファイルを受け付けた（{kind}、{rows} 行）。",
        "A file to import was received ({kind}, {rows} rows).",
    )

    file_name: FileName
    sheet: Sheet | None = None
