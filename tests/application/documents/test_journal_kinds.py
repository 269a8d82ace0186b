"""What single journals write in their own way: holders, who is shown, who came, which month."""

import pytest

from application.decision import stream_id
from application.documents.cells import Cell
from domain.asset import events as ae
from domain.asset.commands import SetThresholds
from domain.base.teams import Team
from domain.consent import events as ce
from domain.contract import events as he
from domain.meeting import events as me
from domain.meeting.terms import Representation
from domain.outreach import events as oe
from domain.publication import events as pe
from tests.application.documents.test_other_sheets import changed, last
from tests.given import day
from tests.given_sheets import GRANT, SHEETS, Town, one

BEFORE_PUBLICATIONS = (
    "workers", "evidence", "consents", "clients", "orders", "outreach-policies", "outreach-plans",
)  # fmt: skip


def test_a_worker_who_holds_an_asset_is_written_by_number(town: Town) -> None:
    """The record keeps the worker's id; a code of a municipality stays what it is."""
    town.take_some("workers", "evidence", "assets")
    lent = [r.event for r in town.events() if isinstance(r.event, ae.AssetLent)]
    worker = stream_id(town.consortium.log.namespace, "worker", "W-1")
    assert [one.holder_code for one in lent] == [str(worker), "202126"]
    exported = town.export("assets")
    at = exported.header.index("借受者コード")
    assert [row[at] for row in exported.rows if row[at]] == ["W-1", "202126"]
    line = one(town.compare("assets", *changed("assets", 2, 借受者番号="W-2"), programme=GRANT))
    differing = [(one.column, one.recorded, one.sheet) for one in line.differences]
    assert differing == [("借受者コード", "W-1", "W-2")]
    line = one(town.compare("assets", *changed("assets", 5, 現況="保管中"), programme=GRANT))
    assert "記録では「使用中」です" in line.faults[0].reason
    line = one(town.compare("assets", *changed("assets", 2, 借受者番号="W-99"), programme=GRANT))
    assert [(f.column, f.value) for f in line.faults] == [("借受者コード", "W-99")]


def test_assets_of_two_municipalities_may_have_one_number(town: Town) -> None:
    """Each is known by its municipality and its number."""
    town.take_some("workers", "evidence", "assets")
    disposed = last(town, ae.AssetDisposed)
    assert (disposed.municipality, disposed.approval) == ("202126", "関整第12号")
    header, rows = SHEETS["assets"]
    stock: list[Cell] = [*rows[5]]
    stock[0], stock[3] = "202126", "R7.3.30"
    assert one(town.compare("assets", header, [stock], programme=GRANT)).status == "new"


def test_an_asset_that_was_disposed_of_without_approval_is_taken_over_as_a_fact(town: Town) -> None:
    """A cell says so; the record asks somebody to look at it."""
    town.take_some("workers", "evidence")
    header, rows = SHEETS["assets"]
    column = "既に行われた事実として記録する"
    gone: list[Cell] = [*rows[0][:2], "処分", "R7.3.31", *[None] * 12, "廃棄", None, None]
    limits = {
        "effective_on": "2024-04-01", "municipality": "203246", "register_from": 30_000,
        "grant_regardless": True, "disposal_limited_from": 500_000, "source": "財務規則（架空）",
    }  # fmt: skip
    town.execute(SetThresholds.model_validate(limits))
    dear: list[Cell] = [*rows[0]]
    dear[5] = 600_000
    lines = town.compare("assets", header, [dear, gone], programme=GRANT)
    assert [line.status for line in lines] == ["new", "bad"]
    assert "disposal-limited" in lines[1].faults[0].reason
    fact = [[*dear, None], [*gone, "はい"]]
    town.take("assets", [*header, column], fact, programme=GRANT)
    assert isinstance(town.events()[-1].event, ae.AssetDisposed)


@pytest.mark.parametrize("said", ["W-1", "W-1（顔）", "（写真）", "W-1（写真）W-2（写真）"])
def test_whom_a_publication_shows_is_a_number_with_what_is_shown(town: Town, said: str) -> None:
    """Nothing is guessed of what cannot be read."""
    town.take_some(*BEFORE_PUBLICATIONS)
    wrong = changed("publications", 0, 載せた人=said)
    line = one(town.compare("publications", *wrong, programme=GRANT))
    assert [fault.column for fault in line.faults] == ["載せた人"]
    assert "W-1（氏名・写真・体験談）の形" in line.faults[0].reason


def test_a_publication_shows_nobody_without_consent(town: Town) -> None:
    """The consent is that of the day; somebody whom no register knows is asked about."""
    town.take_some(*BEFORE_PUBLICATIONS)
    line = one(
        town.compare("publications", *changed("publications", 0, 載せた人="W-2（写真）"),
                     programme=GRANT)
    )  # fmt: skip
    assert "no-consent-to-be-shown" in line.faults[0].reason
    line = one(
        town.compare("publications", *changed("publications", 0, 載せた人="W-99（写真）"),
                     programme=GRANT)
    )  # fmt: skip
    assert line.status == "in_doubt"
    town.take("publications", *SHEETS["publications"], programme=GRANT)
    person = stream_id(town.consortium.log.namespace, "person", "W-1")
    shown = [
        r.event.shown
        for r in town.events()
        if isinstance(r.event, pe.ContentPublished | pe.ContentCorrected)
    ]
    photo = (pe.Shown(person_id=person, scopes=(ce.Scope.PHOTO,)),)
    assert shown == [photo, photo]


def test_two_items_moved_on_one_day_are_told_apart_by_their_numbers(town: Town) -> None:
    """Nobody has to count what happened on the day."""
    town.take_some("outreach-plans")
    moved = [r.event for r in town.events() if isinstance(r.event, oe.PlanItemMoved)]
    assert [(one.item, one.effective_on) for one in moved] == [
        (1, day("2024-08-01")),
        (2, day("2024-08-01")),
    ]


def test_hours_are_of_the_month_in_which_they_were_worked(town: Town) -> None:
    """An approval in June of what was worked in May is of May."""
    town.take_some("workers", "contracts", "hours")
    hours = [r for r in town.events() if isinstance(r.event, he.HoursDeclared | he.HoursApproved)]
    may, _, approved, june = hours
    assert (may.stream == approved.stream, may.stream == june.stream) == (True, False)
    assert isinstance(approved.event, he.HoursApproved)
    assert [one.minutes for one in approved.event.days] == [360, 120]
    line = one(town.compare("hours", *changed("hours", 0, **{"時間（分）": 390}), programme=GRANT))
    assert "correct-hours" in line.faults[0].reason


def test_who_came_to_a_meeting_is_a_team_and_a_number(town: Town) -> None:
    """The export writes it so again; a team that there is not is bad."""
    town.take_some("workers", "evidence", "meeting-series", "meetings")
    held = last(town, me.MeetingHeld)
    person = stream_id(town.consortium.log.namespace, "person", "W-1")
    assert held.represented == (Representation(team=Team.OUTREACH, person_id=person),)
    assert held.organisations == ("203246", "202126")
    for said in ("広報：W-1", "広報業務", "広報業務："):
        wrong = changed("meetings", 2, 出席した代表=said)
        line = one(town.compare("meetings", *wrong, programme=GRANT))
        assert [fault.column for fault in line.faults] == ["出席した代表"], said


def test_a_consent_is_withdrawn_by_whose_it_is_and_what_for(town: Town) -> None:
    """A consent that was never given is not withdrawn."""
    town.take_some("workers", "evidence", "consents", "consent-withdrawals")
    assert last(town, ce.ConsentWithdrawn).effective_on == day("2025-04-01")
    other = changed("consent-withdrawals", 0, 人の番号="W-1")
    line = one(town.compare("consent-withdrawals", *other))
    assert "その記録がありません" in line.faults[0].reason
