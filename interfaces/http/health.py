"""Whether the service lives, and whether its answers are as fresh as they should be."""

import time
from collections.abc import Callable, Mapping
from typing import Any

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from application.projecting.projector import Place
from application.projecting.store import Status
from application.service import Consortium

LAG_STAYS_SECONDS = 30.0


class Health:
    """Remembers how long each projection has been behind without moving."""

    def __init__(
        self, consortia: Mapping[str, Consortium], clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Watch these consortia; `clock` gives seconds that never go back."""
        self._consortia = consortia
        self._clock = clock
        self._stuck: dict[tuple[str, str], tuple[int, float]] = {}

    def routes(self) -> APIRouter:
        """Give ``GET /livez`` and ``GET /readyz``; they are for machines, not part of the API."""
        router = APIRouter(include_in_schema=False)
        router.add_api_route("/livez", self.livez, methods=["GET"])
        router.add_api_route("/readyz", self.readyz, methods=["GET"])
        return router

    async def livez(self) -> JSONResponse:
        """Say that the process answers, whatever else is wrong."""
        return JSONResponse({"alive": True})

    def readyz(self) -> JSONResponse:
        """Answer 503 if a projection failed, stays behind the log, or is not of this version."""
        found = {name: self._projections(one) for name, one in self._consortia.items()}
        ready = all(each["ready"] for one in found.values() for each in one)
        signed = {name: self._signed(one) for name, one in self._consortia.items()}
        told = {"ready": ready, "projections": found, "checkpoints": signed}
        return JSONResponse(told, 200 if ready else 503)

    def _signed(self, consortium: Consortium) -> dict[str, str | None]:
        """Give when the log was last signed and co-signed; how old is too old, a watcher says."""
        return {
            kind: at.isoformat() if at else None
            for kind, at in consortium.checkpoints.last_kept()._asdict().items()
        }

    def _projections(self, consortium: Consortium) -> list[dict[str, Any]]:
        return [self._projection(consortium.name, each) for each in consortium.projector.places()]

    def _projection(self, consortium: str, place: Place) -> dict[str, Any]:
        status = place.status
        stays = self._behind_for(consortium, status, place.lag) >= LAG_STAYS_SECONDS
        return {
            **place.told_outside(),
            "current": place.current,
            "ready": place.current and status.failed_at is None and not stays,
        }

    def _behind_for(self, consortium: str, status: Status, lag: int) -> float:
        key, now = (consortium, status.name), self._clock()
        if lag == 0:
            self._stuck.pop(key, None)
            return 0
        position, since = self._stuck.get(key, (status.position, now))
        if position != status.position:
            since = now
        self._stuck[key] = (status.position, since)
        return now - since
