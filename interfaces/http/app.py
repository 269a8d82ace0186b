"""The HTTP application."""

from collections.abc import Iterable, Mapping
from typing import Any

from fastapi import FastAPI

from application.projecting.projection import Projection
from application.registry import PROJECTIONS, VIEWS
from application.service import Consortium
from interfaces.http.bundles import bundle_routes
from interfaces.http.caching import KeptByNoCache
from interfaces.http.commands import command_routes
from interfaces.http.evidence import evidence_routes
from interfaces.http.figures import figure_routes
from interfaces.http.files import file_routes
from interfaces.http.health import Health
from interfaces.http.order_forms import order_form_routes
from interfaces.http.problems import describe_problems
from interfaces.http.projections import projection_routes
from interfaces.http.proofs import proof_routes
from interfaces.http.queries import query_routes
from interfaces.http.record import record_routes
from interfaces.http.refusing import answer_problems
from interfaces.http.restatements import restatement_routes
from interfaces.http.sample import sample_routes
from interfaces.http.trail import ReadingTrail, trail_routes
from interfaces.http.views import view_routes

PREFIX = "/api/v1/c/{consortium}"


class Api(FastAPI):
    """An application that describes its problems, which no endpoint returns by its type."""

    def openapi(self) -> dict[str, Any]:
        """Give the OpenAPI document."""
        made = self.openapi_schema is not None
        document: dict[str, Any] = super().openapi()
        return document if made else describe_problems(document)


def create_app(
    consortia: Mapping[str, Consortium],
    projections: Iterable[Projection[Any]] = tuple(PROJECTIONS.values()),
) -> FastAPI:
    """Serve these consortia under ``/api/v1/c/{name}``."""
    app = Api(
        title="Ayumi 歩み",
        version="1",
        description="地域でテレワーク人材を育て、仕事につなぎ、成果を示すための記録 / "
        "The record of programmes that train people, find them work, and prove what came of it.",
        openapi_url="/api/v1/openapi.json",
        # The documentation pages of the framework load scripts from a foreign host.
        docs_url=None,
        redoc_url=None,
    )
    app.state.consortia = consortia
    answer_problems(app)
    app.add_middleware(ReadingTrail)
    app.add_middleware(KeptByNoCache)
    projections = tuple(projections)
    routes = (
        command_routes(),
        record_routes(),
        file_routes(),
        order_form_routes(),
        query_routes(projections),
        figure_routes(),
        projection_routes(),
        evidence_routes(projections),
        proof_routes(),
        sample_routes(),
        trail_routes(),
        bundle_routes(),
        restatement_routes(),
        view_routes(VIEWS.values()),
    )
    for each in routes:
        app.include_router(each, prefix=PREFIX)
    app.include_router(Health(consortia).routes())
    return app
