"""Writes docs/openapi.json: ``python -m interfaces.http.openapi``, or ``make openapi``."""

import json
from pathlib import Path
from typing import Any

from interfaces.http.app import create_app

PATH = Path(__file__).parents[2] / "docs" / "openapi.json"
DEPTH_OF_LINES = 3
"""Down to here every entry has a line of its own: a path, a schema, a response."""


def text() -> str:
    """Give the API's OpenAPI document as it is committed, so that a change shows as its line."""
    return _lines(create_app({}).openapi(), 0) + "\n"


def _lines(value: Any, depth: int) -> str:  # noqa: ANN401 - any JSON
    if depth == DEPTH_OF_LINES or not isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    indent = " " * depth
    entries = [
        f"{indent} {json.dumps(name)}: {_lines(each, depth + 1)}" for name, each in value.items()
    ]
    return "{\n" + ",\n".join(entries) + f"\n{indent}}}"


if __name__ == "__main__":
    PATH.parent.mkdir(exist_ok=True)
    PATH.write_text(text(), encoding="utf-8")
