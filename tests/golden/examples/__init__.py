"""One example of every kind of event, with every field filled in: a module for each area."""

from importlib import import_module
from pkgutil import iter_modules

from domain.base.event import Event
from tests.golden.examples.shared import PROVENANCE

EXAMPLES: dict[str, Event] = {
    event.TOPIC: event
    for found in iter_modules(__path__)
    if found.name != "shared"
    for event in import_module(f"{__name__}.{found.name}").EXAMPLES
}

__all__ = ["EXAMPLES", "PROVENANCE"]
