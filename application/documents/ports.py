"""What import and export need of the outside: files of spreadsheets."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from application.documents.cells import Cell, Table
from application.documents.form import Form

Format = Literal["xlsx", "csv"]
Encoding = Literal["utf-8", "cp932"]
GETA = "〓"
"""What stands for a character that an encoding lacks, where someone asked for that."""


class Unreadable(ValueError):  # noqa: N818 - an outcome
    """The file is not a spreadsheet that can be read."""


@dataclass(frozen=True, slots=True)
class Unwritable:
    """A cell that cannot be written: its row, its column's header, what it holds, which of it."""

    row: int
    column: str
    value: str
    characters: str


class Unmappable(ValueError):  # noqa: N818 - an outcome
    """Some characters do not exist in the encoding asked for."""

    def __init__(self, cells: Sequence[Unwritable]) -> None:
        """Keep which cells hold them."""
        super().__init__(f"{len(cells)} cells hold characters that the encoding lacks")
        self.cells = cells


class Spreadsheets(Protocol):
    """Reads and writes files of spreadsheets."""

    def read(self, content: bytes) -> list[Table]:
        """Give the sheets of a file; raises `Unreadable`."""

    def write_xlsx(
        self,
        title: str,
        header: Sequence[str],
        rows: Sequence[Sequence[Cell]],
        notes: Sequence[tuple[str, str]] = (),
    ) -> bytes:
        """Write one sheet of rows, and one that explains them."""

    def write_csv(
        self,
        header: Sequence[str],
        rows: Sequence[Sequence[Cell]],
        encoding: Encoding = "utf-8",
        *,
        geta: bool = False,
    ) -> bytes:
        """Write a csv; raises `Unmappable` unless `geta` may stand for what cannot be written."""

    def write_form(self, form: Form) -> bytes:
        """Write a form as an xlsx that can be printed as it is."""
