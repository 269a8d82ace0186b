"""The deliveries of a commission, of which a row of a sheet shows one: the latest, if it says none.

Work that comes in parts, or is done again, comes in by later versions of the same row.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from application.documents.kind import (
    CannotSay,
    column_of,
    day_of,
    need,
    new_day,
    refuse_changes,
)
from application.documents.record import Row
from application.recorded import Recorded
from domain.base.command import Command
from domain.base.words import Label
from domain.commission import commands as c
from domain.commission import events as e
from domain.commission import state
from domain.commission.codes import Extent

_FOUND = ("inspected_on", "failed_on", "rework_on")
"""What is found of a delivery, each on its day."""

RECEIVED = (
    day_of(c.DeliverWork, "delivered_on", "受領日", "delivered on", "納品日"),
    column_of(
        c.PassInspection,
        "delivery",
        compared=False,
        label=Label("納品の番号", "number of delivery"),
    ),
    column_of(c.DeliverWork, "extent"),
    column_of(c.DeliverWork, "amount", name="delivered"),
)
INSPECTED = (
    day_of(c.PassInspection, "inspected_on", "検査合格日", "inspected on", "検査日", "検収日"),
    day_of(c.FailInspection, "failed_on", "検査不合格日", "failed on", "不合格日"),
    day_of(c.RequestRework, "rework_on", "やり直しを求めた日", "rework requested on"),
    column_of(
        c.RequestRework, "cause", name="rework_cause", compared=False,
        label=Label("不合格・やり直しの原因", "cause of the rework"),
    ),
    column_of(
        c.RequestRework, "cost_bearer", name="rework_bearer", compared=False,
        label=Label("やり直しの費用を負担する側", "who bears the rework"),
    ),
)  # fmt: skip


@dataclass(slots=True)
class Deliveries:
    """The deliveries of one commission by their numbers, each as its columns show it.

    `now` is the commission as far as it is; None as long as it is not offered.
    """

    rows: dict[int, dict[str, Any]] = field(default_factory=dict)
    now: state.Commission | None = None

    def take(self, recorded: Recorded) -> None:
        """Put down what an event says of one of them."""
        event, day = recorded.event, recorded.event.effective_on
        self.now = state.evolve(self.now, event)  # type: ignore[arg-type]
        match event:
            case e.WorkDelivered():
                said = {"delivery": event.delivery, "delivered_on": day, "extent": event.extent}
                self.rows[event.delivery] = said | (
                    {"delivered": event.amount} if event.amount else {}
                )
            case e.InspectionPassed():
                self._found(event.delivery, inspected_on=day)
            case e.InspectionFailed():
                self._found(event.delivery, failed_on=day, rework_cause=event.cause)
            case e.ReworkRequested():
                self._found(
                    event.delivery,
                    rework_on=day,
                    rework_cause=event.cause,
                    rework_bearer=event.cost_bearer,
                )

    def _found(self, delivery: int, **said: Any) -> None:  # noqa: ANN401 - cells
        self.rows[delivery].update(said)

    def latest(self) -> Mapping[str, Any]:
        """Give the one that came in last."""
        return self.rows[max(self.rows)] if self.rows else {}

    def next(self) -> int:
        """Give the number of the next one."""
        return max(self.rows, default=0) + 1

    def found(self, *found: state.Found) -> list[int]:
        """Give the numbers of those that stand, and of which one of these was found."""
        standing = self.now.standing() if self.now else ()
        return [one.number for one in standing if one.found in found]

    def to_redo(self) -> list[int]:
        """Give the numbers of those that wait to be done again."""
        return self.found(state.Found.FAILED, state.Found.TO_REDO)

    def beside(self, row: Row) -> Mapping[str, Any]:
        """Give the delivery that a row of a sheet shows; nothing for one that is not recorded yet.

        It is known by its day, so that an older version of the sheet says nothing new. A later day
        alone could be a slip of the pen: it says a further delivery only where one is to be redone,
        or where the row says the next number.
        """
        latest, day = self.latest(), row.get("delivered_on")
        if day is None or not latest:
            return latest
        for one in reversed(self.rows.values()):
            if one["delivered_on"] == day:
                return one
        further = day > latest["delivered_on"] and bool(self.to_redo())
        return {} if further or row.get("delivery") == self.next() else latest

    def without_older(self, row: dict[str, Any]) -> None:
        """Take out of a row what was found of a delivery before the one that it shows.

        Whoever writes the next delivery over the last leaves such cells standing.
        """
        day = row.get("delivered_on", date.min)
        for name in _FOUND:
            known = {one.get(name) for one in self.rows.values()}
            if name in row and row[name] < day and row[name] in known:
                del row[name]


def delivery_steps(
    row: Row, was: Row, came: Deliveries, on: dict[str, Any], fact: dict[str, Any]
) -> list[Command]:
    """Give what a row says of a delivery and the record does not; `fact` goes with what may be one.

    Raises `CannotSay` where it does not say of which, or why it has to be done again.
    """
    made: list[Command] = []
    if new_day(row, was, "delivered_on"):
        made.append(_delivered(row, came, fact))
        number = came.next()
    else:
        refuse_changes(row, was, c.VoidCommissionEntry, "delivered_on", "extent", "delivered")
        number = was.get("delivery", 0)
    found = [name for name in _FOUND if new_day(row, was, name)]
    if found and not made:
        number = _looked_at(row, number, found[0], came)
    if "failed_on" in found:
        need(row, "rework_cause")
        failed: dict[str, Any] = {"delivery": number, "cause": row["rework_cause"]}
        made.append(c.FailInspection(effective_on=row["failed_on"], **on, **failed))
    if "inspected_on" in found:
        made.append(c.PassInspection(effective_on=row["inspected_on"], **on, delivery=number))
    if "rework_on" in found:
        need(row, "rework_cause", "rework_bearer")
        again = {"delivery": number, "cause": row["rework_cause"]}
        again["cost_bearer"] = row["rework_bearer"]
        made.append(c.RequestRework(effective_on=row["rework_on"], **fact, **again))
    left = [name for name in _FOUND if name not in found]
    refuse_changes(row, was, c.CorrectCommission, *left)
    return made


def _delivered(row: Row, came: Deliveries, fact: dict[str, Any]) -> c.DeliverWork:
    waiting = came.to_redo()
    if len(waiting) > 1:
        raise CannotSay(
            "delivered_on",
            "やり直す納品が複数あります。deliver-work で一つずつ記録してください"
            " / several deliveries are to be redone; record each",
        )
    redoes = waiting[0] if waiting else None
    return c.DeliverWork(
        effective_on=row["delivered_on"],
        extent=row.get("extent", came.rows[redoes]["extent"] if redoes else Extent.WHOLE),
        redoes=redoes,
        amount=row.get("delivered"),
        **fact,
    )


def _looked_at(row: Row, shown: int, column: str, came: Deliveries) -> int:
    waiting = came.found(state.Found.RECEIVED)
    if not shown or ("delivered_on" not in row and len(waiting) > 1):
        raise CannotSay(
            column,
            "どの納品の検査か分かりません。その納品の受領日を入れてください"
            " / which delivery was inspected? give the day on which it came in",
        )
    return shown
