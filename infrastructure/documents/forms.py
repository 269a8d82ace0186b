"""Printed forms as xlsx: A4 upright, one page wide, to be printed and sent as they are."""

import io
import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from application.documents.form import Form, FormSection, Tone
from domain.base.words import Label
from infrastructure.documents.books import new_book

FONT = "BIZ UDPゴシック"
"""On every Windows of an office, and easy to read; other programs take a font of their own."""
WIDTHS = (4, 24, 34, 48)
"""Of number, heading, label and text, in digits of the usual font."""
PIXELS_A_DIGIT = 7
NUMBER, HEADING, LABEL, TEXT = range(len(WIDTHS))
SIZE, SMALL = 10, 8
PADDING = 6
INK, GREY, PALE, AMBER, RED = "#1F2933", "#66727D", "#EEF2F5", "#8A5A00", "#A61B1B"
Looks = dict[str, Any]
BOX: Looks = {"border": 1, "border_color": GREY}
HEADED: Looks = {**BOX, "bg_color": PALE, "valign": "top"}
BOLD: Looks = {"bold": True}
INDENTED: Looks = {"align": "left", "indent": 1}
CENTRED: Looks = {"align": "center"}
RIGHT: Looks = {"align": "right"}
INDENT = 16
"""The room that an indented cell loses, and what a cell keeps free at its sides, in pixels."""
TONES: dict[Tone, Looks] = {
    "plain": {},
    "missing": {"font_color": RED, "bold": True},
    "open": {"font_color": AMBER, "bold": True},
}
A4 = 9


class Part(NamedTuple):
    """A piece of a cell's text, at its size in points and with its looks."""

    text: str
    size: float = SIZE
    looks: Looks = {}  # noqa: RUF012 - never changed


def write_form(form: Form) -> bytes:
    """Write a form as an xlsx of one sheet; the same form gives the same bytes."""
    content = io.BytesIO()
    with new_book(content) as book:
        _Page(book, book.add_worksheet(form.title.ja[:31])).write(form)
    return content.getvalue()


@dataclass
class _Page:
    """The sheet while it is written from the top down; `row` is the next one."""

    book: Any
    sheet: Any
    row: int = 0

    def write(self, form: Form) -> None:
        for column, width in enumerate(WIDTHS):
            self.sheet.set_column(column, column, width)
        self._head(form)
        for section in form.sections:
            self._section(section)
        self._line([Part("")], height=PADDING)
        for note in form.notes:
            self._line([Part("※ "), *_both(note, SMALL + 1)])
        self._set_up(form)

    def _head(self, form: Form) -> None:
        self._line([Part(form.title.ja, 18, BOLD)], CENTRED)
        self._line([Part(form.title.en, SMALL, {"font_color": GREY})], CENTRED)
        for each in form.reference:
            self._line([Part(f"{each.label.ja}　{each.text.ja}")], RIGHT, TEXT)
        self._line([Part(form.addressee, 13, BOLD)])
        for line in form.sender:
            self._line([Part(line)], RIGHT, TEXT)
        self._line(_both(form.opening), {"valign": "bottom"})
        self._line([Part("")], height=PADDING)

    def _section(self, section: FormSection) -> None:
        heading = _both(section.heading, between="\n", looks=BOLD)
        rows = [(_both(row.label), _both(row.text, looks=TONES[row.tone])) for row in section.rows]
        heights = [max(_height(label, LABEL), _height(text, TEXT)) for label, text in rows]
        heights[-1] += max(0, _height(heading, HEADING) - sum(heights))
        bottom = self.row + len(rows) - 1
        self._cell([Part(section.number, SIZE, BOLD)], NUMBER, HEADED | CENTRED, bottom=bottom)
        self._cell(heading, HEADING, HEADED | INDENTED, bottom=bottom)
        for (label, text), height in zip(rows, heights, strict=True):
            self.sheet.set_row(self.row, height)
            self._cell(label, LABEL, BOX | INDENTED)
            self._cell(text, TEXT, BOX | INDENTED)
            self.row += 1

    def _line(
        self,
        parts: Sequence[Part],
        looks: Looks | None = None,
        first: int = NUMBER,
        height: float = 0,
    ) -> None:
        """Write a line of its own, from a column to the last."""
        self.sheet.set_row(self.row, height or _height(parts, *range(first, TEXT + 1)))
        self._cell(parts, first, looks or {}, last=TEXT)
        self.row += 1

    def _cell(
        self, parts: Sequence[Part], first: int, looks: Looks, *, last: int = 0, bottom: int = 0
    ) -> None:
        """Write a cell, or several as one: to the last column, and down to the bottom row."""
        whole = self._looks(parts[0], looks)
        corner = max(bottom, self.row), max(last, first)
        if corner != (self.row, first):
            self.sheet.merge_range(self.row, first, *corner, "", whole)
        if len(parts) == 1:
            self.sheet.write_string(self.row, first, parts[0].text, whole)
            return
        pieces = [piece for part in parts for piece in (self._looks(part, {}), part.text)]
        self.sheet.write_rich_string(self.row, first, *pieces, whole)

    def _looks(self, part: Part, looks: Looks) -> Any:  # noqa: ANN401 - of xlsxwriter
        usual = {"font_name": FONT, "font_color": INK, "valign": "vcenter", "text_wrap": True}
        return self.book.add_format(usual | {"font_size": part.size} | part.looks | looks)

    def _set_up(self, form: Form) -> None:
        self.sheet.hide_gridlines(2)
        self.sheet.set_portrait()
        self.sheet.set_paper(A4)
        self.sheet.set_margins(left=0.6, right=0.6, top=0.5, bottom=0.6)
        self.sheet.center_horizontally()
        self.sheet.fit_to_pages(1, 0)
        self.sheet.print_area(0, 0, self.row - 1, TEXT)
        footer = form.footer.replace("&", "&&")
        self.sheet.set_footer(f"&L&8{footer}&R&8&P / &N")


def _both(
    words: Label, size: float = SIZE, between: str = " / ", looks: Looks | None = None
) -> list[Part]:
    """Give words with their English, small and grey; once where both are the same."""
    ja = Part(words.ja, size, looks or {})
    if words.en in {"", words.ja}:
        return [ja]
    return [ja, Part(between + words.en, min(size, SMALL), {"font_color": GREY})]


def _height(parts: Sequence[Part], *columns: int) -> float:
    """Give the height in points that a wrapped text takes in columns, as one cell.

    No program tells how wide a text is without its font: a full-width character takes a square, and
    others about a half.
    """
    room = sum(WIDTHS[column] for column in columns) * PIXELS_A_DIGIT - INDENT
    lines = [0.0]
    tallest = [0.0]
    for text, size in _pieces(parts):
        if text == "\n":
            lines.append(0.0)
            tallest.append(0.0)
            continue
        lines[-1] += _width(text, size)
        tallest[-1] = max(tallest[-1], size)
    heights = (
        max(1, math.ceil(width / room)) * size * 1.35
        for width, size in zip(lines, tallest, strict=True)
    )
    return sum(heights) + PADDING


def _pieces(parts: Sequence[Part]) -> Iterator[tuple[str, float]]:
    for part in parts:
        for number, line in enumerate(part.text.split("\n")):
            if number:
                yield "\n", part.size
            yield line, part.size


def _width(text: str, size: float) -> float:
    square = size * 4 / 3
    return sum(
        square if unicodedata.east_asian_width(one) in "WFA" else square * 0.52 for one in text
    )
