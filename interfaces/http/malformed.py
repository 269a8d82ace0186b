"""Where a request is malformed, and what is wrong there, without a word of what was sent.

What was sent may be personal, and problems end up in logs and tickets.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any

from pydantic import BaseModel

from domain.base.titles import TITLED
from domain.base.words import Label


class Where(BaseModel):
    """One place in the request, and what is wrong there. It never repeats what was sent."""

    model_config = TITLED

    where: Annotated[str, Label("場所", "where", "body.effective_on")]
    ja: Annotated[str, Label("日本語", "Japanese")]
    en: Annotated[str, Label("英語", "English")]


class Malformed(Exception):  # noqa: N818 - an outcome
    """A request cannot be read at these places."""

    def __init__(self, places: Sequence[Where]) -> None:
        """Keep the places."""
        super().__init__(", ".join(place.where for place in places))
        self.places = places

    @classmethod
    def at(cls, where: str, ja: str, en: str) -> "Malformed":
        """Name one place."""
        return cls([Where(where=where, ja=ja, en=en)])


_DATE = Label("2024-10-01 の形の日付ではありません。", "This is not a day such as 2024-10-01.")
_UUID = Label("UUID ではありません。", "This is not a UUID.")
_INTEGER = Label("整数ではありません。", "This is not an integer.")
_BOOLEAN = Label("true か false を入れてください。", "Give true or false.")
_OBJECT = Label("JSON のオブジェクトではありません。", "This is not a JSON object.")
_EXPECTED = Label("{expected} のどれかを入れてください。", "Give one of {expected}.")
_OTHER = Label("正しい値ではありません。", "This is not a valid value.")

# By pydantic's type of error. The braces stand for the limits that the type itself sets.
_WRONG = {
    "missing": Label("必須です。", "This is required."),
    "extra_forbidden": Label("この項目はありません。", "There is no such field."),
    "json_invalid": Label("JSON として読めません。", "This is not JSON."),
    "model_attributes_type": _OBJECT,
    "model_type": _OBJECT,
    "dict_type": _OBJECT,
    "too_short": Label("{min_length} 個以上必要です。", "At least {min_length} must be given."),
    "string_type": Label("文字列ではありません。", "This is not text."),
    "string_too_short": Label(
        "{min_length} 文字以上必要です。", "Too short: {min_length} or more."
    ),
    "string_too_long": Label("{max_length} 文字までです。", "Too long: up to {max_length}."),
    "string_pattern_mismatch": Label(
        "形が違います（{pattern}）。", "This does not match {pattern}."
    ),
    "greater_than": Label("{gt} より大きい値が必要です。", "It must be greater than {gt}."),
    "greater_than_equal": Label("{ge} 以上の値が必要です。", "It must be {ge} or more."),
    "less_than": Label("{lt} より小さい値が必要です。", "It must be less than {lt}."),
    "less_than_equal": Label("{le} 以下の値が必要です。", "It must be {le} or less."),
    "enum": _EXPECTED,
    "literal_error": _EXPECTED,
    "int_type": _INTEGER,
    "int_parsing": _INTEGER,
    "int_from_float": _INTEGER,
    "bool_type": _BOOLEAN,
    "bool_parsing": _BOOLEAN,
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "uuid_type": _UUID,
    "uuid_parsing": _UUID,
}
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}")


def places(errors: Iterable[Any], *root: str) -> list[Where]:
    """Give the places of pydantic's errors, each once; `root` is where the value itself was."""
    said = list(errors)
    found = [_place(error, root) for error in said if not _follows(error, said)]
    return list({place.model_dump_json(): place for place in found}.values())


def _follows(error: Mapping[str, Any], errors: Iterable[Mapping[str, Any]]) -> bool:
    """Say whether a list is short only because something in it is wrong, which is said itself."""
    at = error["loc"]
    within = (one["loc"] for one in errors if len(one["loc"]) > len(at))
    return error["type"] == "too_short" and any(loc[: len(at)] == at for loc in within)


def _place(error: Mapping[str, Any], root: Sequence[str]) -> Where:
    wrong = _WRONG.get(error["type"], _OTHER)
    limits = error.get("ctx", {})
    where = ".".join(_path([*root, *error["loc"]], unknown=error["type"] == "extra_forbidden"))
    if error["type"] == "value_error":
        # What the domain says in both languages is given in both, the screen's first.
        ja, both, en = _expected(error).partition(" / ")
        if both:
            return Where(where=where, ja=f"{ja}。", en=f"{en[:1].upper()}{en[1:]}")
        return Where(where=where, ja=wrong.ja, en=ja)
    return Where(where=where, ja=wrong.ja.format_map(limits), en=wrong.en.format_map(limits))


def _path(parts: Sequence[Any], *, unknown: bool) -> list[str]:
    """Give the steps to a place: fields and numbers, not the branches of a union."""
    named = [str(part) for part in parts if isinstance(part, int) or _NAME.fullmatch(part)]
    # What the caller calls a field is theirs: anything but a plain name could be a value.
    return [*named, "…"] if unknown and not _NAME.fullmatch(str(parts[-1])) else named


def _expected(error: Mapping[str, Any]) -> str:
    """Give what a value object expects: its message says "read …; expected …"."""
    message: str = error["msg"].removeprefix("Value error, ").rpartition("; ")[2]
    sent = str(error.get("input", ""))
    if message.startswith("read ") or (sent and sent in message):
        return _OTHER.en
    return f"{message[:1].upper()}{message[1:]}."
