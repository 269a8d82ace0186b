"""The endpoints of proofs: the checkpoint signed last, its witnesses, inclusion, consistency."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from application.evidence import witnesses
from application.evidence.proofs import (
    checkpoint_answer,
    consistency_answer,
    cosigning_answer,
    inclusion_answer,
)
from application.evidence.told import Bilingual
from domain.base.titles import TITLED
from domain.base.words import Label
from interfaces.http import problems
from interfaces.http.consortia import Here
from interfaces.http.known import only_known
from interfaces.http.queries import LARGEST_POSITION
from interfaces.http.shapes import Heading

REFUSED = (
    witnesses.NOT_SIGNED_HERE,
    witnesses.NO_WITNESS,
    witnesses.KEY_NOT_IN_FORCE,
    witnesses.COSIGNATURE_WRONG,
    witnesses.COSIGNATURE_AHEAD,
)
Hash = Annotated[str, Label("SHA-256（base64）", "SHA-256 in base64")]
Proof = Annotated[
    list[str],
    Label("証明（RFC 9162 の順の SHA-256）", "proof: hashes in the order of RFC 9162"),
]


class WitnessesTold(BaseModel):
    """Which of the witnesses in office today have co-signed, and how many have to.

    `required` is null where nothing was recorded of it; one is demanded then.
    """

    model_config = TITLED

    required: Annotated[int | None, Label("必要な立会人の数", "witnesses required", "2")]
    signed: Annotated[list[str], Label("副署した立会人", "witnesses who have", "witness/omachi")]
    not_signed: Annotated[list[str], Label("未署名の立会人", "witnesses who have not yet")]
    met: Annotated[bool, Label("必要数を満たす", "as many as required")]
    said: Annotated[Bilingual, Label("説明", "in words")]
    timestamp: Annotated[Bilingual, Label("第三者の時刻証明", "timestamp of a third party")]


class CheckpointTold(BaseModel):
    """A checkpoint; `note` is what was signed, to the byte (c2sp.org/tlog-checkpoint).

    The key to verify it with is not told here: have it from the consortium's members.
    """

    model_config = TITLED

    origin: Annotated[str, Label("記録の名と期", "log and epoch", "ayumi/tateshina/1")]
    size: Annotated[int, Label("件数", "size")]
    root: Hash
    extensions: Annotated[list[str], Label("そのほかの行", "further lines", "clock simulated")]
    note: Annotated[str, Label("署名された本文と署名", "signed note")]
    witnesses: Annotated[WitnessesTold, Label("立会人", "witnesses")]


class Cosigning(BaseModel):
    """A checkpoint's note with the signature of a witness (c2sp.org/tlog-cosignature)."""

    model_config = TITLED | {"extra": "forbid"}

    note: Annotated[str, Field(max_length=20_000), Label("副署した本文", "co-signed note")]


SignedCheckpoint = Annotated[
    CheckpointTold | None,
    Label("記録確定点（署名がなければ null）", "checkpoint, null if unsigned"),
]


class CheckpointAnswer(Heading):
    """The checkpoint signed last; the notes say what is not signed.

    `not_continued` are the checkpoints with which the epochs before this one ended, in their order:
    each says which one before it is not continued, for a witness that missed whole epochs.
    """

    checkpoint: SignedCheckpoint
    not_continued: Annotated[
        list[str],
        Label("引き継いでいない前の各期の最後の記録確定点", "last checkpoint of each epoch before"),
    ]


class InclusionAnswer(Heading):
    """The proof that an event is in the log of a size.

    SHA-256 of a zero byte and `entry` is `leaf`; with `proof` it leads to `root`. The entry's lines
    are format, index, topic and scope, and a hash that hides the rest of the event. It is null of
    an event that stands in no list, unless its record is named as `stream`.
    """

    position: Annotated[int, Label("位置", "position")]
    size: Annotated[int, Label("件数", "size")]
    entry: Annotated[
        str | None,
        Label("木に入る行（示さなければ null）", "entry in the tree, null if not shown"),
    ]
    leaf: Hash
    proof: Proof
    root: Hash
    checkpoint: SignedCheckpoint


class LogOfSize(BaseModel):
    """The log as it was when it had a size."""

    model_config = TITLED

    size: Annotated[int, Label("件数", "size")]
    root: Hash
    checkpoint: SignedCheckpoint


class ConsistencyAnswer(Heading):
    """The proof that the log of one size begins with that of another: nothing changed, or left."""

    from_: Annotated[LogOfSize, Field(alias="from"), Label("比べる元", "earlier log")]
    to: Annotated[LogOfSize, Label("比べる先", "later log")]
    proof: Proof


def proof_routes() -> APIRouter:
    """Give ``/evidence/checkpoint``, ``/cosignatures``, ``/inclusion`` and ``/consistency``."""
    router = APIRouter(
        prefix="/evidence", dependencies=[Depends(only_known)], tags=["証拠 / Evidence"]
    )

    @router.get(
        "/checkpoint",
        operation_id="evidence.checkpoint",
        summary="最後に署名した記録確定点 / The checkpoint signed last",
        response_model=CheckpointAnswer,
        responses=problems.documented(problems.NOT_SIGNABLE),
    )
    def checkpoint(consortium: Here) -> JSONResponse:
        """Give the size and root of the log as signed last."""
        return JSONResponse(checkpoint_answer(consortium))

    @router.post(
        "/cosignatures",
        operation_id="evidence.cosign",
        summary="立会人の副署を届ける / Hand in a witness's co-signature",
        response_model=CheckpointAnswer,
        responses=problems.documented(problems.NOT_SIGNABLE, *problems.codes_of(REFUSED)),
    )
    def cosign(consortium: Here, body: Cosigning) -> JSONResponse:
        """Keep the signature of a witness in office; sent again, it changes nothing."""
        return JSONResponse(cosigning_answer(consortium, body.note))

    @router.get(
        "/inclusion",
        operation_id="evidence.inclusion",
        summary="事実が記録に含まれる証明 / The proof that an event is in the log",
        response_model=InclusionAnswer,
        responses=problems.documented(problems.NOT_SIGNABLE),
    )
    def inclusion(
        consortium: Here,
        position: Annotated[
            int, Query(ge=1, le=LARGEST_POSITION, description="事実の位置 / the event's position")
        ],
        size: Annotated[
            int | None,
            Query(
                ge=1,
                le=LARGEST_POSITION,
                description="記録の件数。省略すると最後に署名した件数 / "
                "the log's size; the one signed last if not given",
            ),
        ] = None,
        stream: Annotated[
            UUID | None,
            Query(
                description="事実の記録。一覧に示されない事実の種類と事業区分を示すために指定 / "
                "the event's record; named, topic and scope are shown of what stands in no list"
            ),
        ] = None,
    ) -> JSONResponse:
        """Give an event's leaf and its way to the root."""
        return JSONResponse(inclusion_answer(consortium, position, size, stream))

    @router.get(
        "/consistency",
        operation_id="evidence.consistency",
        summary="記録が前の記録の続きである証明 / The proof that the log continues an earlier one",
        response_model=ConsistencyAnswer,
        responses=problems.documented(problems.NOT_SIGNABLE),
    )
    def consistency(
        consortium: Here,
        from_: Annotated[
            int,
            Query(
                alias="from",
                ge=1,
                le=LARGEST_POSITION,
                description="前の記録の件数 / the size of the earlier log",
            ),
        ],
        to: Annotated[
            int | None,
            Query(
                ge=1,
                le=LARGEST_POSITION,
                description="後の記録の件数。省略すると最後に署名した件数 / "
                "the size of the later log; the one signed last if not given",
            ),
        ] = None,
    ) -> JSONResponse:
        """Give the hashes that lead from the earlier root to the later one."""
        return JSONResponse(consistency_answer(consortium, from_, to))

    return router
