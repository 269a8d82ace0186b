"""Reading the marks that types carry: labels, personal values, references to other streams."""

from collections.abc import Iterator
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic.fields import FieldInfo

Mark = TypeVar("Mark")


def marks(info: FieldInfo, kind: type[Mark]) -> list[Mark]:
    """Give the marks of one kind on a field's type, outermost first; `X | None` is looked into."""
    found = [*reversed(info.metadata), *_nested(info.annotation)]
    return [m for m in found if isinstance(m, kind)]


def marks_of_type(annotation: Any, kind: type[Mark]) -> list[Mark]:  # noqa: ANN401 - any type form
    """Give the marks of one kind on a type, the last written first."""
    return [m for m in _nested(annotation) if isinstance(m, kind)]


def _nested(annotation: Any) -> Iterator[Any]:  # noqa: ANN401
    if get_origin(annotation) is Annotated:
        # The last mark is the most particular one: it overrides what the type says of itself.
        for mark in reversed(annotation.__metadata__):
            yield mark
            if isinstance(mark, FieldInfo):
                yield from reversed(mark.metadata)
    for argument in get_args(annotation):
        yield from _nested(argument)
