"""The spreadsheets and forms that are handed over: what each is made of, and what it was asked."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from application.documents.exporting import Export, export
from application.documents.kind import Kind, Place
from application.documents.order_form.page import page
from application.documents.ports import Encoding, Format, Spreadsheets
from application.evidence.asked_for import asked_for, by_ids, names_in
from application.evidence.exports import File
from application.service import Consortium
from application.viewing.sheet import sheet
from application.viewing.view import View
from domain.base.event import COMMON
from domain.export.events import ExportKind


@dataclass(frozen=True, slots=True)
class Written:
    """How a table is written: as xlsx, or as csv in an encoding, with 〓 for what that lacks."""

    format: Format
    encoding: Encoding = "utf-8"
    geta: bool = False

    def content(self, files: Spreadsheets, made: Export) -> bytes:
        """Write it; raises `Unmappable`."""
        if self.format == "xlsx":
            return files.write_xlsx(made.title, made.header, made.rows, made.notes)
        return files.write_csv(made.header, made.rows, self.encoding, geta=self.geta)

    def said(self) -> dict[str, Any]:
        """Give what differs from an xlsx in words of a question."""
        if self.format == "xlsx":
            return {}
        return {"format": self.format, "encoding": self.encoding, "geta": self.geta or None}


def sheet_file(consortium: Consortium, kind: Kind, written: Written) -> File:
    """Give all that is recorded of a kind of sheet, personal values opened."""
    place = Place(namespace=consortium.log.namespace, today=consortium.today())
    made = export(consortium, kind, place)
    return File(
        kind=ExportKind.SHEET,
        content=written.content(consortium.files, made),
        position=made.position,
        what=kind.name,
        asked=asked_for({"valid_on": place.today, **written.said()}),
        rows=len(made.rows),
    )


def view_file(
    consortium: Consortium,
    view: View[Any, Any],
    answer: dict[str, Any],
    written: Written,
    *,
    opened: bool,
) -> File:
    """Give the answer of a view as a table; `opened` says whether its personal values are."""
    made = sheet(consortium, view, answer)
    log = consortium.log
    asked = by_ids(view.asks, answer["asked"], log.namespace, lambda one: bool(log.read(one)))
    moments = {"valid_on": answer["valid_on"], "open": opened or None}
    return File(
        kind=ExportKind.VIEW,
        content=written.content(consortium.files, made),
        position=answer["as_of"]["position"],
        what=view.name,
        asked=asked_for({**asked, **moments, **written.said()}, names_in(view.asks, asked)),
        rows=len(made.rows),
        programme=asked.get("programme") or COMMON,
    )


def order_form_file(consortium: Consortium, answer: dict[str, Any], *, opened: bool) -> File:
    """Give the order form of a commission, to be printed; `opened` says whether its name is."""
    commission = answer["commission_id"]
    offered, *_ = consortium.log.read(UUID(commission))
    return File(
        kind=ExportKind.ORDER_FORM,
        content=consortium.files.write_form(page(answer)),
        position=answer["as_of"]["position"],
        what=commission,
        asked=asked_for({"valid_on": answer["valid_on"], "open": opened or None}),
        programme=offered.event.programme,
    )
