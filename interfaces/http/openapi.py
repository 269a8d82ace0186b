"""Writes docs/openapi.json: ``python -m interfaces.http.openapi``."""

import json
from pathlib import Path

from interfaces.http.app import create_app

PATH = Path(__file__).parents[2] / "docs" / "openapi.json"


def text() -> str:
    """Give the API's OpenAPI document as it is committed."""
    return json.dumps(create_app({}).openapi(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    PATH.parent.mkdir(exist_ok=True)
    PATH.write_text(text(), encoding="utf-8")
