"""Workbooks as this service makes them: text stays text, and the same content is the same bytes."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

FIXED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The time of making that is written into every xlsx: the same rows give the same bytes."""
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "default_date_format": "yyyy-mm-dd",
}


@contextmanager
def new_book(content: io.BytesIO) -> Iterator[Any]:
    """Open a workbook that is written into `content` at the end."""
    with xlsxwriter.Workbook(content, OPTIONS) as book:
        book.set_properties({"created": FIXED})
        yield book
