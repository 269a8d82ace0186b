"""Who is the orderer (委託者) of a programme or an activity on the day asked?

What was transferred says who ran it before, too. Of what was never transferred the record does not
say who runs it: there is no line, and nothing is guessed.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.view import Asks, Facts, Line, View
from domain.activity.events import ActivityCode
from domain.base.event import Programme
from domain.base.orderer import Principal, PrincipalCode, PrincipalKind
from domain.base.values.municipalities import MUNICIPALITIES
from domain.base.words import Label
from domain.corporation import events as e

ONE_DAY = timedelta(days=1)


class OrdererAsks(Asks):
    """Of which programme, and of which activity; of all that were transferred if none is given."""

    programme: Programme
    activity: ActivityCode | None = None


@rowclass
class OrdererRow:
    """Who orders on the day asked; without a first day, since before the record knows.

    Without an activity the line is about the whole programme. `until` is the last day, where a
    later transfer is recorded.
    """

    activity: Annotated[str | None, Label("活動", "activity")]
    orderer: PrincipalKind
    orderer_code: PrincipalCode
    name: Annotated[str | None, Label("委託者の名称", "name of the orderer")]
    since: Annotated[date | None, Label("いつから", "since")]
    until: Annotated[date | None, Label("いつまで", "until")]


def compute(facts: Facts, asks: OrdererAsks) -> Iterator[Line[OrdererRow]]:
    """Give one line for the programme, and one for each activity that was transferred by itself."""
    every = [
        (one.event, one)
        for stream in facts.streams.values()
        for one in stream
        if isinstance(one.event, e.OperationTransferred) and one.event.programme == asks.programme
    ]
    transfers = sorted(every, key=lambda one: (one[0].effective_on, one[1].position))
    alone = sorted({code for event, _ in transfers for code in event.activities})
    for activity in [asks.activity] if asks.activity else [None, *alone]:
        about = [
            (event, fact)
            for event, fact in transfers
            if not event.activities or activity in event.activities
        ]
        if about:
            yield _line(facts, activity, about)


def _line(
    facts: Facts, activity: str | None, about: list[tuple[e.OperationTransferred, Recorded]]
) -> Line[OrdererRow]:
    past = [one for one in about if one[0].effective_on <= facts.valid_on]
    ahead = [one for one in about if one[0].effective_on > facts.valid_on]
    event, fact = past[-1] if past else ahead[0]
    kind, code = (event.to_kind, event.to_code) if past else (event.from_kind, event.from_code)
    row = OrdererRow(
        activity=activity,
        orderer=kind,
        orderer_code=code,
        name=_name(facts, kind, code),
        since=event.effective_on if past else None,
        until=ahead[0][0].effective_on - ONE_DAY if ahead else None,
    )
    return Line(row, (fact,))


def _name(facts: Facts, kind: Principal, code: str) -> str | None:
    if kind is Principal.TOWN:
        town = MUNICIPALITIES.get(code)
        return town.name if town else None
    founded = [one for one, _ in facts.of(e.CorporationFounded) if one.corporate_number == code]
    return founded[0].name if founded else None


ORDERER = View(
    name="orderer",
    label=Label("基準日の委託者", "Who is the orderer"),
    asks=OrdererAsks,
    row=OrdererRow,
    reads=(e.CorporationFounded, e.OperationTransferred),
    compute=compute,
)
