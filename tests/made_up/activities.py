"""Made-up activities of the towns' own programmes: begun, stopped, begun again."""

from typing import Any

from application.recorded import Reason
from domain.activity import commands as c
from domain.activity.events import Grounds, Kind
from domain.base.values.municipalities import Municipality
from tests.made_up.agenda import Life
from tests.made_up.calendar import SHEETS_SINCE
from tests.made_up.desk import Desk
from tests.made_up.places import own

KINDS, GROUNDS = tuple(Kind), tuple(Grounds)


def life(desk: Desk, town: Municipality) -> Life:
    """Begin an activity before the record did; stop it, begin it again, put its record right."""
    chance = desk.chance
    when = SHEETS_SINCE + chance.days(0, 90)
    fields: dict[str, Any] = {
        "programme": own(town.code),
        "code": f"trial-{town.code}",
        "name": f"架空の体験事業（{town.name}）",
        "kind": chance.choice(KINDS),
    }
    activity = desk.open(c.StartActivity, when, **fields)
    assert activity is not None
    when = desk.today + chance.days(30, 200)
    yield when
    version = len(activity.history)
    desk.must(
        activity, c.CorrectActivity, when, version=version, now={"name": fields["name"] + "二"}
    )
    for _ in range(2):
        when = desk.today + chance.days(60, 200)
        yield when
        desk.must(
            activity, c.StopActivity, when, why=Reason.DECISION,
            grounds=chance.choice(GROUNDS), evidence=desk.paper(),
        )  # fmt: skip
        when = desk.today + chance.days(60, 150)
        yield when
        desk.must(activity, c.StartActivity, when, **fields)
    desk.must(activity, c.VoidActivityEntry, desk.today, version=len(activity.history))
