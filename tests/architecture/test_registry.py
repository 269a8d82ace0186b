"""What is defined is complete, and wired in on the one page that shows the wiring.

An event nobody registered would be written and never read; a refusal nobody broke in a test may
not be possible at all. So every definition is asked for what the rest is derived from.
"""

import ast
import inspect
import string
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any, ClassVar, get_args, get_origin, get_type_hints
from uuid import UUID

import pytest

from application.aggregate import Aggregate, members
from application.decision import reads_of
from application.projecting.projection import Projection, Time
from application.registry import (
    AGGREGATE_OF,
    AGGREGATES,
    EVENT_OF_TOPIC,
    OWNER_OF_TOPIC,
    PROJECTIONS,
    TOPICS_OF_PROJECTION,
    VIEWS,
)
from application.viewing.view import View
from domain.base.command import ANY, Annul, Command, Correct
from domain.base.event import Correction, Event, Void
from domain.base.marks import marks, marks_of_type
from domain.base.matter import CloseMatter
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.personal import Personal, Public, SealedMark
from domain.base.rule import Rule
from domain.base.words import Label
from domain.log.events import LogEvent
from infrastructure.postgres.lines import BOOKKEEPING
from interfaces.http.queries import OWN

ROOT = Path(__file__).parents[2]

IN_NO_PROJECTION = {
    "log.opened": "says what the log is; whoever reads the log reads it first",
    "log.projection_activated": "says of a projection what no projection can know of itself",
    "person.joined": "figures resolve it whenever they count persons",
    "person.parted": "as person.joined",
    "client.merged": "views and figures resolve it whenever they count clients",
    "client.parted": "as client.merged",
    "witness.appointed": "told wherever a checkpoint is shown, for it says who may co-sign that",
    **{
        f"witness.{what}": "as witness.appointed"
        for what in ("key_changed", "retired", "policy_set", "corrected", "entry_voided")
    },
}
"""Events that no question is asked about, and why not."""


def modules(name: str) -> Iterator[ModuleType]:
    """Import a module of every area of the domain."""
    for path in sorted((ROOT / "domain").glob(f"*/{name}.py")):
        yield import_module(f"domain.{path.parent.name}.{name}")


def defined(name: str, kind: type[Any]) -> list[Any]:
    """Give the classes of a kind that the areas define in a module of this name."""
    return [
        member
        for module in modules(name)
        for _, member in inspect.getmembers(module, inspect.isclass)
        if member.__module__ == module.__name__ and issubclass(member, kind)
    ]


EVENTS: list[type[Event]] = [each for each in defined("events", Event) if "TOPIC" in vars(each)]
COMMANDS: list[type[Command]] = [
    each for each in defined("commands", Command) if "LABEL" in vars(each)
]
OF_AN_AGGREGATE = tuple(
    chain.from_iterable(aggregate.event_types() for aggregate in AGGREGATES.values())
)
RULES: list[Rule] = [
    *dict.fromkeys(
        chain(
            (
                member
                for module in modules("rules")
                for member in vars(module).values()
                if isinstance(member, Rule)
            ),
            MEND_RULES,
            VOID_RULES,
        )
    )
]


def event_faults(event: type[Event]) -> Iterator[str]:
    """Say what an event lacks."""
    yield from _docstring_faults(event, sentences=1)
    yield from _unlabelled(event)
    if not issubclass(event, (*members(LogEvent), *OF_AN_AGGREGATE)):
        yield "is of no aggregate"
    sentence: Label | None = vars(event).get("SENTENCE")
    if sentence is None:
        yield "has no sentence"
        return
    if not (sentence.ja.endswith("。") and sentence.en.endswith(".")):
        yield "has a sentence without an end"
    named = {_named(sentence.ja), _named(sentence.en)}
    if len(named) > 1:
        yield "says different things in Japanese and English"
    for name in sorted(frozenset.union(*named)):
        if name not in event.model_fields:
            yield f"speaks of {name}, which it does not have"
        elif marks(event.model_fields[name], SealedMark):
            yield f"speaks of {name}, which is sealed"
    for name in _free_text(event):
        if not any(mark.why for mark in marks(event.model_fields[name], Public)):
            yield f"holds {name}, which is free text, not sealed, and not said to be public"


def command_faults(command: type[Command]) -> Iterator[str]:
    """Say what a command lacks."""
    yield from _docstring_faults(command)
    yield from _unlabelled(command)
    if command not in AGGREGATE_OF:
        yield "is of no aggregate"
    label: Label | None = vars(command).get("LABEL")
    if label is None or not (label.ja and label.en):
        yield "has no label in both languages"
    if not (command.REFUSALS and all(isinstance(rule, Rule) for rule in command.REFUSALS)):
        yield "has refusals that are not rules, or none"
    if command.TARGET is None:
        if command.opens is Command.opens:
            yield "acts on no stream and opens none"
    elif (info := command.model_fields.get(command.TARGET)) is None or info.annotation is not UUID:
        yield f"acts on {command.TARGET}, which names no stream"
    for name, mark in reads_of(command):
        if mark.aggregate not in {*AGGREGATES, ANY}:
            yield f"reads {mark.aggregate} by {name}, which is no kind of stream"
    if command.DEPENDENTS is not None and command.DEPENDENTS not in AGGREGATES:
        yield f"has dependents {command.DEPENDENTS}, which is no kind of stream"


def row_faults(row: type[Any]) -> Iterator[str]:
    """Say what a row lacks, or has that no table or answer can hold."""
    for name, hint in get_type_hints(row, include_extras=True).items():
        if not marks_of_type(hint, Label):
            yield f"{name} has no label"
        if name in {*BOOKKEEPING, *OWN, "recorded"}:
            yield f"{name} is a name that every table or answer has"
        if _is_tuple(hint):
            yield f"{name} holds several values, which no column can"


def projection_faults(projection: Projection[Any]) -> Iterator[str]:
    """Say what a projection lacks."""
    yield from row_faults(projection.row)
    for event in projection.reads:
        if EVENT_OF_TOPIC.get(event.TOPIC) is not event:
            yield f"reads {event.__name__}, which is in no log"
        if issubclass(event, Correction | Void):
            yield f"reads {event.__name__}, which nobody folds"
    if not (projection.label.ja and projection.label.en):
        yield "has no label in both languages"
    for name in projection.filters:
        if name not in get_type_hints(projection.row):
            yield f"filters by {name}, which is no field of its rows"


def _is_tuple(hint: Any) -> bool:  # noqa: ANN401 - any type form
    return get_origin(hint) is tuple or any(map(_is_tuple, get_args(hint)))


def _docstring_faults(kind: type[Any], sentences: int | None = None) -> Iterator[str]:
    words = inspect.cleandoc(vars(kind).get("__doc__") or "").replace("\n", " ")
    if not words.endswith("."):
        yield "has no docstring that ends in a full stop"
    if sentences and words.count(". ") + 1 > sentences:
        yield "has a docstring of more than one sentence"


def _unlabelled(kind: type[Event | Command]) -> Iterator[str]:
    for name, info in kind.model_fields.items():
        labels = marks(info, Label)
        if not (labels and labels[0].ja and labels[0].en):
            yield f"{name} has no label in both languages"


def _named(sentence: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in string.Formatter().parse(sentence) if name)


def _free_text(event: type[Event]) -> Iterator[str]:
    schema = event.model_json_schema(mode="serialization")
    for name, field in schema["properties"].items():
        for option in field.get("anyOf", [field]):
            if option.get("type") == "string" and not option.keys() & {
                "pattern",
                "format",
                "enum",
                "const",
            }:
                yield name


def broken_in_tests() -> Iterator[tuple[type[Command] | None, Rule]]:
    """Give the commands that tests see refused, with the rule; None if it is read from a table."""
    for path in sorted((ROOT / "tests" / "domain").rglob("test_*.py")):
        module = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Attribute(attr="refused", value=ast.Call(args=[asked])), args=[rule]
                ):
                    yield _command(asked, module), _resolved(rule, module)


def _command(asked: ast.expr, module: ModuleType) -> type[Command] | None:
    if not isinstance(asked, ast.Call):
        return None
    made = _resolved(asked.func, module)
    kind = made if isinstance(made, type) else get_type_hints(made).get("return")
    return kind if isinstance(kind, type) and issubclass(kind, Command) else None


def _resolved(node: ast.expr, module: ModuleType) -> Any:  # noqa: ANN401 - whatever is named
    match node:
        case ast.Name(id=name):
            return getattr(module, name)
        case ast.Attribute(value=owner, attr=name):
            return getattr(_resolved(owner, module), name)
    raise TypeError(f"{module.__name__}:{node.lineno} names nothing that can be looked up")


def test_the_areas_are_found() -> None:
    """A search that finds nothing would find no fault either."""
    assert len(EVENTS) >= 24
    assert len(COMMANDS) >= 21
    assert len(RULES) >= 20


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.TOPIC)
def test_every_event_is_complete(event: type[Event]) -> None:
    """Catalogue, audit trail and column headings are derived from it."""
    assert list(event_faults(event)) == []


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.TOPIC)
def test_every_event_is_of_one_aggregate(event: type[Event]) -> None:
    """Of exactly one; the opening of the log is nobody's."""
    owners = [each.name for each in AGGREGATES.values() if event in each.event_types()]
    assert len(owners) == (0 if event in members(LogEvent) else 1)


def test_topics_are_unique() -> None:
    """A topic is the one name that the log knows an event by."""
    assert [t for t, n in Counter(event.TOPIC for event in EVENTS).items() if n > 1] == []
    assert {event.TOPIC: event for event in EVENTS} == EVENT_OF_TOPIC


@pytest.mark.parametrize(
    "event",
    [event for event in EVENTS if issubclass(event, Correction | Void)],
    ids=lambda event: event.TOPIC,
)
def test_what_mends_is_of_the_same_stream(event: type[Correction | Void]) -> None:
    """A correction or voiding names events of its own aggregate, and fields that they have."""
    owner = OWNER_OF_TOPIC[event.TOPIC]
    assert event.MENDS
    assert {OWNER_OF_TOPIC[mended.TOPIC].name for mended in event.MENDS} == {owner.name}
    if issubclass(event, Correction):
        assert {name for mended in event.MENDS for name in mended.model_fields} >= event.FIXED


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.__name__)
def test_every_command_is_complete(command: type[Command]) -> None:
    """Endpoint, form and spreadsheet are derived from it."""
    assert list(command_faults(command)) == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.__name__)
def test_what_is_personal_in_a_command_is_sealed_in_its_events(command: type[Command]) -> None:
    """A plain value has nowhere to go but into a sealed field of the same name."""
    events = AGGREGATE_OF[command].event_types()
    for name, info in command.model_fields.items():
        holders = [event.model_fields[name] for event in events if name in event.model_fields]
        assert all(
            bool(marks(info, Personal)) is bool(marks(holder, SealedMark)) for holder in holders
        )


def test_commands_of_the_registry_are_those_of_the_areas() -> None:
    """None is left out, and none is of two aggregates."""
    wired = [each for aggregate in AGGREGATES.values() for each in aggregate.command_types()]
    assert sorted(wired, key=str) == sorted(COMMANDS, key=str)


@pytest.mark.parametrize("aggregate", AGGREGATES.values(), ids=AGGREGATES)
def test_each_function_is_given_what_it_declares(aggregate: Aggregate) -> None:
    """Openings, steps and events go where their types say, which no type checker sees."""
    alike = Correct | Annul | CloseMatter
    plain = [each for each in aggregate.command_types() if not issubclass(each, alike)]
    openings = {each for each in plain if each.TARGET is None}
    assert _taken(aggregate.decide_opening, "command") == openings
    if aggregate.decide is not None:
        assert _taken(aggregate.decide, "command") == set(plain) - openings
    else:
        assert set(plain) == openings
    assert _taken(aggregate.evolve, "event") == set(members(aggregate.events))


def _taken(function: Callable[..., Any], parameter: str) -> set[Any]:
    return set(members(get_type_hints(function)[parameter]))


@pytest.mark.parametrize("command", [each for each in COMMANDS if hasattr(each, "EVENT")], ids=str)
def test_what_a_command_records_is_of_its_aggregate(command: type[Command]) -> None:
    """The event that it records belongs to the stream that it acts on."""
    assert command.EVENT in AGGREGATE_OF[command].event_types()


def test_the_codes_of_rules_are_unique() -> None:
    """People look a refusal up by its code."""
    assert [code for code, n in Counter(rule.code for rule in RULES).items() if n > 1] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_a_refusal_of_some_command(rule: Rule) -> None:
    """It says what is wrong in both languages, and someone can meet it."""
    assert rule.ja.endswith("。")
    assert rule.en.endswith(".")
    assert [command for command in COMMANDS if rule in command.REFUSALS]


def test_every_refusal_of_a_command_is_seen_in_a_test() -> None:
    """For every command and each of its rules there is a test that breaks it.

    The rules of mending are the same code for every stream: of them each is seen once.
    """
    seen = set(broken_in_tests())
    rules = {rule for _, rule in seen}
    unseen = [
        (command.__name__, rule.code)
        for command in COMMANDS
        for rule in command.REFUSALS
        if (
            rule not in rules
            if issubclass(command, Correct | Annul)
            else (command, rule) not in seen
        )
    ]
    assert unseen == []


@pytest.mark.parametrize("projection", PROJECTIONS.values(), ids=PROJECTIONS)
def test_every_projection_is_complete(projection: Projection[Any]) -> None:
    """Tables, API and exports are derived from it."""
    assert list(projection_faults(projection)) == []


def test_every_event_is_asked_about_or_listed() -> None:
    """Whoever adds an event says which question it answers, or why none."""
    read = {
        topic
        for name, topics in TOPICS_OF_PROJECTION.items()
        if PROJECTIONS[name].time is not Time.AS_RECORDED
        for topic in topics
    }
    read |= {event.TOPIC for view in VIEWS.values() for event in view.reads}
    unread = set(EVENT_OF_TOPIC) - read
    mended = {topic for topic in unread if mends_what_is_read(topic, read)}
    assert unread - mended == set(IN_NO_PROJECTION)


def mends_what_is_read(topic: str, read: set[str]) -> bool:
    """Say whether an event mends something that is read; it takes part wherever that is read."""
    event = EVENT_OF_TOPIC[topic]
    return issubclass(event, Correction | Void) and any(one.TOPIC in read for one in event.MENDS)


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_every_view_is_complete(view: View[Any, Any]) -> None:
    """Its address, columns and sheet are derived from it."""
    assert view.label.ja
    assert view.label.en
    assert view.asks.__doc__
    assert [name for name, info in view.asks.model_fields.items() if not marks(info, Label)] == []
    hints = get_type_hints(view.row, include_extras=True)
    assert [name for name, hint in hints.items() if not marks_of_type(hint, Label)] == []
    assert [event for event in view.reads if EVENT_OF_TOPIC.get(event.TOPIC) is not event] == []
    assert set(view.totals) <= hints.keys()


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_has_a_test_of_its_own(name: str) -> None:
    """In a file of its name."""
    module = name.replace("-", "_")
    assert (ROOT / "tests" / "application" / "views" / f"test_{module}.py").exists()


class PlantedHappened(Event):
    """Something happened. It is told in two sentences."""

    TOPIC = "planted.happened"
    SENTENCE: ClassVar[Label] = Label("{nobody} が {told} した。", "It happened")

    told: str
    number: Annotated[int, Label("数", "")]


class Plant(Command):
    """Plant something?"""

    LABEL = Label("植える", "")
    TARGET = "garden"

    seed: str


def test_what_an_event_lacks_is_found() -> None:
    """Each fault of a planted event is named."""
    assert set(event_faults(PlantedHappened)) == {
        "has a docstring of more than one sentence",
        "told has no label in both languages",
        "number has no label in both languages",
        "is of no aggregate",
        "has a sentence without an end",
        "says different things in Japanese and English",
        "speaks of nobody, which it does not have",
        "holds told, which is free text, not sealed, and not said to be public",
    }


def test_what_a_command_lacks_is_found() -> None:
    """Each fault of a planted command is named."""
    assert set(command_faults(Plant)) == {
        "has no docstring that ends in a full stop",
        "seed has no label in both languages",
        "is of no aggregate",
        "has no label in both languages",
        "has refusals that are not rules, or none",
        "acts on garden, which names no stream",
    }
