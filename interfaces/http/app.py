"""The HTTP application."""

from collections.abc import Mapping

from fastapi import FastAPI
from fastapi.responses import JSONResponse

from application.service import Consortium
from interfaces.http.commands import command_routes
from interfaces.http.problems import answer_problems
from interfaces.http.queries import query_routes


def create_app(consortia: Mapping[str, Consortium]) -> FastAPI:
    """Serve these consortia under ``/api/v1/c/{name}``."""
    app = FastAPI(
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
    prefix = "/api/v1/c/{consortium}"
    app.include_router(command_routes(), prefix=prefix)
    app.include_router(query_routes(), prefix=prefix)

    @app.get("/livez", include_in_schema=False)
    def livez() -> JSONResponse:
        return JSONResponse({"alive": True})

    @app.get("/readyz", include_in_schema=False)
    def readyz() -> JSONResponse:
        status = {name: _readiness(consortium) for name, consortium in consortia.items()}
        ready = all(
            each["failed_at"] is None for one in status.values() for each in one["projections"]
        )
        return JSONResponse(status, 200 if ready else 503)

    return app


def _readiness(consortium: Consortium) -> dict[str, list[dict[str, str | int | None]]]:
    last, _ = consortium.log.last()
    return {
        "projections": [
            {
                "name": status.name,
                "position": status.position,
                "lag": last - status.position,
                "failed_at": status.failed_at,
                "error": status.error,
            }
            for status in sorted(consortium.store.status().values(), key=lambda s: s.name)
        ]
    }
