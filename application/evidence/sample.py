"""Sampling (抽出): what a seed draws from the facts of a figure, or of some kinds."""

from typing import Any

from application.asking.answers import heading
from application.asking.moments import as_of
from application.evidence.drawing import SampleAsked, sample_of
from application.evidence.signing import signed_of
from application.evidence.told import events_at, told
from application.service import Consortium
from domain.base.words import Label

NOT_RECORDED = Label(
    "この抽出は記録されていません。記録するには、command を"
    " POST /evaluations/{評価}/draw-sample へそのまま送ってください。",
    "This draw is not recorded. To record it, send command as it is to"
    " POST /evaluations/{evaluation}/draw-sample.",
)
EMPTY = Label(
    "抽出元の事実がありません。指標の定義、年度、基準日を確かめてください。",
    "There are no facts to draw from: check the figure's definition, the fiscal year and the day.",
)
NO_POSITION = Label(
    "位置（as_of）が指定されていません。種を知った人が抽出元を変えられないように、"
    "先に署名された記録確定点を受け取り、その件数を as_of に入れ、その後で種を決めてください。",
    "No position (as_of) was given. So that nobody who knows the seed can change what it draws"
    " from, have a signed checkpoint first, give its size as as_of, and only then choose the seed.",
)
TO_REPEAT = Label(
    "種、改行、位置、改行を、書いたとおりにUTF-8としたもののSHA-256（16進）が小さい順です。"
    "例: printf '%s\\n%s\\n' '種' 位置 | sha256sum",
    "In ascending order of the SHA-256 in hex of seed, LF, position, LF, in UTF-8 as written:"
    " printf '%s\\n%s\\n' 'SEED' POSITION | sha256sum",
)


def answer_sample(consortium: Consortium, asked: SampleAsked) -> dict[str, Any]:
    """Draw without recording, and give the command that records exactly this; plain values.

    Raises `NoFrame` and `NotAMoment`.
    """
    log = consortium.log
    moment = as_of(log, asked.as_of)
    day = asked.valid_on or consortium.today()
    sample = sample_of(log, asked, taken_on=day, position=moment.position)
    positions = [each.position for each in sample.facts]
    drawn = events_at(log, positions, {each.fact for each in sample.facts})
    notes = [NOT_RECORDED, TO_REPEAT]
    notes += [NO_POSITION] if asked.as_of is None else _not_signed(consortium, moment.position)
    notes += [] if sample.frame_size else [EMPTY]
    return {
        **heading(
            consortium,
            moment.position,
            moment,
            day,
            taken_over=sum(each.by.taken_over for each in drawn.values()),
            also=notes,
        ),
        "frame": {"size": sample.frame_size, "sha256": sample.frame_sha256},
        "drawn": [told(drawn[position]).model_dump(mode="json") for position in positions],
        "command": {
            "effective_on": consortium.today().isoformat(),
            **sample.model_dump(mode="json"),
        },
    }


def _not_signed(consortium: Consortium, position: int) -> list[Label]:
    """Say it where no checkpoint holds the record to what it was at that position."""
    signed = signed_of(consortium)
    if signed and signed.checkpoint.size >= position:
        return []
    return [
        Label(
            f"位置 {position} までの記録は署名されていません。"
            "署名されるまで、抽出元は変えられます。",
            f"The record up to position {position} is not signed: until it is, what is drawn from"
            " can be changed.",
        )
    ]
