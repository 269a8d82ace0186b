"""The members of the consortium on any day, as any moment knew them."""

from uuid import UUID

from application.projections.consortium import CONSORTIUM, ConsortiumRow
from application.projections.members import MEMBERS, Standing
from application.recorded import Recorded
from domain.base.event import Event
from tests.application.projections.given import answer, in_turn, log_of
from tests.domain.consortium.examples import (
    DOCUMENT,
    ITOIGAWA,
    NAGANO,
    PROFESSIONAL,
    PROVISIONAL,
    TARO,
    concluded,
    formed,
    invited,
    joined,
    left,
    membership_corrected,
    membership_voided,
    rejoined,
    renamed,
    turned_down,
)
from tests.given import day, sealed

A, B = UUID(int=1), UUID(int=2)


def codes(log: list[Recorded], valid_on: str, position: int | None = None) -> set[str]:
    """Give the codes of those who are members."""
    rows = answer(MEMBERS, log, valid_on=valid_on, position=position)
    return {row.code for row in rows.values() if row.standing is Standing.MEMBER}


def test_two_members_keep_apart() -> None:
    """Each has its own row, however their events come in between one another."""
    log = in_turn(
        omachi=(invited("2024-05-10"), joined("2024-06-01"), left(last_day="2025-03-31")),
        itoigawa=(joined("2024-07-01", ITOIGAWA),),
        nagano=(invited("2024-05-10", NAGANO), turned_down("2024-05-31", NAGANO)),
    )
    assert codes(log, "2024-05-31") == set()
    assert codes(log, "2024-06-01") == {"202126"}
    assert codes(log, "2024-07-01") == {"202126", "152161"}
    assert codes(log, "2025-03-31") == {"202126", "152161"}
    assert codes(log, "2025-04-01") == {"152161"}


def test_two_members_with_one_code_keep_apart() -> None:
    """The secretariat may give a professional a number that is also a municipality's code."""
    namesake = PROFESSIONAL | {"code": "202126"}
    log = log_of((A, joined("2024-06-01")), (B, joined("2024-07-01", namesake)))
    rows = answer(MEMBERS, log, valid_on="2024-07-01")
    assert {row.membership_id for row in rows.values()} == {A, B}


def test_a_leaving_on_a_future_day_leaves_today_alone() -> None:
    """Entered in January for the end of March, it changes nothing until April."""
    log = log_of((A, joined("2024-06-01")), (A, left(last_day="2025-03-31")))
    today = "2025-01-15"
    assert codes(log, today) == codes(log, today, position=1) == {"202126"}
    assert codes(log, "2025-03-31") == {"202126"}
    assert codes(log, "2025-04-01") == set()
    assert codes(log, "2025-04-01", position=1) == {"202126"}


def test_a_joining_entered_late_counts_on_its_days_and_not_as_of_then() -> None:
    """What was true last month is seen now; what was known last month stays as it was."""
    log = log_of((A, joined("2024-06-01")), (B, joined("2024-07-01", ITOIGAWA)))
    assert codes(log, "2024-07-15") == {"202126", "152161"}
    assert codes(log, "2024-07-15", position=1) == {"202126"}


def test_who_comes_back_has_a_row_again() -> None:
    """With its name, and since the day of the rejoining."""
    log = log_of(
        (A, joined("2024-06-01")),
        (B, joined("2024-06-01", ITOIGAWA)),
        (A, left(last_day="2025-03-31")),
        (A, rejoined("2025-06-01")),
    )
    assert codes(log, "2025-05-31") == {"152161"}
    rows = answer(MEMBERS, log, valid_on="2025-06-01")
    (row,) = [each for each in rows.values() if each.code == "202126"]
    assert (row.name, row.since, row.membership_id) == ("大町市", day("2025-06-01"), A)


def test_who_is_invited_stands_on_the_list_as_invited() -> None:
    """Until they join or decline."""
    log = log_of((A, invited("2024-05-10")), (A, turned_down("2024-05-31")))
    (row,) = answer(MEMBERS, log, valid_on="2024-05-30").values()
    assert (row.standing, row.since) == (Standing.INVITED, day("2024-05-10"))
    assert answer(MEMBERS, log, valid_on="2024-05-31") == {}


def test_the_name_of_a_person_is_a_reference() -> None:
    """A professional's own name is sealed; the trade name is not."""
    (row,) = answer(MEMBERS, log_of((A, joined(who=PROFESSIONAL))), valid_on="2024-06-01").values()
    assert (row.name, row.person_id) == ("架空デザイン", TARO)
    assert row.personal_name == sealed("架空 太郎")


def test_corrections_and_voidings_move_the_days() -> None:
    """A corrected leaving counts from its corrected day, a voided one not at all."""
    life: tuple[Event, ...] = (joined("2024-06-01"), left(last_day="2025-03-31"))
    later = membership_corrected("2025-01-20", 2, effective_on="2025-05-01", last_day="2025-04-30")
    moved = log_of(*((A, each) for each in (*life, later)))
    assert codes(moved, "2025-04-30") == {"202126"}
    assert codes(moved, "2025-05-01") == set()
    stays = log_of(*((A, each) for each in (*life, membership_voided("2025-01-20", 2))))
    assert codes(stays, "2025-05-01") == {"202126"}


def test_the_consortium_has_its_name_and_agreement_of_the_day() -> None:
    """A later name and version leave earlier days alone."""
    log = log_of(
        (A, formed("2024-05-01")),
        (A, concluded("2024-06-01", 1)),
        (A, renamed("2025-04-01", "架空越境コンソーシアム")),
        (A, concluded("2025-04-01", 2)),
    )
    first = ConsortiumRow(A, PROVISIONAL, day("2024-05-01"))
    assert answer(CONSORTIUM, log, valid_on="2024-04-30") == {}
    assert answer(CONSORTIUM, log, valid_on="2024-05-31") == {"consortium": first}
    (row,) = answer(CONSORTIUM, log, valid_on="2025-03-31").values()
    assert (row.name, row.agreement_version, row.document) == (PROVISIONAL, 1, DOCUMENT)
    (row,) = answer(CONSORTIUM, log, valid_on="2025-04-01").values()
    assert (row.name, row.agreement_version) == ("架空越境コンソーシアム", 2)
