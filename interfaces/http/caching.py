"""Caches: no answer is kept by one, in a browser or on the way."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class KeptByNoCache:
    """Says `no-store` of every answer.

    It may hold personal values, which can be erased only where they are known to lie; asked again
    it may be another answer; and what a cache gives is in no reading trail.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Stand before the application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["Cache-Control"] = "no-store"
            await send(message)

        await self._app(scope, receive, told)
