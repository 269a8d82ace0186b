"""Tells a story as commands: what was entered, by whom, about which day, and when."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from application.decision import stream_id
from application.recorded import JAPAN, Entry, Reason
from domain.base.command import Command

OPENED = date(2024, 5, 1)
NINE = time(9, 0)
CLERKS = {
    "203246": "clerk-tateshina",
    "202126": "clerk-omachi",
    "152161": "clerk-itoigawa",
    "joint": "secretariat",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One command of the story, who entered it, and when.

    `read_on` is the day by whose end the record had been read for it, if it was.
    """

    entered_on: date
    command: Command
    entry: Entry
    read_on: date | None = None


def day(text: str) -> date:
    """Read a day."""
    return date.fromisoformat(text)


@dataclass(slots=True)
class Teller:
    """Collects what is told; ids follow from the numbers that people use."""

    namespace: UUID
    told: list[Told] = field(default_factory=list)

    def tell(  # noqa: PLR0913 - each is one thing that is told of an entry
        self,
        command: type[Command],
        on: str,
        *,
        entered: str | None = None,
        by: str = "secretariat",
        reason: Reason = Reason.ROUTINE,
        read_on: str | None = None,
        **fields: Any,  # noqa: ANN401 - as the command has them
    ) -> None:
        """Tell what happened `on` a day; it was entered that day unless `entered` says when.

        Nothing was entered before the record was opened.
        """
        self.enter(
            command.model_validate({"effective_on": on, **fields}),
            entered=day(entered) if entered else None,
            by=by,
            reason=reason,
            read_on=day(read_on) if read_on else None,
        )

    def because(
        self,
        command: type[Command],
        on: str,
        why: str,
        **fields: Any,  # noqa: ANN401 - as the command has them
    ) -> None:
        """Tell what has a reason of its own, which is not the reason for entering it."""
        said = {"effective_on": on, "reason": why, **fields}
        self.enter(command.model_validate(said), reason=Reason.DECISION)

    def enter(
        self,
        command: Command,
        *,
        entered: date | None = None,
        by: str = "secretariat",
        reason: Reason = Reason.ROUTINE,
        read_on: date | None = None,
    ) -> None:
        """Tell a command that has been made elsewhere."""
        entered_on = max(entered or command.effective_on, OPENED)
        self.told.append(Told(entered_on, command, Entry(actor=by, reason=reason), read_on))

    def in_order(self) -> list[tuple[datetime, Told]]:
        """Give the story in the order in which it was entered, from nine o'clock on each day."""
        by_day: dict[date, list[Told]] = {}
        for told in sorted(self.told, key=lambda told: told.entered_on):
            by_day.setdefault(told.entered_on, []).append(told)
        return [
            (datetime.combine(entered_on, NINE, JAPAN) + timedelta(minutes=minute), told)
            for entered_on, told_then in by_day.items()
            for minute, told in enumerate(told_then)
        ]

    def id_of(self, aggregate: str, natural_key: str) -> UUID:
        """Give the id of the stream with this natural key."""
        return stream_id(self.namespace, aggregate, natural_key)

    def worker(self, number: str) -> UUID:
        """Give a worker's id."""
        return self.id_of("worker", number)

    def person(self, number: str) -> UUID:
        """Give the id of the person whom the registers know under this number."""
        return self.id_of("person", number)
