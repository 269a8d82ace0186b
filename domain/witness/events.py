"""What happens to the witnesses of the log."""

from typing import Annotated, ClassVar, get_args
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints

from domain.base.event import Correction, Event, Fields, Void
from domain.base.fields import Municipality
from domain.base.personal import Public
from domain.base.tasks import Task
from domain.base.words import Label
from domain.witness.key import read_key

EXAMPLE_KEY = "witness/omachi+572fc4a9+BKpNkP9BL3F8e6zX3WlWj/NYCwp/kVqub9UMwz0KBB2k"


def _key(line: str) -> str:
    read_key(line)
    return line


WitnessesId = Annotated[UUID, Label("立会人の記録", "record of the witnesses")]
WitnessName = Annotated[
    str,
    StringConstraints(pattern=r"^witness/[a-z][a-z0-9-]{0,39}$"),
    Public("the name of a key, not of a person"),
    Label("立会人の名前", "name of the witness", "witness/omachi"),
]
KeyLine = Annotated[
    str,
    StringConstraints(max_length=200),
    AfterValidator(_key),
    Public("a public key and its name"),
    Label("公開鍵の行", "line of the public key", EXAMPLE_KEY),
]
"""What `ayumi-witness new-key` prints; a line that was changed on the way is refused."""
Required = Annotated[
    int, Field(strict=True, ge=1, le=99), Label("必要な立会人の数", "witnesses required", "2")
]


class Appointment(Fields):
    """Which municipality is a witness, under which name, and the key that it co-signs with."""

    municipality: Municipality
    name: WitnessName
    key: KeyLine


class Handover(Fields):
    """A new key, in place of the one before.

    Every bundle shows this whole, a publication too: between whom the duty passed is on the
    handover's paper (事務引継書), and may be noted, sealed, where the handover is entered.
    """

    municipality: Municipality
    key: KeyLine


class Retirement(Fields):
    """Which municipality is no witness any more."""

    municipality: Municipality


class Policy(Fields):
    """How many of the witnesses in office must have co-signed a checkpoint."""

    required: Required


class WitnessAppointed(Appointment, Event):
    """A municipality co-signs the log's checkpoints with this key from this day on."""

    TOPIC = "witness.appointed"
    SENTENCE: ClassVar[Label] = Label(
        "市町村 {municipality} を立会人と定めた（{name}）。",
        "The municipality {municipality} was appointed a witness ({name}).",
    )
    TASKS = (Task.CONSORTIUM, Task.REGIONS)


class WitnessKeyChanged(Handover, Event):
    """A witness co-signs with another key from this day on; the one before counts no more."""

    TOPIC = "witness.key_changed"
    SENTENCE: ClassVar[Label] = Label(
        "市町村 {municipality} の立会人の鍵が引き継がれ、新しくなった。",
        "The key of the witness of {municipality} was handed over and renewed.",
    )
    TASKS = (Task.CONSORTIUM, Task.REGIONS)


class WitnessRetired(Retirement, Event):
    """A municipality is no witness any more; this day is the first without it."""

    TOPIC = "witness.retired"
    SENTENCE: ClassVar[Label] = Label(
        "市町村 {municipality} は立会人でなくなった。",
        "The municipality {municipality} is no witness any more.",
    )
    TASKS = (Task.CONSORTIUM, Task.REGIONS)


class WitnessPolicySet(Policy, Event):
    """From this day on, so many witnesses must have co-signed a checkpoint."""

    TOPIC = "witness.policy_set"
    SENTENCE: ClassVar[Label] = Label(
        "記録確定点に必要な立会人の数を {required} と定めた。",
        "A checkpoint was said to need {required} witnesses.",
    )
    TASKS = (Task.CONSORTIUM, Task.REGIONS)


WitnessEvent = WitnessAppointed | WitnessKeyChanged | WitnessRetired | WitnessPolicySet


class WitnessCorrected(Correction):
    """What was recorded of the witnesses was wrong."""

    TOPIC = "witness.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の立会人の記録を訂正した。",
        "The entry of version {corrects} about the witnesses was corrected.",
    )
    MENDS = get_args(WitnessEvent)


class WitnessVoided(Void):
    """An entry about the witnesses never held."""

    TOPIC = "witness.entry_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の立会人の記録を取り消した。",
        "The entry of version {voids} about the witnesses was voided.",
    )
    MENDS = get_args(WitnessEvent)
