"""What happens to one evidence item, and to one file that was taken in.

File names, digests, document numbers, days of receipt and approvals stand here and nowhere else;
facts point here. Titles, file names and places are sealed: people write names into them.
"""

from datetime import date
from typing import Annotated, ClassVar, Self, get_args
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from domain.base.event import Correction, Event, Fields, PaperKind, Reachable, Void
from domain.base.fields import Number, PersonId
from domain.base.personal import Sealed, SealedMark
from domain.base.tasks import Task
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
MediaType = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z]+/[a-z0-9][a-z0-9.+-]{0,99}$"),
    Label("ファイル形式", "media type", "application/pdf"),
]
FileContent = Annotated[Sealed, SealedMark("file"), Label("ファイルの内容", "content of the file")]
TASKS = (Task.PLAN, Task.MANAGEMENT)
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


class Attached(Fields):
    """What is open of an attached file."""

    sha256: Sha256
    media_type: MediaType


class Showing(Fields):
    """Which fact is shown: the record, and the version of its entry there."""

    shows: Annotated[UUID, Label("示される記録", "record shown")]
    fact_version: Annotated[int, Field(strict=True, ge=1), Label("示される版", "version", "1")]


class EvidenceRegistered(Paper, Event):
    """A paper or file that shows a fact was registered."""

    TOPIC = "evidence.registered"
    TASKS = TASKS
    SENTENCE: ClassVar[Label] = Label(
        "証拠書類 {number}（{kind}）を登録した。", "Evidence {number} ({kind}) was registered."
    )

    title: Title
    file_name: FileName | None = None
    kept_at: KeptAt | None = None


class FileAttached(Attached, Event):
    """The file itself was attached."""

    TOPIC = "evidence.file_attached"
    SENTENCE: ClassVar[Label] = Label(
        "ファイル（{media_type}）を添付した。", "The file ({media_type}) was attached."
    )
    TASKS = TASKS

    content: FileContent


class FactShown(Showing, Event):
    """The evidence was put to a fact, which it shows from this day on."""

    TOPIC = "evidence.fact_shown"
    SENTENCE: ClassVar[Label] = Label(
        "記録 {shows} 第{fact_version}版の証拠とした。",
        "It was put to version {fact_version} of record {shows} as evidence.",
    )
    TASKS = TASKS


EvidenceEvent = EvidenceRegistered | FileAttached | FactShown


class EvidenceCorrected(Correction):
    """What was recorded of an evidence item was wrong."""

    TOPIC = "evidence.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の証拠書類の記録を訂正した。",
        "The evidence entry of version {corrects} was corrected.",
    )
    MENDS = (EvidenceRegistered, FactShown)
    FIXED = frozenset({"number", "person_id", "shows", "fact_version"})


class EvidenceVoided(Void):
    """An evidence item is none, does not show a fact, or has another file than the attached."""

    TOPIC = "evidence.voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の証拠書類の記録を取り消した。",
        "The evidence entry of version {voids} was voided.",
    )
    MENDS = get_args(EvidenceEvent)


class ImportReceived(File, Event):
    """A file was received whose rows are taken over as facts."""

    TOPIC = "import.received"
    TASKS = (Task.MANAGEMENT,)
    SENTENCE: ClassVar[Label] = Label(
        "取込ファイルを受け付けた（{kind}、{rows} 行）。",
        "A file to import was received ({kind}, {rows} rows).",
    )

    file_name: FileName
    sheet: Sheet | None = None
