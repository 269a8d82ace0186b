"""What others say of a checkpoint: who has co-signed it, who has not, and when it was there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from application.decision import stream_id
from application.effective import by_stream, state_of
from application.evidence.checkpoint import Checkpoint, Signed
from application.evidence.note import Note, Signature
from application.evidence.timestamps import Timestamp
from application.evidence.timestamps import said as timestamp_said
from application.plain import plain
from application.registry import AGGREGATES
from application.service import Consortium
from domain.base.rule import Rule, RuleBroken
from domain.base.words import Label
from domain.consortium.events import PUBLIC_BODIES
from domain.consortium.membership import Standing
from domain.witness.commands import WITNESSES
from domain.witness.events import WitnessAppointed, WitnessKeyChanged
from domain.witness.key import read_key
from domain.witness.witnesses import Witnesses

NOT_SIGNED_HERE = Rule(
    "checkpoint-not-signed-here",
    "これは、この記録がいまの期に署名した記録確定点ではありません。"
    "GET /evidence/checkpoint で読み直してください。",
    "It is no checkpoint that this log signed in its present epoch; read it again from"
    " GET /evidence/checkpoint.",
)
NO_WITNESS = Rule(
    "witness-unknown",
    "立会人として記録されている鍵の署名がありません。公開鍵の行が事務局に渡り、"
    "立会人として記録されているか確かめてください。",
    "No key that is recorded for a witness has signed it; see whether the line of the public key"
    " was handed to the secretariat and recorded.",
)
KEY_NOT_IN_FORCE = Rule(
    "witness-key-not-in-force",
    "この鍵は、引継ぎまたは退任により、もう有効ではありません。いまの鍵で署名してください。",
    "This key is not in force any more: it was handed over, or its witness retired. Sign with"
    " the present one.",
)
COSIGNATURE_WRONG = Rule(
    "cosignature-wrong",
    "立会人の署名が、この記録確定点のものではありません。途中で書き換えられていないか確かめてください。",
    "The witness's signature is not one of this checkpoint; see whether it was changed on the way.",
)
COSIGNATURE_AHEAD = Rule(
    "cosignature-in-the-future",
    "立会人の署名の時刻が、いまより24時間を超えて先です。立会人の機械の時計を合わせてください。"
    "次の記録確定点から、正しい時刻で署名されます。",
    "The time of the witness's signature lies more than 24 hours ahead. Set the clock of the"
    " witness's machine right; from the next checkpoint on it signs with the right time.",
)
MOST_AHEAD = timedelta(hours=24)
"""How far ahead of ours the clock of a witness may be. The first signature of a witness stays, so
a wrong time would too; the specification lets whoever verifies refuse one that lies ahead."""


class CosignatureRefused(RuleBroken):
    """Nothing was kept."""


@dataclass(frozen=True, slots=True)
class Cosigned:
    """Which of the witnesses in office have co-signed a checkpoint, and how many have to.

    `required` is None where nothing was recorded of it, `timestamp` where no third party says when
    the checkpoint was there. `of_no_member` are those in office whose municipality has left the
    consortium: a matter to check, as nobody recorded that they retired.
    """

    required: int | None
    signed: Sequence[str]
    not_signed: Sequence[str]
    of_no_member: Sequence[str] = ()
    timestamp: Timestamp | None = None

    @property
    def met(self) -> bool:
        """Whether as many have co-signed as must; one, where nothing was recorded of it."""
        return len(self.signed) >= (self.required or 1)

    def said(self) -> Label:
        """Say so in a sentence."""
        of = len(self.signed) + len(self.not_signed)
        if not of:
            return Label("立会人は定められていません。", "No witness has been appointed.")
        missing = "、".join(self.not_signed) or "なし"
        needed = "定めなし" if self.required is None else f"{self.required}"
        check = self._to_check()
        return Label(
            f"立会人{of}人のうち{len(self.signed)}人が副署済み（必要数：{needed}）。未署名：{missing}。"
            f"{check.ja}",
            f"{len(self.signed)} of {of} witnesses have co-signed"
            f" (required: {'not recorded' if self.required is None else self.required});"
            f" not yet: {', '.join(self.not_signed) or 'none'}.{check.en}",
        )

    def _to_check(self) -> Label:
        if not self.of_no_member:
            return Label("", "")
        names = ", ".join(self.of_no_member)
        return Label(
            f"要確認：脱退した市町村の立会人が在任のままです（{names}）。退任を記録してください。",
            f" To check: {names} is in office, though its municipality has left the consortium;"
            " record that it retired.",
        )

    def told(self) -> dict[str, Any]:
        """Give it as plain values, with who outside vouches for the time, or that nobody does."""
        return {
            "required": self.required,
            "signed": list(self.signed),
            "not_signed": list(self.not_signed),
            "met": self.met,
            "said": plain(self.said()),
            "timestamp": plain(timestamp_said(self.timestamp)),
        }


def witnesses(consortium: Consortium) -> Witnesses:
    """Give all that holds of the witnesses."""
    log = consortium.log
    return state_of(log, "witness", stream_id(log.namespace, "witness", WITNESSES)) or Witnesses()


def cosigned(consortium: Consortium, signed: Signed | None) -> Cosigned:
    """Say who of today's witnesses has co-signed a checkpoint; nobody has, if there is none."""
    today = consortium.today()
    office = witnesses(consortium).on(today)
    names = sorted(key.name for key in office.keys.values())
    left = _left(consortium, today) if names else set()
    by = {signature.name for signature in signed.note.signatures} if signed else set()
    return Cosigned(
        office.required,
        [name for name in names if name in by],
        [name for name in names if name not in by],
        sorted(key.name for code, key in office.keys.items() if code in left),
        consortium.checkpoints.timestamp(signed.checkpoint) if signed else None,
    )


def _left(consortium: Consortium, day: date) -> set[str]:
    """Give the codes of the municipalities that are members no more on a day."""
    member = AGGREGATES["membership"]
    topics = [event.TOPIC for event in member.event_types()]
    told = by_stream(consortium.log.events(topics=topics))
    found = (member.fold((one.version, one.event) for one in each) for each in told.values())
    return {
        each.code
        for each in found
        if each and each.kind in PUBLIC_BODIES and each.standing_on(day) is Standing.LEFT
    }


def cosign(consortium: Consortium, written: str) -> Signed:
    """Keep the signatures of witnesses on a note, and give the checkpoint with all that are kept.

    They are verified by the keys recorded for today. Of each witness the first is kept: sent again,
    it changes nothing. Raises `NoteUnread` and `CosignatureRefused`.
    """
    note = Note.read(written)
    checkpoint = Checkpoint.read(note.text)
    if _kept(consortium, note, checkpoint) is None:
        raise CosignatureRefused(NOT_SIGNED_HERE)
    recorded = witnesses(consortium)
    keys = {(k.name, k.id): k for k in recorded.on(consortium.today()).keys.values()}
    found = [one for one in note.signatures if (one.name, one.id) in keys]
    if not found:
        before = {one.id for one in note.signatures} & _ever(recorded)
        raise CosignatureRefused(KEY_NOT_IN_FORCE if before else NO_WITNESS)
    for one in found:
        if not consortium.is_cosignature(keys[one.name, one.id], note.text, one.value):
            raise CosignatureRefused(COSIGNATURE_WRONG)
        if _seconds(one) > (datetime.now(UTC) + MOST_AHEAD).timestamp():
            raise CosignatureRefused(COSIGNATURE_AHEAD)
    for one in found:
        consortium.checkpoints.cosign(checkpoint, one)
    kept = _kept(consortium, note, checkpoint)
    assert kept is not None  # noqa: S101 - it was there before
    return kept


def _seconds(signature: Signature) -> int:
    """Give the time that a cosignature/v1 begins with: seconds in 8 bytes."""
    return int.from_bytes(signature.value[:8])


def _kept(consortium: Consortium, note: Note, checkpoint: Checkpoint) -> Signed | None:
    kept = consortium.checkpoints.latest(checkpoint.size)
    return kept if kept and kept.note.text == note.text else None


def _ever(recorded: Witnesses) -> set[bytes]:
    """Give the ids of all keys that witnesses have had."""
    return {
        read_key(fact.key).id
        for fact in recorded.facts
        if isinstance(fact, WitnessAppointed | WitnessKeyChanged)
    }
