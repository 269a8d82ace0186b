"""What the log says of itself."""

from typing import Annotated, ClassVar, Literal

from domain.base.event import Event
from domain.base.personal import Public
from domain.base.words import Label


class LogOpened(Event):
    """The log was opened; it is the first event of every log."""

    TOPIC = "log.opened"
    SENTENCE: ClassVar[Label] = Label(
        "記録 {origin}（第{epoch}期、時計 {clock}）を開いた。",
        "The log {origin} (epoch {epoch}, clock {clock}) was opened.",
    )

    origin: Annotated[
        str, Public("the log's own name"), Label("記録の名", "origin", "ayumi.example/tateshina")
    ]
    epoch: Annotated[int, Label("期", "epoch", "1")] = 1
    event_format: Annotated[int, Label("事実の形式", "event format", "1")] = 1
    leaf_format: Annotated[
        str, Public("a format of the log"), Label("照合コードの形式", "leaf format", "ev1")
    ] = "ev1"
    clock: Annotated[Literal["server", "simulated"], Label("時計", "clock", "server")]
    projections: Annotated[dict[str, int], Label("照会用の表の版", "versions of projections")]
    previous_checkpoint: Annotated[
        str | None,
        Public("a signed note, without persons"),
        Label("前期の記録確定点", "previous checkpoint"),
    ] = None


class ProjectionActivated(Event):
    """A version of a projection was switched to; lists are answered from it from here on."""

    TOPIC = "log.projection_activated"
    SENTENCE: ClassVar[Label] = Label(
        "照会用の表 {projection} を第{version}版に切り替えた。",
        "Version {version} of the projection {projection} was switched to.",
    )

    projection: Annotated[
        str, Public("a projection's own name"), Label("照会用の表", "projection", "skill_map")
    ]
    version: Annotated[int, Label("版", "version", "1")]
    built_upto: Annotated[int, Label("作り直した位置", "position it was built up to")]


LogEvent = LogOpened | ProjectionActivated
