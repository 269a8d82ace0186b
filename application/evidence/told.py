"""One event told to people: what happened, when, who entered it and why."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel

from application.evidence.sentences import sentence
from application.ports import Log
from application.recorded import How, Reason, Recorded, how_recorded
from domain.base.titles import TITLED
from domain.base.words import Label


class Bilingual(BaseModel):
    """The same in both languages."""

    model_config = TITLED

    ja: Annotated[str, Label("日本語", "Japanese")]
    en: Annotated[str, Label("英語", "English")]


class Told(BaseModel):
    """One event: its place in the log, both its times, its provenance, and its sentence.

    The sentence is what was said when it was recorded, even if it has been corrected since.
    """

    model_config = TITLED

    position: Annotated[int, Label("位置", "position in the log")]
    stream: Annotated[UUID, Label("記録", "record")]
    version: Annotated[int, Label("版", "version")]
    topic: Annotated[str, Label("事実の種類", "kind of event", "worker.registered")]
    effective_on: Annotated[date, Label("基準日", "effective on", "2024-10-01")]
    recorded_at: Annotated[datetime, Label("記録日時", "recorded at")]
    how: Annotated[How, Label("記録の経緯", "how it came to be recorded")]
    actor: Annotated[str, Label("入力者", "entered by")]
    role: Annotated[str, Label("役割", "role")]
    on_behalf_of: Annotated[str | None, Label("代理される者", "on behalf of")]
    reason: Annotated[Reason, Label("理由", "reason")]
    sentence: Annotated[Bilingual, Label("内容", "what happened")]


def told(recorded: Recorded) -> Told:
    """Tell one event; sealed values stay sealed."""
    event, by = recorded.event, recorded.by
    said = sentence(event)
    return Told(
        position=recorded.position,
        stream=recorded.stream,
        version=recorded.version,
        topic=event.TOPIC,
        effective_on=event.effective_on,
        recorded_at=recorded.recorded_at,
        how=how_recorded(event.effective_on, recorded.recorded_at, taken_over=by.taken_over),
        actor=by.actor,
        role=by.role,
        on_behalf_of=by.on_behalf_of,
        reason=by.reason,
        sentence=Bilingual(ja=said.ja, en=said.en),
    )


def events_at(
    log: Log, positions: Collection[int], streams: Collection[UUID]
) -> dict[int, Recorded]:
    """Give the events of these streams at these positions, by position and in its order."""
    if not positions:
        return {}
    events = log.events(after=min(positions) - 1, upto=max(positions), streams=sorted(streams))
    return {recorded.position: recorded for recorded in events if recorded.position in positions}


def unlisted(count: int) -> list[Label]:
    """Say that so many events are not told, because no list of events shows them; if any are."""
    if not count:
        return []
    return [
        Label(
            f"このほかに、一覧に示さない事実が {count} 件あります。その記録自身にだけ示します。",
            f"{count} more are events that no list shows; each stands in its own record alone.",
        )
    ]
