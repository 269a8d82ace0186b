"""The export: what its record accepts, and what its events make of it."""

from domain.base.command import Seen
from domain.export import commands as c
from domain.export import events as e
from domain.export import rules


def decide_opening(
    export: e.Exported | None, command: c.RecordExport, _seen: Seen
) -> list[e.ExportMade]:
    """Decide what a command records: the same bytes can be written out more than once.

    Also of a record that has grown meanwhile: a list without a date on it may still say the same.
    """
    rules.EXPORTED_OTHERWISE.require(export is None or export.size == command.size)
    return [e.ExportMade.model_validate(command.carried())]


def evolve(_export: e.Exported | None, event: e.ExportMade) -> e.Exported:
    """Fold one effective event into what is known of the file."""
    return e.Exported.of(event)
