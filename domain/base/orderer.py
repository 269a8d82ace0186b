"""Who orders on behalf of the programme: a town, or the corporation that took over from it."""

from typing import Annotated

from pydantic import StringConstraints

from domain.base.values.codes import (
    in_usual_form,
    parse_corporate_number,
    parse_municipality_code,
)
from domain.base.words import Code, Label


class Principal(Code):
    """What kind of body orders; which law binds it follows from that and from the day."""

    TOWN = "town", "町（市町村）", "the town"
    CORPORATION = "corporation", "公社（法人）", "the corporation"


PrincipalKind = Annotated[Principal, Label("委託者", "orderer", "town")]
PrincipalCode = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9]{6}([0-9]{7})?$"),
    Label("委託者のコード", "orderer's code", "203246"),
]
"""A town's municipality code or a corporation's corporate number."""


def check_code(kind: Principal, code: str) -> None:
    """Raise ValueError unless a code is one of a body of this kind."""
    town = kind is Principal.TOWN
    in_usual_form(code, parse_municipality_code if town else parse_corporate_number)
