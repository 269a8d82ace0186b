"""What can be asked to be recorded of evidence and of imports."""

import binascii
import hashlib
from base64 import b64decode
from typing import Annotated, Self
from uuid import UUID

from pydantic import model_validator

from domain.base.command import ANY, Annul, Command, Correct, Reads
from domain.base.fields import Text
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.personal import Personal
from domain.base.words import Label
from domain.evidence import rules
from domain.evidence.events import Attached, EvidenceCorrected, EvidenceVoided, File, Paper, Showing

EvidenceId = Annotated[UUID, Label("証拠書類", "evidence")]
Title = Annotated[Text, Personal("note"), Label("件名", "title", "研修業務委託 請求書")]
FileName = Annotated[Text, Personal("note"), Label("ファイル名", "file name", "seikyu-06.pdf")]
KeptAt = Annotated[Text, Personal("note"), Label("保管場所", "kept at", "書庫3 簿冊12")]
FileContent = Annotated[
    str,
    Personal("file"),
    Label("ファイルの内容（Base64）", "content of the file, in base64", "JVBERi0="),
]
LARGEST_FILE = 5_000_000
"""In bytes: a scan of some twenty pages. What is larger is kept elsewhere, under its digest."""
Sheet = Annotated[Text, Personal("note"), Label("シート名", "sheet", "R6名簿")]


def file_of(content: str) -> bytes:
    """Give the bytes of a file from its base64; raises ValueError."""
    try:
        return b64decode(content, validate=True)
    except binascii.Error:
        raise ValueError("Base64として読めません / this is no base64") from None


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


class AttachFile(Attached, Command):
    """Attach the file itself; it is sealed under the same key as the title.

    `sha256` is that of the file as it was sent, so that nothing is lost on the way.
    """

    LABEL = Label("ファイルを添付する", "Attach a file")
    TARGET = "evidence_id"
    REFUSALS = (rules.BEFORE_ITS_DAY, rules.FILE_ATTACHED_ALREADY, rules.FILE_DIFFERS)

    evidence_id: EvidenceId
    content: FileContent

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        content = file_of(self.content)
        if len(content) > LARGEST_FILE:
            megabytes = LARGEST_FILE // 1_000_000
            raise ValueError(
                f"ファイルは {megabytes} MB までです（{len(content):,} バイト）。大きいものは別に"
                "保管し、保管場所とSHA-256を登録してください"
                f" / a file has at most {megabytes} MB: keep it elsewhere and register where"
            )
        if hashlib.sha256(content).hexdigest() != self.sha256:
            raise ValueError("内容とSHA-256が合いません / the content has another SHA-256")
        return self


class ShowFact(Showing, Command):
    """Put the evidence to a fact that it shows; the fact itself stays as it was recorded."""

    LABEL = Label("事実の証拠とする", "Put evidence to a fact")
    TARGET = "evidence_id"
    REFUSALS = (rules.BEFORE_ITS_DAY, rules.NO_SUCH_FACT, rules.SHOWN_ALREADY)

    evidence_id: EvidenceId
    shows: Annotated[UUID, Reads(ANY), Label("示される記録", "record shown")]


class CorrectEvidence(Correct):
    """Put right what was recorded of an evidence item."""

    LABEL = Label("証拠書類の記録を訂正する", "Correct an evidence entry")
    TARGET = "evidence_id"
    REFUSALS = (*MEND_RULES, rules.FILE_DIFFERS)
    EVENT = EvidenceCorrected

    evidence_id: EvidenceId


class VoidEvidence(Annul):
    """Record that an evidence item is none, or take back its file or what it was put to."""

    LABEL = Label("証拠書類の記録を取り消す", "Void an evidence entry")
    TARGET = "evidence_id"
    REFUSALS = VOID_RULES
    EVENT = EvidenceVoided

    evidence_id: EvidenceId


class ReceiveImport(File, Command):
    """Record that a file was received; the facts taken from it point to it and to their row."""

    LABEL = Label("取込ファイルを受け付ける", "Receive a file to import")
    HAPPENED = True
    REFUSALS = (rules.RECEIVED_ALREADY,)

    file_name: FileName
    sheet: Sheet | None = None

    def opens(self) -> str:
        """One stream for each content and kind, so that a file is not taken in twice."""
        return f"{self.kind}|{self.sha256}"


EvidenceStep = AttachFile | ShowFact
"""What is decided on an evidence item that is registered."""
EvidenceCommand = RegisterEvidence | EvidenceStep | CorrectEvidence | VoidEvidence
