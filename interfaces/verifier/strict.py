"""Text, base64, JSON and days, read so that no two programs could read them differently."""

import json
from base64 import b64decode, b64encode
from datetime import date
from functools import lru_cache
from typing import Any, Never

NAME = r"[^\s+\ufeff]+"
"""The name of a log or witness: no white space of any kind, and no plus."""
NUMBER = "0|[1-9][0-9]{0,14}"


class Malformed(Exception):  # noqa: N818 - a verdict
    """It is not in the form of docs/bundle.md: where, and which rule (a key of `words.RULES`)."""


def text_of(written: bytes, where: str) -> str:
    """Read UTF-8 in which the end of a line is the only control character."""
    try:
        text = written.decode()
    except UnicodeDecodeError as error:
        raise Malformed(where, "text") from error
    if any((each < " " and each != "\n") or each == "\x7f" for each in text):
        raise Malformed(where, "text")
    return text


def from_base64(written: str, where: str) -> bytes:
    """Read base64 that can be written in one way only."""
    try:
        value = b64decode(written, validate=True)
    except ValueError as error:
        raise Malformed(where, "text") from error
    if b64encode(value).decode() != written:
        raise Malformed(where, "text")
    return value


DEEPEST = 64
"""How deep objects and lists may stand in one another, the outermost counted."""


def _refused(written: str) -> Never:
    raise ValueError(written)


def _integer(written: str) -> int:
    return int(written) if len(written.lstrip("-")) <= 18 else _refused(written)  # noqa: PLR2004


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else _refused("a key comes twice")


_JSON = json.JSONDecoder(
    object_pairs_hook=_object, parse_float=_refused, parse_int=_integer, parse_constant=_refused
)
NOT_SO = (ValueError, TypeError, KeyError, AttributeError, RecursionError)
"""What comes of reading a value as something that it is not."""


def json_of(text: str) -> Any:  # noqa: ANN401 - whatever stands there
    """Read JSON of integers and of whole characters alone; raises one of `NOT_SO`."""
    found = _JSON.decode(text)
    if text.count("[") + text.count("{") > DEEPEST and _is_deep(found):
        _refused("nested too deeply")
    if "\\u" in text:
        # Half of a surrogate pair can be escaped, and is no text.
        json.dumps(found, ensure_ascii=False).encode()
    return found


def _is_deep(found: object) -> bool:
    """Say whether objects and lists stand deeper in one another than they may."""
    held: list[Any] = [found]
    for _ in range(DEEPEST):
        inside = [each for each in held if isinstance(each, dict | list)]
        held = [one for each in inside for one in (each.values() if type(each) is dict else each)]
    return any(isinstance(each, dict | list) for each in held)


def canonical(value: object) -> str:
    """Write values so that equal ones, and only those, are written alike: `true` is not 1."""
    return json.dumps(value, sort_keys=True)


@lru_cache(maxsize=1 << 16)
def day_number(day: str) -> int:
    """Number the days; raises ValueError unless it is one, written as 2024-04-01."""
    found = date.fromisoformat(day)
    return found.toordinal() if found.isoformat() == day else _refused(day)


def is_day(value: Any) -> bool:  # noqa: ANN401 - whatever stands there
    """Say whether it is a day."""
    try:
        return bool(day_number(value))
    except (ValueError, TypeError):
        return False
