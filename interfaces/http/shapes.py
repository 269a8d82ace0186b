"""The shapes of answers that several addresses share, for their documentation and their test."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, Field, create_model
from pydantic.fields import FieldInfo

from application.evidence.record import StreamRecord
from application.evidence.told import Bilingual
from application.ports import Clock
from application.recorded import How
from domain.base.marks import marks_of_type
from domain.base.titles import TITLED, both, type_of
from domain.base.words import Code, Label

VERSION_HEADER = {
    "ETag": {
        "description": "記録の版。次の操作の If-Match に入れる / "
        'the record\'s version, such as "3": what the next command gives in If-Match',
        "required": True,
        "schema": {"type": "string"},
    }
}
POSITION_HEADER = {
    "Ayumi-Position": {
        "description": "この答えの位置。照会の min_position に入れると、反映を待つ / "
        "the log's position of this answer; a query that gives it as min_position waits for it",
        "required": True,
        "schema": {"type": "integer"},
    }
}


class LogName(BaseModel):
    """Which log, and whose clock it keeps; a simulated clock's times are not real ones."""

    model_config = TITLED

    origin: Annotated[str, Label("記録の名", "origin", "ayumi.example/tateshina")]
    clock: Annotated[Clock, Label("時計", "clock", "server")]


class Moment(BaseModel):
    """The position an answer is about, and when that was recorded; no time for position 0."""

    model_config = TITLED

    position: Annotated[int, Label("位置", "position")]
    recorded_at: Annotated[datetime | None, Label("記録日時", "recorded at")]
    asked: Annotated[str | None, Label("求められた記録時点", "the moment asked for")]


class Heading(BaseModel):
    """What every answer says of itself."""

    model_config = TITLED

    consortium: Annotated[str, Label("協議体", "consortium")]
    log: Annotated[LogName, Label("記録", "log")]
    as_of: Annotated[Moment, Label("記録時点", "as of")]
    valid_on: Annotated[date | None, Label("基準日", "valid on")]
    notes: Annotated[list[Bilingual], Label("注記", "what to know")]


class RecordAnswer(Heading, StreamRecord):
    """The record of one thing at a moment; all that was said, about whatever day."""


class SaidBy(BaseModel):
    """Which event said a row, and how it came to be recorded."""

    model_config = TITLED

    position: Annotated[int, Label("位置", "position")]
    at: Annotated[datetime, Label("記録日時", "recorded at")]
    how: Annotated[How, Label("記録の経緯", "how it came to be recorded")]
    stream: Annotated[UUID, Label("記録", "record")]
    version: Annotated[int, Label("版", "version")]


class ProjectionName(BaseModel):
    """Which question was answered, by which version of its fold."""

    model_config = TITLED

    name: Annotated[str, Label("一覧", "projection")]
    version: Annotated[int, Label("版", "version")]


class FiscalYearAnswer(BaseModel):
    """A fiscal year: its number and its Japanese name."""

    model_config = TITLED

    fiscal_year: Annotated[int, Label("年度（西暦）", "fiscal year", "2024")]
    label: Annotated[str, Label("年度", "its Japanese name", "令和6年度")]


def shaped(name: str, doc: str | None, fields: Mapping[str, Any]) -> type[BaseModel]:
    """Make a model whose fields show their labels."""
    return create_model(name, __config__=TITLED, __doc__=doc, **fields)


def field_of(info: FieldInfo, annotation: Any = None, default: Any = ...) -> tuple[Any, Any]:  # noqa: ANN401
    """Give a field of a domain's model as a request shows it: its label, example and codes."""
    annotation = annotation or type_of(info)
    if default is ... and not info.is_required():
        default = info.get_default(call_default_factory=True)
    labels = marks_of_type(type_of(info), Label)
    example = next((label.example for label in labels if label.example), None)
    shown = Field(
        default, examples=[example] if example else None, description=codes_in(annotation)
    )
    return annotation, shown


def codes_in(annotation: Any) -> str | None:  # noqa: ANN401 - any type form
    """Describe the codes that a type allows, each with its words; None for other types."""
    for kind in _classes(annotation):
        if issubclass(kind, Code):
            return "\n".join(f"- `{code.value}`: {code.ja} / {code.en}" for code in kind)
    return None


def label_of(annotation: Any) -> str | None:  # noqa: ANN401 - any type form
    """Give a type's label in both languages."""
    labels = marks_of_type(annotation, Label)
    return both(labels[0]) if labels else None


def _classes(annotation: Any) -> list[type]:  # noqa: ANN401 - any type form
    if isinstance(annotation, type):
        return [annotation]
    arguments = getattr(annotation, "__args__", ())
    origin = getattr(annotation, "__origin__", None)
    return [
        kind for each in (origin, *arguments) if each is not annotation for kind in _classes(each)
    ]
