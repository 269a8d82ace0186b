"""Made-up decisions on withholding: asked first, then decided, and mended once or twice."""

from datetime import date
from typing import Any

from domain.engagement.codes import OrderKind
from domain.work_kind import commands as c
from tests.made_up.agenda import Life
from tests.made_up.calendar import FIRST
from tests.made_up.desk import Desk

DECIDED = date(FIRST.year, 10, 1)


def life(desk: Desk, kind: OrderKind) -> Life:
    """Ask whether fees for a kind of work are withheld from, decide it, and put that right."""
    yield FIRST
    said: dict[str, Any] = {"kind": kind, "decided_by": "架空の会計課"}
    stream = desk.open(c.SetWithholding, FIRST, applies="unknown", **said)
    assert stream is not None
    yield DECIDED
    desk.must(stream, c.SetWithholding, DECIDED, applies="no", evidence=desk.paper(), **said)
    if kind is OrderKind.CREATIVE:
        desk.must(stream, c.CorrectWithholding, desk.today, version=2, now={"applies": "yes"})
    if kind is OrderKind.OTHER:
        desk.must(stream, c.VoidWithholding, desk.today, version=2)
