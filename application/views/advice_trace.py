"""From advice to change (助言): what was advised, was it adopted, and which entries followed?"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated
from uuid import UUID

from application.projecting.projection import changed, rowclass
from application.viewing.view import Asks, Facts, Line, View
from domain.advice import events as e
from domain.base.event import Programme
from domain.base.fields import NumberOf
from domain.base.followed import Change
from domain.base.personal import Sealed, SealedMark
from domain.base.words import Code, Label


class Answer(Code):
    """What became of advice."""

    OPEN = "open", "検討中", "not answered"
    ADOPTED = "adopted", "採用", "adopted"
    CARRIED_OUT = "carried-out", "採用・実施", "adopted and carried out"
    DECLINED = "declined", "不採用", "declined"


class AdviceTraceAsks(Asks):
    """Of which programme's advisers, and which of them; all if nothing is given."""

    programme: Programme | None = None
    adviser: Annotated[
        e.AdviserNumber | None,
        Label("アドバイザー番号", "adviser number", "A-1"),
        NumberOf("adviser", in_programme=True),
    ] = None


@rowclass
class AdviceTraceRow:
    """One piece of advice and one entry that followed; without one, nothing is said to have."""

    adviser: e.AdviserNumber
    session: e.SessionNumber
    given_on: Annotated[date, Label("助言日", "given on")]
    advice: e.AdviceNumber
    topic: Annotated[e.Topic, Label("助言の分野", "topic")]
    sentence: Annotated[str | None, Label("助言の要旨", "advice in public words")]
    text: Annotated[Sealed | None, SealedMark("note"), Label("内容（非公開）", "text, sealed")]
    answer: Annotated[Answer, Label("対応", "what became of it")]
    answered_on: Annotated[date | None, Label("採否の日", "answered on")]
    reason: Annotated[e.DeclineReason | None, Label("不採用の理由", "reason")]
    carried_out_on: Annotated[date | None, Label("実施日", "carried out on")] = None
    change: Annotated[Change | None, Label("変えたもの", "what it changed")] = None
    record: Annotated[UUID | None, Label("続いた記録", "record that followed")] = None
    record_version: Annotated[int | None, Label("続いた記録の版", "version that followed")] = None


def compute(facts: Facts, asks: AdviceTraceAsks) -> Iterator[Line[AdviceTraceRow]]:
    """Give the advice in the order of its days, each with all that followed."""
    numbers = {fact.stream: one.number for one, fact in facts.of(e.AdviserEngaged)}
    for given, fact in facts.of(e.AdviceGiven):
        number = numbers.get(fact.stream)
        wanted = number is not None and asks.adviser in {None, number}
        if number is None or not wanted or asks.programme not in {None, given.programme}:
            continue
        row = AdviceTraceRow(
            adviser=number,
            session=given.session,
            given_on=given.effective_on,
            advice=given.advice,
            topic=given.topic,
            sentence=given.sentence,
            text=given.text,
            answer=Answer.OPEN,
            answered_on=None,
            reason=None,
        )
        why, followed = [fact], []
        for one in facts.in_record(fact.stream):
            event = one.event
            if isinstance(event, e.AdviceCarriedOut) and event.advice == given.advice:
                followed.append((event, one))
            elif isinstance(event, e.AdviceAdopted) and event.advice == given.advice:
                row = changed(row, answer=Answer.ADOPTED, answered_on=event.effective_on)
                why.append(one)
            elif isinstance(event, e.AdviceDeclined) and event.advice == given.advice:
                declined = {"answered_on": event.effective_on, "reason": event.reason}
                row = changed(row, answer=Answer.DECLINED, **declined)
                why.append(one)
        for event, one in followed:
            yield Line(_with(row, event), (*why, one))
        if not followed:
            yield Line(row, tuple(why))


def _with(row: AdviceTraceRow, followed: e.AdviceCarriedOut) -> AdviceTraceRow:
    return changed(
        row,
        answer=Answer.CARRIED_OUT,
        carried_out_on=followed.effective_on,
        change=followed.change,
        record=followed.record,
        record_version=followed.record_version,
    )


ADVICE_TRACE = View(
    name="advice-trace",
    label=Label("助言と、続いた変更", "From advice to change"),
    asks=AdviceTraceAsks,
    row=AdviceTraceRow,
    reads=(
        e.AdviserEngaged,
        e.AdviceGiven,
        e.AdviceAdopted,
        e.AdviceDeclined,
        e.AdviceCarriedOut,
    ),
    compute=compute,
)
