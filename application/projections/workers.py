"""Workers (ワーカー名簿): who is registered, where do they live, and are they on the roll?"""

from datetime import date
from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, changed, rowclass
from application.recorded import Recorded
from domain.base.fields import Municipality, PersonId, WorkerId
from domain.base.words import Label
from domain.worker import events as e


@rowclass
class WorkerRow:
    """One registered worker; name and contact are references to sealed values."""

    worker_id: WorkerId
    person_id: PersonId
    number: e.WorkerNumber
    name: e.Name
    kana: e.Kana
    birth_date: e.BirthDate | None
    contact: e.Contact | None
    municipality: Municipality
    registered_on: Annotated[date, Label("登録日", "registered on")]
    on_roll: Annotated[bool, Label("登録中", "on the roll")] = True


def fold(rows: Rows[WorkerRow], recorded: Recorded) -> None:
    """Put one row for each worker."""
    event = recorded.event
    if isinstance(event, e.WorkerRegistered):
        rows.put(
            event.number,
            WorkerRow(
                worker_id=recorded.stream,
                person_id=event.person_id,
                number=event.number,
                name=event.name,
                kana=event.kana,
                birth_date=event.birth_date,
                contact=event.contact,
                municipality=event.municipality,
                registered_on=event.effective_on,
            ),
        )
        return
    for number, row in rows.items():
        match event:
            case e.NameChanged():
                rows.put(number, changed(row, name=event.name, kana=event.kana))
            case e.ContactChanged():
                rows.put(number, changed(row, contact=event.contact))
            case e.WorkerMoved():
                rows.put(number, changed(row, municipality=event.municipality))
            case e.WorkerLeft():
                rows.put(number, changed(row, on_roll=False))
            case e.WorkerReturned():
                rows.put(number, changed(row, on_roll=True))
            case _:
                pass


WORKERS = Projection(
    name="workers",
    version=1,
    time=Time.ASSERTION,
    label=Label("ワーカー名簿", "Workers"),
    row=WorkerRow,
    reads=(
        e.WorkerRegistered,
        e.NameChanged,
        e.ContactChanged,
        e.WorkerMoved,
        e.WorkerLeft,
        e.WorkerReturned,
    ),
    fold=fold,
    filters=("municipality",),
)
