"""Which consortium a request is about."""

from typing import Annotated

from fastapi import Depends, Path, Request

from application.service import Consortium


class UnknownConsortium(Exception):  # noqa: N818 - an outcome
    """This service has no consortium of that name."""


# What asks nothing of the outside is async: that spares a thread for each request.
async def consortium_of(
    request: Request,
    consortium: Annotated[str, Path(description="協議体 / the consortium's name")],
) -> Consortium:
    """Give the consortium that the address names; raises `UnknownConsortium`."""
    found: Consortium | None = request.app.state.consortia.get(consortium)
    if found is None:
        raise UnknownConsortium
    return found


Here = Annotated[Consortium, Depends(consortium_of)]
