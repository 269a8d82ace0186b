"""What can be asked to be recorded of evidence and of imports."""

from typing import Annotated
from uuid import UUID

from domain.base.command import Annul, Command, Correct
from domain.base.fields import Text
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.personal import Personal
from domain.base.words import Label
from domain.evidence import rules
from domain.evidence.events import EvidenceCorrected, EvidenceVoided, File, Paper

EvidenceId = Annotated[UUID, Label("証拠書類", "evidence")]
Title = Annotated[Text, Personal("note"), Label("件名", "title", "研修業務委託 請求書")]
FileName = Annotated[Text, Personal("note"), Label("ファイル名", "file name", "seikyu-06.pdf")]
KeptAt = Annotated[Text, Personal("note"), Label("保管場所", "kept at", "書庫3 簿冊12")]
Sheet = Annotated[Text, Personal("note"), Label("シート名", "sheet", "R6名簿")]


class RegisterEvidence(Paper, Command):
    """Register a paper or file; `effective_on` is the day it bears.

    With `person_id` its title, file name and place are sealed under that person's key, otherwise
    under one of their own.
    """

    LABEL = Label("証拠書類を登録する", "Register evidence")
    REFUSALS = (rules.REGISTERED_ALREADY,)

    title: Title
    file_name: FileName | None = None
    kept_at: KeptAt | None = None

    def opens(self) -> str:
        """One stream for each evidence number."""
        return self.number


class CorrectEvidence(Correct):
    """Put right what was recorded of an evidence item."""

    LABEL = Label("証拠書類の記録を訂正する", "Correct an evidence entry")
    TARGET = "evidence_id"
    REFUSALS = MEND_RULES
    EVENT = EvidenceCorrected

    evidence_id: EvidenceId


class VoidEvidence(Annul):
    """Record that an evidence item is none."""

    LABEL = Label("証拠書類の登録を取り消す", "Void evidence")
    TARGET = "evidence_id"
    REFUSALS = VOID_RULES
    EVENT = EvidenceVoided

    evidence_id: EvidenceId


class ReceiveImport(File, Command):
    """Record that a file was received; the facts taken from it point to it and to their row."""

    LABEL = Label("取込ファイルを受け付ける", "Receive a file to import")
    REFUSALS = (rules.RECEIVED_ALREADY,)

    file_name: FileName
    sheet: Sheet | None = None

    def opens(self) -> str:
        """One stream for each content and kind, so that a file is not taken in twice."""
        return f"{self.kind}|{self.sha256}"


EvidenceCommand = RegisterEvidence | CorrectEvidence | VoidEvidence
