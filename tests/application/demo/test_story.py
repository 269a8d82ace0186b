"""The story of the demonstration: the same each time, in its order, and plainly invented."""

from collections import Counter
from datetime import time
from uuid import UUID

from application.demo.members import COMPANY
from application.demo.reports import REPORTS
from application.demo.residents import RESIDENTS
from application.demo.story import story
from application.demo.teller import CLERKS, OPENED, Teller
from application.demo.work import CLIENTS, ORDERS
from application.recorded import JAPAN
from domain.base.values.codes import parse_corporate_number

NAMESPACE = UUID(int=1)


def test_it_is_told_the_same_way_each_time() -> None:
    """Two recordings in logs of one name hold the same commands at the same times."""
    first, again = (story(Teller(NAMESPACE)).in_order() for _ in range(2))

    assert first == again
    elsewhere = story(Teller(UUID(int=2))).in_order()
    assert [at for at, _ in elsewhere] == [at for at, _ in first]
    assert [told.command for _, told in elsewhere] != [told.command for _, told in first]


def test_it_is_entered_in_its_order_from_the_day_the_record_was_opened() -> None:
    """A log's time never goes back, and nobody enters anything at night."""
    told = story(Teller(NAMESPACE)).in_order()
    times = [at for at, _ in told]

    assert times == sorted(set(times))
    assert times[0].date() >= OPENED
    for at, one in told:
        local = at.astimezone(JAPAN)
        assert local.date() == one.entered_on
        assert time(9) <= local.time() <= time(18)


def test_some_of_it_was_entered_late_and_some_ahead() -> None:
    """Without both, the day in the world and the moment of recording could not be told apart."""
    told = story(Teller(NAMESPACE)).told
    days = [(one.entered_on - one.command.effective_on).days for one in told]

    assert sum(each > 31 for each in days) >= 5
    assert sum(each < 0 for each in days) >= 2


def test_several_people_enter_it() -> None:
    """Each town for its own residents, the secretariat for all, and the evaluator on their own."""
    told = story(Teller(NAMESPACE)).told
    others = {"lead-1", "evaluator"}

    assert Counter(one.entry.actor for one in told).keys() == {*CLERKS.values(), *others}


def test_whoever_and_whatever_is_invented_says_so() -> None:
    """No resident, client, order or document could be taken for a real one."""
    names = [name for _, name, *_ in RESIDENTS] + [name for _, name, *_ in CLIENTS]
    titles = [title for _, _, title, *_ in (*ORDERS, *REPORTS)]

    assert all(name.startswith("架空") for name in names)
    assert all(kana.startswith("カクウ") for _, _, kana, *_ in RESIDENTS)
    assert all("（架空）" in title for title in titles)
    assert parse_corporate_number(COMPANY) == COMPANY
    assert COMPANY[1:] == "9" * 12
