"""What can be asked to be recorded of exports."""

from typing import Annotated
from uuid import UUID

from domain.base.command import Annul, Command, Correct
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.words import Label
from domain.export import rules
from domain.export.events import ExportCorrected, Exported, ExportVoided

ExportId = Annotated[UUID, Label("持ち出し", "export")]


class RecordExport(Exported, Command):
    """Record that a file was written out of the record; each time, also of the same bytes."""

    LABEL = Label("持ち出しを記録する", "Record an export")
    REFUSALS = (rules.EXPORTED_OTHERWISE,)
    HAPPENED = True

    def opens(self) -> str:
        """One stream for each content, kind and programme."""
        return f"{self.programme}|{self.kind}|{self.sha256}"


class CorrectExport(Correct):
    """Put right what was recorded of an export."""

    LABEL = Label("持ち出しの記録を訂正する", "Correct an export's entry")
    TARGET = "export_id"
    REFUSALS = MEND_RULES
    EVENT = ExportCorrected

    export_id: ExportId


class VoidExport(Annul):
    """Record that an export was never made."""

    LABEL = Label("持ち出しの記録を取り消す", "Void an export's entry")
    TARGET = "export_id"
    REFUSALS = VOID_RULES
    EVENT = ExportVoided

    export_id: ExportId


ExportCommand = RecordExport | CorrectExport | VoidExport
