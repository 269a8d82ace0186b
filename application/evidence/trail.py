"""The reading trail (閲覧の記録): what an evaluator reads, kept where only the evaluator opens it.

The evaluator has a token, shown once. From it follows the trail's key; the record holds only the
key's SHA-256, and the key itself once the evaluator publishes it. Each entry is encrypted under the
key and names the SHA-256 of the entry before, so whoever holds the database can neither read the
trail nor take out, exchange or turn round what lies in its middle. That its end is not cut off, the
evaluator sees from the number and the hash that came with the last answer.
"""

from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from application.decision import NotFound
from application.effective import state_of
from application.evidence.reading import FIRST, Kept, NotThisDesk, Token
from application.execute import execute
from application.plain import plain
from application.recorded import Entry
from application.refused import Refused
from application.service import Consortium
from domain.base.words import Label
from domain.evaluation.commands import OpenDesk
from domain.evaluation.evaluation import Evaluation, key_digest

NOT_PUBLISHED = Label(
    "この評価はまだ公表されていません。閲覧の記録は、評価者のほかは公表まで誰にも読めません。",
    "The evaluation is not published: until then nobody but the evaluator can read the trail.",
)
NO_DESK = Label("この評価の閲覧の記録は始まっていません。", "No reading trail was opened.")
KEY_KEPT = Label(
    "この評価は、閲覧の記録の鍵を付けずに公表されました。閲覧の記録は評価者にしか読めません。",
    "The evaluation was published without the trail's key: only the evaluator can read the trail.",
)
END = Label(
    "最後の番号とハッシュが評価者の控えと同じなら、末尾も欠けていません。公表の後は鍵が知られている"
    "ので、全部が書き直されていないことも、この控えだけが示します。",
    "If the last number and hash are those that the evaluator kept, nothing is missing at the end."
    " Once published, the key is known: that not all of it was written anew, they alone tell, too.",
)
TIMES = Label(
    "日時は、ほかの答えの日時と同じく協定世界時（UTC）です。日本時間はこれより9時間進んでいます。",
    "Times are in UTC, as in every other answer; Japan is nine hours ahead.",
)


class TrailSealed(Refused):
    """The trail cannot be read without the evaluator's token; it is said for how long."""


@dataclass(frozen=True, slots=True)
class OpenTrail:
    """A trail that a token opens; `closed` once the evaluation is published."""

    evaluation: UUID
    key: str
    closed: bool


def open_desk(consortium: Consortium, evaluation: UUID, entry: Entry) -> Token:
    """Begin the trail of an evaluation, and give the token: it is kept nowhere.

    Raises what `execute` raises.
    """
    token = Token.new(evaluation)
    digest = key_digest(consortium.trails.key(token))
    command = OpenDesk(
        evaluation_id=evaluation, effective_on=consortium.today(), trail_key_sha256=digest
    )
    execute(consortium.log, consortium.vault, command, entry, key=f"desk|{digest}")
    return token


def opened_by(consortium: Consortium, text: str) -> OpenTrail:
    """Give the trail that a token opens; raises `NotThisDesk`."""
    token = Token.read(text)
    key = consortium.trails.key(token)
    found: Evaluation | None = state_of(consortium.log, "evaluation", token.evaluation)
    if found is None or found.trail is None or key_digest(key) != found.trail:
        raise NotThisDesk
    return OpenTrail(token.evaluation, key, closed=found.published_on is not None)


def answer_trail(consortium: Consortium, evaluation: UUID, token: str | None) -> dict[str, Any]:
    """Give a trail, to whoever has its token or, once its key is published, to everybody.

    Raises `NotFound`, `NotThisDesk`, and `TrailSealed` where there is nothing to open it with.
    """
    found: Evaluation | None = state_of(consortium.log, "evaluation", evaluation)
    if found is None:
        raise NotFound(evaluation)
    if token is not None:
        opened = opened_by(consortium, token)
        if opened.evaluation != evaluation:
            raise NotThisDesk
        key = opened.key
    else:
        key = _published_key(found)
    trail = consortium.trails.read(evaluation, key)
    last = trail.readings[-1][0] if trail.readings else Kept(0, FIRST)
    return {
        "evaluation": str(evaluation),
        "published": found.published_on is not None,
        "readings": [
            asdict(kept) | asdict(reading) | {"at": plain(reading.at)}
            for kept, reading in trail.readings
        ],
        "last": asdict(last),
        "broken_at": trail.broken_at,
        "notes": [plain(END), plain(TIMES)],
    }


def _published_key(evaluation: Evaluation) -> str:
    if evaluation.trail is None:
        raise TrailSealed(NO_DESK)
    if evaluation.published_on is None:
        raise TrailSealed(NOT_PUBLISHED)
    if evaluation.trail_key is None:
        raise TrailSealed(KEY_KEPT)
    return evaluation.trail_key
