"""What an event says in words, rendered when it is read and never stored."""

from collections.abc import Iterator
from typing import Any, get_args

from annotated_types import Le
from pydantic import BeforeValidator
from pydantic.fields import FieldInfo

from domain.base.event import Event
from domain.base.marks import marks
from domain.base.personal import SealedMark
from domain.base.values.codes import parse_municipality_code
from domain.base.values.money import LARGEST
from domain.base.values.municipalities import MUNICIPALITIES
from domain.base.words import Code, Label

SEALED = Label("［非公開］", "[sealed]")
NOTHING = Label("（なし）", "(none)")
JOINT = Label("共同", "joint")
YES, NO = Label("はい", "yes"), Label("いいえ", "no")


def sentence(event: Event) -> Label:
    """Say what happened, in both languages; sealed values stay sealed.

    An event says what it said when it was recorded, even if it has been corrected since.
    """
    words = {
        name: worded(getattr(event, name), info) for name, info in type(event).model_fields.items()
    }
    return Label(
        event.SENTENCE.ja.format_map({name: label.ja for name, label in words.items()}),
        event.SENTENCE.en.format_map({name: label.en for name, label in words.items()}),
    )


def worded(value: Any, info: FieldInfo) -> Label:  # noqa: ANN401 - an event's field
    """Give a field's value as a sentence shows it: codes as words, amounts with separators."""
    match value:
        case None:
            label = NOTHING
        case _ if marks(info, SealedMark):
            label = SEALED
        case True | False:
            label = YES if value else NO
        case Code():
            label = Label(value.ja, value.en)
        case int() if any(limit.le == LARGEST for limit in marks(info, Le)):
            label = _same(f"{value:,}")
        case str() if _is_municipality(info):
            label = _municipality(value)
        case _:
            label = _same(str(value))
    return label


def words_of_codes(info: FieldInfo) -> dict[str, Label]:
    """Give the words of the codes that a field can hold, of all that have one."""
    found: dict[str, Label] = {}
    if _is_municipality(info):
        found |= {code: _municipality(code) for code in MUNICIPALITIES}
    for part in _parts(info.annotation):
        if part == "joint":
            found["joint"] = JOINT
        elif isinstance(part, type) and issubclass(part, Code):
            found |= {one.value: Label(one.ja, one.en) for one in part}
    return found


def _parts(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 - any type form
    yield annotation
    for argument in get_args(annotation):
        yield from _parts(argument)


def _same(text: str) -> Label:
    return Label(text, text)


def _is_municipality(info: FieldInfo) -> bool:
    return any(each.func is parse_municipality_code for each in marks(info, BeforeValidator))


def _municipality(code: str) -> Label:
    if code == "joint":
        return JOINT
    known = MUNICIPALITIES.get(code)
    return Label(known.name, known.english) if known else _same(code)
