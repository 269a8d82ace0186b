"""What happens to one issued document.

What a document states is recorded as the paper says it, even where the record said something else.
"""

from datetime import date
from typing import Annotated, ClassVar, Self, get_args
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from domain.base.event import Correction, Event, Fields, Reachable, Void
from domain.base.fields import Evidence, Number, Text, Year
from domain.base.figure import FigureCode
from domain.base.personal import Public
from domain.base.tasks import Task
from domain.base.words import Code, Label
from domain.evidence.events import DocumentNumber
from domain.statement.events import Value

Issuer = Annotated[Number, Label("発行者コード", "issuer", "203246")]
"""The municipality code or corporate number of the office whose number the document bears."""
ReportTitle = Annotated[
    Text,
    Public("what an issued document is called, as it stands on its cover"),
    Label("件名", "title", "令和6年度 地域DX推進事業 実績報告書"),
]
Addressee = Annotated[
    Text, Public("an organisation's name"), Label("提出先", "addressee", "立科町議会")
]
"""An organisation's name or code; never a person's name."""
Figure = Annotated[FigureCode, Label("指標", "figure", "kpi1")]
TakenOn = Annotated[date, Reachable, Label("値の基準日", "taken on", "2024-12-31")]
AtPosition = Annotated[
    int, Field(strict=True, ge=1, le=2**63 - 1), Label("値を取った記録の位置", "at position", "120")
]
DefinitionVersion = Annotated[
    int, Field(strict=True, ge=1, le=2**31 - 1), Label("定義の版", "definition version", "1")
]
Place = Annotated[Number, Label("記載箇所", "place in the document", "p.3 表1")]
"""A page, a table, a line; at most 64 characters, and no names."""
ByValue = (
    Annotated[str, StringConstraints(strict=True, pattern=r"^[^\s|]{1,64}$")]
    | Annotated[int, Field(strict=True)]
    | Annotated[bool, Field(strict=True)]
    | None
)
"""A value that a figure is broken down by: a code of an event, never text."""
By = Annotated[
    tuple[ByValue, ...], Field(min_length=1, title="区分 / by"), Label("区分", "by", "203246")
]
RowValue = Annotated[Value | None, Field(title="値 / value")]


class Kind(Code):
    """What an issued document is; figures given orally to the assembly are an answer in it."""

    MINISTRY_REPORT = "ministry-report", "国への報告", "report to the ministry"
    EFFECT_REVIEW = "effect-review", "効果検証", "effect review"
    ASSEMBLY_ANSWER = "assembly-answer", "議会答弁", "answer in the assembly"
    BUDGET_DOCUMENT = "budget-document", "予算資料", "budget document"
    PUBLICATION = "publication", "公表資料", "publication"
    OTHER = "other", "その他", "other"


class Document(Fields):
    """What is known of a document as a whole; `evidence` is its copy."""

    issuer: Issuer
    number: DocumentNumber
    kind: Annotated[Kind, Label("文書の種類", "kind", "ministry-report")]
    title: ReportTitle
    addressee: Addressee
    evidence: Evidence | None = None


class BreakdownRow(Fields):
    """One line of a stated breakdown: the values that it is for, and its value if it has one."""

    by: By
    value: RowValue = None


class Statement(Fields):
    """A figure as a document states it, in the unit of the figure.

    `at_position` is the position of the record that the value was taken at, and
    `definition_version` the version of the definition that it was taken under; a document from
    before the record has neither. An empty breakdown says that the document states none.
    """

    figure: Figure
    fiscal_year: Year | None = None
    taken_on: TakenOn
    at_position: AtPosition | None = None
    definition_version: DefinitionVersion | None = None
    value: Value
    breakdown: Annotated[tuple[BreakdownRow, ...], Label("内訳", "breakdown")] = ()
    place: Place | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if self.at_position is not None and self.definition_version is None:
            raise ValueError("a value taken from the record names the definition's version")
        lines = [tuple((type(value), value) for value in row.by) for row in self.breakdown]
        if len(set(lines)) < len(lines):
            raise ValueError("a line stands twice in the breakdown")
        if len({len(line) for line in lines}) > 1:
            raise ValueError("the lines of a breakdown are by the same fields")
        return self


class ReportIssued(Document, Event):
    """A document that states figures was handed in or, in an assembly, said."""

    TOPIC = "report.issued"
    SENTENCE: ClassVar[Label] = Label(
        "{number}「{title}」を {addressee} に提出した（{kind}）。",
        "{number}, {title}, was issued to {addressee} ({kind}).",
    )
    TASKS = (Task.PLAN,)


class FigureStated(Statement, Event):
    """A document states a figure of the programme that this event belongs to."""

    TOPIC = "report.figure_stated"
    SENTENCE: ClassVar[Label] = Label(
        "文書は {figure} を {value} としている"
        "（{programme}、年度 {fiscal_year}、基準日 {taken_on}）。",
        "The document states {figure}: {value}"
        " ({programme}, fiscal year {fiscal_year}, taken on {taken_on}).",
    )
    TASKS = (Task.PLAN,)


class ReportReplaced(Event):
    """A document was replaced by another one (差替え)."""

    TOPIC = "report.replaced"
    SENTENCE: ClassVar[Label] = Label(
        "文書を {replaced_by} に差し替えた。", "The document was replaced by {replaced_by}."
    )
    TASKS = (Task.PLAN,)

    replaced_by: Annotated[UUID, Label("差し替え後の文書", "replaced by")]


class ReportWithdrawn(Event):
    """A document was withdrawn (撤回)."""

    TOPIC = "report.withdrawn"
    SENTENCE: ClassVar[Label] = Label("文書を撤回した。", "The document was withdrawn.")
    TASKS = (Task.PLAN,)


ReportEvent = ReportIssued | FigureStated | ReportReplaced | ReportWithdrawn


class ReportCorrected(Correction):
    """What was recorded of a document is not what the document says."""

    TOPIC = "report.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の提出文書の記録を訂正した。",
        "The document's entry of version {corrects} was corrected.",
    )
    MENDS = get_args(ReportEvent)
    FIXED = frozenset({"issuer", "number", "replaced_by"})


class ReportEntryVoided(Void):
    """An entry of a document never held."""

    TOPIC = "report.entry_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の提出文書の記録を取り消した。",
        "The document's entry of version {voids} was voided.",
    )
    MENDS = get_args(ReportEvent)
