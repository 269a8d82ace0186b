"""What happens to one firm's registration under a DX scheme.

Which scheme counts for the KPI is not defined by the plan: the record says which scheme it was, and
the figure's definition, once somebody gives one, names those that count.
"""

from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import StringConstraints

from domain.base.event import Correction, Event, Fields, PaperKind, Void
from domain.base.fields import Evidence, Municipality, Number, Text
from domain.base.personal import Public
from domain.base.tasks import Task
from domain.base.values.codes import CorporateNumber
from domain.base.words import Label

RegistrationId = Annotated[UUID, Label("DX制度への登録", "DX registration")]
Scheme = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,47}$"),
    Label("制度コード", "scheme", "kakuu-dx"),
]
SchemeName = Annotated[
    Text, Public("the name of a public scheme"), Label("制度の名称", "name", "架空DX登録制度")
]
Firm = Annotated[CorporateNumber, Label("法人番号", "corporate number", "9999999999999")]
FirmName = Annotated[Text, Public("an organisation's name"), Label("事業者名", "firm", "架空商事")]
RegistrationNumber = Annotated[Number, Label("登録番号", "registration number", "DX-001")]


class Registration(Fields):
    """Which firm is registered, under which scheme, and where it has its place of business."""

    scheme: Scheme
    scheme_name: SchemeName
    firm: Firm
    firm_name: FirmName
    municipality: Municipality
    registration_number: RegistrationNumber | None = None
    evidence: Evidence | None = None


class DxRegistrationConfirmed(Registration, Event):
    """A firm was registered under a DX scheme; `effective_on` is the day of its registration."""

    TOPIC = "dx_registration.confirmed"
    SENTENCE: ClassVar[Label] = Label(
        "{firm_name} の「{scheme_name}」への登録を確認した（{municipality}）。",
        "The registration of {firm_name} under {scheme_name} was confirmed ({municipality}).",
    )
    TASKS = (Task.KPI_DX,)
    EVIDENCE = (PaperKind.CERTIFICATE,)


class DxRegistrationEnded(Event):
    """A registration ended; `effective_on` is the first day without it."""

    TOPIC = "dx_registration.ended"
    SENTENCE: ClassVar[Label] = Label(
        "登録が終わった（{scheme}）。", "The registration ended ({scheme})."
    )
    TASKS = (Task.KPI_DX,)

    scheme: Scheme
    firm: Firm
    municipality: Municipality


DxRegistrationEvent = DxRegistrationConfirmed | DxRegistrationEnded


class DxRegistrationCorrected(Correction):
    """What was recorded of a registration was wrong."""

    TOPIC = "dx_registration.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の登録の記録を訂正した。",
        "The registration's entry of version {corrects} was corrected.",
    )
    MENDS = (DxRegistrationConfirmed, DxRegistrationEnded)
    FIXED = frozenset({"scheme", "firm"})


class DxRegistrationVoided(Void):
    """An entry of a registration never held."""

    TOPIC = "dx_registration.voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の登録の記録を取り消した。",
        "The registration's entry of version {voids} was voided.",
    )
    MENDS = (DxRegistrationConfirmed, DxRegistrationEnded)
