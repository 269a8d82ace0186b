"""What happens when something of the record is written out for others."""

from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from domain.base.event import Correction, Event, Fields, Void
from domain.base.tasks import Task
from domain.base.words import Code, Label

FileDigest = Annotated[
    str,
    StringConstraints(strict=True, pattern=r"^[0-9a-f]{64}$"),
    Label("ファイルのSHA-256", "SHA-256 of the file"),
]
FileSize = Annotated[
    int, Field(strict=True, ge=0, le=2**53), Label("大きさ（バイト）", "size in bytes", "48213")
]
LogSize = Annotated[
    int,
    Field(strict=True, ge=0, le=2**63 - 1),
    Label("収めた記録の件数", "size of the record in it", "1200"),
]
What = Annotated[
    str,
    StringConstraints(strict=True, pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$"),
    Label("持ち出したもの", "what was written out", "payment-list"),
]
"""The name of a sheet or view, or the id of a record."""
AskedFor = Annotated[
    str,
    StringConstraints(
        strict=True,
        max_length=2000,
        pattern=r"^[a-z_]+=[A-Za-z0-9._:,*-]+(&[a-z_]+=[A-Za-z0-9._:,*-]+)*$",
    ),
    Label("条件", "what was asked for", "month=2024-10&open=true"),
]
"""A question as an address has it; an asterisk stands for what is, or may be, a name."""
RowCount = Annotated[int, Field(strict=True, ge=0, le=2**53), Label("行数", "number of rows", "12")]


class ExportKind(Code):
    """What was written out."""

    BUNDLE_PUBLICATION = "bundle-publication", "公表用の検証資料", "bundle for publication"
    BUNDLE_EVALUATION = "bundle-evaluation", "評価用の検証資料", "bundle for evaluation"
    SHEET = "sheet", "管理表", "sheet"
    VIEW = "view", "集計表", "view"
    ORDER_FORM = "order-form", "注文書", "order form"
    EVIDENCE_FILE = "evidence-file", "証拠書類のファイル", "file of evidence"
    REPLAY = "replay", "一覧一式", "set of all lists"
    OTHER = "other", "その他", "other"


class Exported(Fields):
    """What was written out: its kind, its bytes, and how much of the record it shows.

    `log_size` is the position as of which it was made. What the kind alone does not say is in
    `what`, and how it was asked for in `asked`; `rows` counts those below the
    header, and is None of what has none.
    """

    kind: Annotated[ExportKind, Label("持ち出しの種類", "kind of export", "bundle-evaluation")]
    sha256: FileDigest
    size: FileSize
    log_size: LogSize
    what: What | None = None
    asked: AskedFor | None = None
    rows: RowCount | None = None


class ExportMade(Exported, Event):
    """Something of the record was written out for others."""

    TOPIC = "export.made"
    SENTENCE: ClassVar[Label] = Label(
        "{kind}（{size} バイト）を書き出した。", "A {kind} of {size} bytes was written out."
    )
    TASKS = (Task.PLAN,)


class ExportCorrected(Correction):
    """What was recorded of an export was wrong."""

    TOPIC = "export.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の持ち出しの記録を訂正した。",
        "The export's entry of version {corrects} was corrected.",
    )
    MENDS = (ExportMade,)
    FIXED = frozenset({"kind", "sha256"})


class ExportVoided(Void):
    """An export that was recorded was never made."""

    TOPIC = "export.voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の持ち出しの記録を取り消した。",
        "The export's entry of version {voids} was voided.",
    )
    MENDS = (ExportMade,)
