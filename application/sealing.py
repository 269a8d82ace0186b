"""Sealing what is personal in a command, before any event exists."""

from typing import Any
from uuid import UUID

from application.ports import SealedValue, Vault
from domain.base.command import Command, Correct
from domain.base.marks import marks
from domain.base.personal import Personal, SealedMark


class Sealer:
    """Seals under the key of the command's person or, where it concerns nobody, one of its own."""

    def __init__(
        self,
        vault: Vault,
        command: Command,
        state: Any,  # noqa: ANN401 - the area's state
        own_key: UUID,
    ) -> None:
        """Find whom the command is about: it says so, or the record it acts on."""
        self._vault = vault
        self._subject: UUID = (
            getattr(command, "person_id", None) or getattr(state, "person_id", None) or own_key
        )
        self.sealed: list[SealedValue] = []

    def seal(self, group: str, text: str) -> str:
        """Seal one value, keep what is to be stored, and give the reference to it."""
        value = self._vault.seal(self._subject, group, text)
        self.sealed.append(value)
        return value.digest

    def command(self, command: Command) -> Command:
        """Give the command with every personal value replaced by a reference."""
        fields: dict[str, Any] = {
            name: self.seal(mark.group, text)
            for name, info in type(command).model_fields.items()
            for mark in marks(info, Personal)
            if (text := getattr(command, name)) is not None
        }
        if isinstance(command, Correct):
            groups = sealed_fields(command)
            fields["now"] = {
                name: self.seal(groups[name], value) if name in groups and value else value
                for name, value in command.now.items()
            }
        return command.model_copy(update=fields)


def sealed_fields(command: Correct) -> dict[str, str]:
    """Give the fields of what a command corrects that are sealed, each with its group."""
    return {
        name: found[0].group
        for event in command.EVENT.MENDS
        for name, info in event.model_fields.items()
        if (found := marks(info, SealedMark))
    }
