"""The titles of fields in schemas: both languages, from the field's label."""

from typing import Annotated, Any

from pydantic import ConfigDict
from pydantic.fields import ComputedFieldInfo, FieldInfo

from domain.base.marks import marks_of_type
from domain.base.words import Label


def title_of(name: str, info: FieldInfo | ComputedFieldInfo) -> str:
    """Give a field's title, 日本語 / English; its name if it has no label."""
    labels = marks_of_type(type_of(info), Label) if isinstance(info, FieldInfo) else []
    return both(labels[0]) if labels else name


def type_of(info: FieldInfo) -> Any:  # noqa: ANN401 - any type form
    """Give a field's type with all its marks."""
    return Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation


def both(label: Label) -> str:
    """Give a label in both languages, the screen's first."""
    return f"{label.ja} / {label.en}"


TITLED = ConfigDict(frozen=True, extra="forbid", field_title_generator=title_of)
"""What makes a model show the labels of its fields in its schema."""
