"""DX registrations (DX制度への登録): which firms are registered, under which scheme?"""

from application.projecting.projection import Projection, Rows, Time, rowclass, said_in
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.fields import Evidence, Municipality
from domain.base.words import Label
from domain.dx_registration import events as e


@rowclass
class DxRegistrationRow:
    """One registration in force."""

    registration_id: e.RegistrationId
    programme: Programme
    scheme: e.Scheme
    scheme_name: e.SchemeName
    firm: e.Firm
    firm_name: e.FirmName
    municipality: Municipality
    registration_number: e.RegistrationNumber | None
    evidence: Evidence | None


def fold(rows: Rows[DxRegistrationRow], recorded: Recorded) -> None:
    """Put one row for each registration, as long as it is in force."""
    event = recorded.event
    match event:
        case e.DxRegistrationConfirmed():
            row = DxRegistrationRow(
                registration_id=recorded.stream,
                programme=event.programme,
                **said_in(event, e.Registration),
            )
            rows.about["key"] = f"{event.programme}|{event.scheme}|{event.firm}"
            rows.put(rows.about["key"], row)
        case e.DxRegistrationEnded():
            rows.end(rows.about["key"])
        case _:
            pass


DX_REGISTRATIONS = Projection(
    name="dx_registrations",
    version=1,
    time=Time.ASSERTION,
    label=Label("DX制度への登録", "DX registrations"),
    row=DxRegistrationRow,
    reads=(e.DxRegistrationConfirmed, e.DxRegistrationEnded),
    fold=fold,
)
