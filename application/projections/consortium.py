"""The consortium (コンソーシアム): what is it called, and which agreement is in force?"""

from datetime import date
from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, changed, rowclass
from application.recorded import Recorded
from domain.base.fields import Evidence
from domain.base.words import Label
from domain.consortium import events as e

KEY = "consortium"


@rowclass
class ConsortiumRow:
    """The consortium; without an agreement yet it has no version and no document."""

    consortium_id: e.ConsortiumId
    name: e.ConsortiumName
    formed_on: Annotated[date, Label("設立日", "formed on")]
    agreement_version: Annotated[int | None, Label("協定書の版", "agreement version")] = None
    document: Annotated[Evidence | None, Label("協定書", "agreement document")] = None


def fold(rows: Rows[ConsortiumRow], recorded: Recorded) -> None:
    """Put the one row."""
    event, row = recorded.event, rows.get(KEY)
    if isinstance(event, e.ConsortiumFormed):
        rows.put(KEY, ConsortiumRow(recorded.stream, event.name, event.effective_on))
    elif row is not None and isinstance(event, e.ConsortiumRenamed):
        rows.put(KEY, changed(row, name=event.name))
    elif row is not None and isinstance(event, e.AgreementConcluded | e.AgreementAmended):
        concluded = {"agreement_version": event.agreement_version, "document": event.document}
        rows.put(KEY, changed(row, **concluded))


CONSORTIUM = Projection(
    name="consortium",
    version=2,
    time=Time.ASSERTION,
    label=Label("コンソーシアム", "Consortium"),
    row=ConsortiumRow,
    reads=(e.ConsortiumFormed, e.ConsortiumRenamed, e.AgreementConcluded, e.AgreementAmended),
    fold=fold,
)
