"""Where each projection is, for whoever reads its answers."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from application.asking.answers import heading
from application.asking.moments import as_of
from domain.base.titles import TITLED, both
from domain.base.words import Label
from interfaces.http import problems
from interfaces.http.consortia import Here
from interfaces.http.known import only_known
from interfaces.http.shapes import Heading


class ProjectionPlace(BaseModel):
    """How far a projection is behind the log, and why it stands still, if it does.

    Of an error only the kind is told: its message may hold what an event says.
    """

    model_config = TITLED

    name: Annotated[str, Label("一覧", "projection", "skill_map")]
    label: Annotated[str, Label("一覧の名称", "its name in words")]
    version: Annotated[int, Label("版", "version in force")]
    activation: Annotated[int | None, Label("切り替えた位置", "position of its activation")]
    position: Annotated[int, Label("位置", "position it has reached")]
    lag: Annotated[int, Label("遅れ", "positions behind the log")]
    failed_at: Annotated[int | None, Label("止まった位置", "position at which it stopped")]
    topic: Annotated[
        str | None, Label("読めない事実の種類", "kind of event that it stopped at, if unreadable")
    ]
    error: Annotated[str | None, Label("理由", "kind of error")]


class ProjectionPlaces(Heading):
    """Where every projection of a consortium is."""

    projections: Annotated[list[ProjectionPlace], Label("一覧", "projections")]


def projection_routes() -> APIRouter:
    """Give ``GET /projections``."""
    router = APIRouter(dependencies=[Depends(only_known)])

    @router.get(
        "/projections",
        operation_id="projections",
        summary="一覧の反映状況 / Where each projection is",
        tags=["照会 / Queries"],
        response_model=ProjectionPlaces,
        responses=problems.documented(),
    )
    def projections(consortium: Here) -> dict[str, Any]:
        """Give the position of each, by how much it is behind, and whether it stopped."""
        moment = as_of(consortium.log, None)
        return {
            **heading(consortium, moment.position, moment, None),
            "projections": [
                place.told_outside()
                | {"label": both(place.projection.label), "activation": place.status.activation}
                for place in consortium.projector.places()
            ],
        }

    return router
