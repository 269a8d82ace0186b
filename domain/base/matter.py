"""Matters to check (要確認): what touches a rule from outside, and how a person closes it.

The record never states a violation. It says which rule a fact touches; a person looks at it and
closes it as explained, remedied or confirmed. Which matters there are is derived from the facts
that hold, so that a correction that clears one up leaves none behind; only the closing is an event.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from domain.base.command import Command
from domain.base.event import Event, Fields, effective
from domain.base.fields import Text
from domain.base.personal import Personal, Sealed, SealedMark
from domain.base.rule import Rule
from domain.base.words import Code, Label


class Force(Code):
    """How far a rule from outside binds."""

    BINDING = "binding", "守るべき定め", "binding"
    TARGET = "target", "目安", "a guideline's target"
    TO_BE_CONFIRMED = "to-be-confirmed", "適用を確認中", "whether it applies is to be confirmed"


@dataclass(frozen=True, slots=True, eq=False)
class Check:
    """A rule of a law, a guideline or an auditor that facts are held against; there is one of each.

    `code` never changes: tests, matters and the handbook name the rule by it. `source` is the
    article it comes from.
    """

    code: str
    ja: str
    en: str
    source: str
    force: Force = Force.BINDING


class Closing(Code):
    """What a person found on looking at a matter."""

    EXPLAINED = "explained", "説明済み（問題なし）", "explained: nothing wrong"
    REMEDIED = "remedied", "是正済み", "remedied"
    CONFIRMED = "confirmed", "確認済み（定めに触れる）", "confirmed: the rule was touched"


CheckCode = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,47}$"),
    Label("定め", "rule", "fl-2-due-date"),
]
Concerns = Annotated[int, Field(strict=True, ge=1), Label("対象の版", "version it concerns", "7")]

NO_SUCH_MATTER = Rule(
    "no-such-matter",
    "その版の記録に、その定めについての要確認事項はありません。",
    "That version of the record has no matter to check under this rule.",
)
MATTER_CLOSED_ALREADY = Rule(
    "matter-closed-already",
    "この要確認事項はすでに処理されています。前の処理を取り消してから記録してください。",
    "This matter has been closed already; void that closing first.",
)
CLOSING_RULES = (NO_SUCH_MATTER, MATTER_CLOSED_ALREADY)


class Settled(Fields):
    """Which matter was closed: the version of the fact, the rule it touches, and what was found."""

    concerns: Concerns
    check: CheckCode
    closing: Annotated[Closing, Label("処理", "closing", "explained")]


class MatterClosed(Settled, Event):
    """A person looked at a matter to check and closed it. Subclassed as `CloseMatter` is."""

    SENTENCE: ClassVar[Label] = Label(
        "第{concerns}版の要確認事項（{check}）を処理した（{closing}）。",
        "The matter of version {concerns} under {check} was closed ({closing}).",
    )

    note: Annotated[Sealed | None, SealedMark("note"), Label("説明", "note")] = None


class CloseMatter(Settled, Command):
    """Close a matter to check of this record: explained, remedied or confirmed.

    Subclassed by each kind of stream whose facts can touch rules from outside; `EVENT` is the
    closing of that kind.
    """

    REFUSALS: ClassVar[tuple[Rule, ...]] = CLOSING_RULES
    EVENT: ClassVar[type[MatterClosed]]

    note: Annotated[Text | None, Personal("note"), Label("説明", "note")] = None


@dataclass(frozen=True, slots=True)
class Matter:
    """What is to be checked: which version of a record touches which rule, since when, how far."""

    version: int
    check: Check
    force: Force
    on: date


def close(
    history: Sequence[tuple[int, Event]], matters: Iterable[Matter], command: CloseMatter
) -> list[Event]:
    """Decide the closing of one of the matters that a record has now."""
    facts = dict(effective(history))
    found = any(
        (each.version, each.check.code) == (command.concerns, command.check)
        and each.on <= command.effective_on
        for each in matters
    )
    if not found:
        NO_SUCH_MATTER.broken(version=command.concerns, check=command.check)
    for event in facts.values():
        if isinstance(event, MatterClosed):
            same = (event.concerns, event.check) == (command.concerns, command.check)
            MATTER_CLOSED_ALREADY.require(not same)
    programme = facts[command.concerns].programme
    return [command.EVENT.model_validate(command.carried() | {"programme": programme})]
