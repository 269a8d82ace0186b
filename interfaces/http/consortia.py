"""Which consortium a request is about."""

from fastapi import HTTPException, Request

from application.service import Consortium


def consortium_of(request: Request) -> Consortium:
    """Give the consortium that the address names; 404 if this service has none of that name."""
    found: Consortium | None = request.app.state.consortia.get(request.path_params["consortium"])
    if found is None:
        raise HTTPException(404)
    return found
