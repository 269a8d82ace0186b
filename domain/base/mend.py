"""Correcting and voiding, the same for every stream."""

from collections.abc import Sequence

from pydantic import ValidationError

from domain.base.command import Annul, Correct
from domain.base.event import Correction, Event, Void, effective
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
OTHERS_BUILD_ON_IT = Rule(
    "others-build-on-it",
    "後の記録がこれを前提にしています。先に後の記録を取り消してください。",
    "Later events build on this one; void them first.",
)

MEND_RULES = (NOTHING_TO_MEND, CORRECTION_INVALID, CORRECTION_CHANGES_NOTHING)
VOID_RULES = (NOTHING_TO_MEND, OTHERS_BUILD_ON_IT)


def mend(history: Sequence[tuple[int, Event]], command: Correct | Annul) -> list[Event]:
    """Decide a correction or a voiding of one version of the stream."""
    target = dict(history).get(command.version)
    if target is None or not _mendable(target, history, command):
        NOTHING_TO_MEND.broken(version=command.version)
    if isinstance(command, Annul):
        return [_void(history, command)]
    return [_correction(history, target, command)]


def _mendable(
    target: Event, history: Sequence[tuple[int, Event]], command: Correct | Annul
) -> bool:
    kinds = command.EVENT.MENDS
    if isinstance(target, Correction):
        # A correction is mended by the same command as the event that it corrected.
        return isinstance(target, command.EVENT) or set(kinds) >= set(target.MENDS)
    holds = {version for version, _ in effective(history)}
    return isinstance(target, kinds) and command.version in holds


def _void(history: Sequence[tuple[int, Event]], command: Annul) -> Void:
    holds = [version for version, _ in effective(history)]
    if holds and holds[0] == command.version:
        OTHERS_BUILD_ON_IT.require(len(holds) == 1)
    return command.EVENT(voids=command.version, **command.common())


def _correction(
    history: Sequence[tuple[int, Event]], target: Event, command: Correct
) -> Correction:
    # The programme is part of what an event's leaf shows openly: void it and record it anew.
    if "programme" in command.now:
        CORRECTION_INVALID.broken(version=command.version, fields=["programme"])
    new = command.EVENT(corrects=command.version, now=command.now, **command.common())
    before = effective(history)
    try:
        after = effective([*history, (len(history) + 1, new)])
    except ValidationError as error:
        fields = [".".join(map(str, e["loc"])) for e in error.errors(include_input=False)]
        CORRECTION_INVALID.broken(version=command.version, fields=fields)
    CORRECTION_CHANGES_NOTHING.require(after != before)
    return new
