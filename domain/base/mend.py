"""Correcting and voiding, the same for every stream."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from pydantic import ValidationError

from domain.base.command import Annul, Correct
from domain.base.event import Correction, Event, Void, effective, reached, voided
from domain.base.rule import Rule

NOTHING_TO_MEND = Rule(
    "nothing-to-mend",
    "指定した版はこの記録にないか、この操作で直せる種類ではないか、すでに取り消されています。",
    "That version is not in this record, is of a kind this cannot mend, or is voided already.",
)
CORRECTION_INVALID = Rule(
    "correction-invalid",
    "訂正後の値は、元の項目にないか、正しい値ではありません。",
    "The corrected fields are not fields of the event, or their values are not valid.",
)
CORRECTION_CHANGES_NOTHING = Rule(
    "correction-changes-nothing",
    "訂正後の値が今の値と同じです。",
    "The corrected fields are what the record says already.",
)
BEFORE_THE_BEGINNING = Rule(
    "before-the-beginning",
    "訂正すると、この記録が始まる日より前の記録ができます。先にそれらの日付を直してください。",
    "An entry would come to lie before the day on which this record begins; correct its day first.",
)
OTHERS_BUILD_ON_IT = Rule(
    "others-build-on-it",
    "後の記録がこれを前提にしています。先に後の記録を取り消してください。",
    "Later events build on this one; void them first.",
)

MEND_RULES = (
    NOTHING_TO_MEND,
    CORRECTION_INVALID,
    CORRECTION_CHANGES_NOTHING,
    BEFORE_THE_BEGINNING,
)
VOID_RULES = (NOTHING_TO_MEND, OTHERS_BUILD_ON_IT)


def mend(history: Sequence[tuple[int, Event]], command: Correct | Annul) -> list[Event]:
    """Decide a correction or a voiding of one version of the stream.

    What mends an event belongs to the programme of that event, whatever the command says: who is
    shown the one must be shown the other.
    """
    target = dict(history).get(command.version)
    if target is None or not _mendable(target, history, command):
        NOTHING_TO_MEND.broken(version=command.version)
    common = command.common() | {"programme": target.programme}
    if isinstance(command, Annul):
        return [_void(history, command, common)]
    return [_correction(history, command, common)]


def _mendable(
    target: Event, history: Sequence[tuple[int, Event]], command: Correct | Annul
) -> bool:
    out = voided(history)
    kinds: tuple[type[Event], ...] = command.EVENT.MENDS
    if command.version in out:
        return False
    if isinstance(target, Correction):
        # A correction is mended by the same command as the event that it corrected.
        same = isinstance(target, command.EVENT) or set(kinds) >= set(target.MENDS)
        return same and reached(history)[command.version] not in out
    return isinstance(target, kinds)


def _void(history: Sequence[tuple[int, Event]], command: Annul, common: Mapping[str, Any]) -> Void:
    new = command.EVENT(voids=command.version, **common)
    before = dict(effective(history))
    if next(iter(before), None) == command.version:
        OTHERS_BUILD_ON_IT.require(len(before) == 1)
    try:
        after = dict(effective([*history, (len(history) + 1, new)]))
    except ValidationError:
        # A later correction counts on the fields that this one had corrected.
        OTHERS_BUILD_ON_IT.broken(version=command.version)
    OTHERS_BUILD_ON_IT.require(_too_early(after) <= _too_early(before))
    return new


def _correction(
    history: Sequence[tuple[int, Event]], command: Correct, common: Mapping[str, Any]
) -> Correction:
    # The programme is part of what an event's leaf shows openly: void it and record it anew.
    if fixed := sorted(command.now.keys() & (command.EVENT.FIXED | {"programme"})):
        CORRECTION_INVALID.broken(version=command.version, fields=fixed)
    new = command.EVENT(corrects=command.version, now=command.now, **common)
    before = dict(effective(history))
    try:
        after = dict(effective([*history, (len(history) + 1, new)]))
    except ValidationError as error:
        # What does not fit together is of no field of its own: then all that was given is named.
        found = error.errors(include_input=False)
        fields = [".".join(map(str, e["loc"])) or ", ".join(sorted(command.now)) for e in found]
        said = [e["msg"].removeprefix("Value error, ") for e in found if not e["loc"]]
        # What was read could be personal, and is not repeated.
        why = [words for words in said if not words.startswith("read ")]
        CORRECTION_INVALID.broken(
            version=command.version, fields=fields, **({"why": why} if why else {})
        )
    changed = [event for version, event in after.items() if event != before[version]]
    CORRECTION_CHANGES_NOTHING.require(changed)
    BEFORE_THE_BEGINNING.require(_too_early(after) <= _too_early(before))
    # Whoever replaces the fields needs them as the event itself writes them: 2024, not "R6".
    written = changed[0].model_dump(mode="json")
    return new.model_copy(update={"now": {name: written[name] for name in command.now}})


def _too_early(events: Mapping[int, Event]) -> set[int]:
    opened = next((event.effective_on for event in events.values()), date.min)
    return {version for version, event in events.items() if event.effective_on < opened}
