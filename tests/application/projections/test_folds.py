"""What each projection answers, at any moment and for any day."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from application.aggregate import decide
from application.projecting.projection import Projection, Time
from application.projections.expenditures import EXPENDITURES
from application.projections.kpi_ledger import KPI_LEDGER
from application.projections.skill_map import SKILL_MAP
from application.projections.workers import WORKERS
from application.recorded import Recorded
from application.registry import AGGREGATE_OF, PROJECTIONS
from domain.base.command import NOTHING_SEEN, Command
from domain.base.event import Event
from domain.base.rule import RuleBroken
from domain.worker import events as e
from tests.application.projections.given import (
    answer,
    followed,
    fresh,
    in_turn,
    log_of,
    rebuilt,
    standing_at,
)
from tests.domain.expenditure import examples as x
from tests.domain.kpi import examples as k
from tests.domain.worker import examples as w
from tests.given import day, sealed, versions

SAKU = "202177"
HANAKO_ID, JIRO_ID = UUID(int=1), UUID(int=2)
JIRO: tuple[Event, ...] = (
    w.registered("2024-04-01").model_copy(update={"number": "W-002", "name": sealed("Jiro")}),
    w.claimed("2024-05-01", level=1),
)


def told(log: list[Recorded], field: str, *, valid_on: str, position: int | None = None) -> Any:  # noqa: ANN401
    """Give one field of every row of the projection that has it, by key."""
    projection = next(p for p in (WORKERS, SKILL_MAP) if field in p.row.__annotations__)
    rows = answer(projection, log, valid_on=valid_on, position=position)
    return {key: getattr(row, field) for key, row in rows.items()}


def test_every_projection_is_tested_here() -> None:
    """Whoever adds one about the world gives it examples in a file beside this one."""
    tests = [path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py")]
    about_the_world = {n for n, p in PROJECTIONS.items() if p.time is not Time.AS_RECORDED}
    imported = {name for name in about_the_world if any(_imports(text, name) for text in tests)}
    assert about_the_world == imported


def _imports(text: str, projection: str) -> bool:
    return f"from application.projections.{projection} import" in text


def test_the_skill_map_counts_endorsements_of_the_level() -> None:
    """From their day on; a level found anew has none yet."""
    log = in_turn(
        hanako=[
            w.registered("2024-04-01"),
            w.claimed("2024-05-01"),
            w.endorsed("2024-05-10"),
            w.assessed("2024-06-01"),
        ]
    )
    days = ("2024-05-09", "2024-05-10", "2024-06-01")
    found = [told(log, "endorsements", valid_on=on)["W-001|dss|data-entry"] for on in days]
    assert found == [0, 1, 0]


def test_the_skill_map_carries_a_skill_over_to_another_version() -> None:
    """With who found it and how; under its first code it is gone."""
    log = in_turn(
        hanako=[w.registered("2024-04-01"), w.assessed("2024-05-01"), w.remapped("2025-04-01")]
    )
    before = answer(SKILL_MAP, log, valid_on="2025-03-31")
    after = answer(SKILL_MAP, log, valid_on="2025-04-01")
    assert (set(before), set(after)) == ({"W-001|dss|data-entry"}, {"W-001|dss|data-handling"})
    (was,), (row,) = before.values(), after.values()
    assert (row.framework_version, row.level, row.assessor) == ("2.0", 3, was.assessor)


def test_workers_show_who_is_registered() -> None:
    """One row for each worker, from the day of the registration."""
    log = in_turn(hanako=[w.registered("2024-04-01")], jiro=JIRO)
    assert told(log, "name", valid_on="2024-03-31") == {}
    assert told(log, "name", valid_on="2024-04-01") == {
        "W-001": sealed("name"),
        "W-002": sealed("Jiro"),
    }


def test_workers_show_new_names_and_contacts() -> None:
    """From their day on, and only on the worker's own row."""
    names = [
        w.registered("2024-04-01"),
        e.NameChanged(effective_on=day("2024-06-01"), name=sealed("new"), kana=sealed("new kana")),
        e.ContactChanged(effective_on=day("2024-07-01"), contact=sealed("mail")),
    ]
    log = in_turn(hanako=names, jiro=JIRO)
    row = answer(WORKERS, log, valid_on="2024-07-01")["W-001"]
    assert (row.name, row.kana, row.contact) == (sealed("new"), sealed("new kana"), sealed("mail"))
    assert told(log, "name", valid_on="2024-05-31")["W-001"] == sealed("name")
    assert told(log, "name", valid_on="2024-07-01")["W-002"] == sealed("Jiro")


def test_workers_show_where_someone_lives_and_whether_they_are_here() -> None:
    """On the last day a worker is on the roll, on the day after not."""
    log = in_turn(hanako=w.LIFE, jiro=JIRO)
    on_roll = {
        on: answer(WORKERS, log, valid_on=on)["W-001"].on_roll
        for on in ("2024-04-01", "2025-03-31", "2025-04-01", "2025-05-31", "2025-06-01")
    }
    assert list(on_roll.values()) == [True, True, False, False, True]
    assert answer(WORKERS, log, valid_on="2024-09-30")["W-001"].municipality == w.TATESHINA
    assert answer(WORKERS, log, valid_on="2024-10-01")["W-001"].municipality == SAKU
    assert answer(WORKERS, log, valid_on="2025-06-01")["W-002"].on_roll is True


def test_a_leaving_recorded_ahead_is_not_shown_before_its_day() -> None:
    """Now and the day it takes effect are different questions."""
    log = in_turn(hanako=[w.registered("2024-04-01"), w.left(last_day="2026-03-31")], jiro=JIRO)
    assert answer(WORKERS, log, valid_on="2026-03-31")["W-001"].on_roll is True
    assert answer(WORKERS, log, valid_on="2026-04-01")["W-001"].on_roll is False


def test_a_move_recorded_late_does_not_hide_a_later_one() -> None:
    """Between the two days one holds, afterwards the other, whichever was recorded first."""
    moves = [w.registered(), w.moved("2024-10-01", SAKU), w.moved("2024-06-01", "202142")]
    log = in_turn(hanako=moves, jiro=JIRO)
    assert answer(WORKERS, log, valid_on="2024-07-01")["W-001"].municipality == "202142"
    assert answer(WORKERS, log, valid_on="2024-12-01")["W-001"].municipality == SAKU


def test_a_late_entry_changes_what_later_entries_came_to_say() -> None:
    """A row holds the whole truth of its day: what was forgotten is missing from none after it."""
    mail = e.ContactChanged(effective_on=day("2024-05-01"), contact=sealed("mail"))
    log = log_of(
        *((JIRO_ID, each) for each in JIRO),
        *((HANAKO_ID, each) for each in (w.registered(), w.moved("2024-10-01", SAKU), mail)),
    )
    assert answer(WORKERS, log, valid_on="2024-12-01")["W-001"].contact == sealed("mail")
    assert answer(WORKERS, log, valid_on="2024-12-01", position=4)["W-001"].contact is None


def test_a_corrected_registration_is_shown_as_it_should_have_been() -> None:
    """As of now; as of before the correction, as it was typed."""
    wrong = [
        w.registered("2024-04-01"),
        w.registration_corrected("2024-06-01", 1, municipality=SAKU),
    ]
    log = in_turn(hanako=wrong, jiro=JIRO)
    assert answer(WORKERS, log, valid_on="2024-04-01")["W-001"].municipality == SAKU
    before = answer(WORKERS, log, valid_on="2024-04-01", position=1)
    assert before["W-001"].municipality == w.TATESHINA


def test_the_skill_map_shows_who_says_what() -> None:
    """A claim is self-declared; an assessment names its assessor and what shows it."""
    log = in_turn(
        hanako=[w.registered(), w.claimed("2024-05-01"), w.assessed("2024-06-01", level=4)],
        jiro=JIRO,
    )
    claim = answer(SKILL_MAP, log, valid_on="2024-05-31")["W-001|dss|data-entry"]
    found = answer(SKILL_MAP, log, valid_on="2024-06-01")["W-001|dss|data-entry"]
    assert (claim.level, claim.method, claim.assessor) == (2, e.Method.SELF, None)
    assert (found.level, found.method, found.assessor) == (4, e.Method.MENTOR, w.ASSESSOR)
    assert found.evidence == w.EVIDENCE


def test_the_skill_map_keeps_skills_and_workers_apart() -> None:
    """One row for each skill of each worker."""
    log = in_turn(
        hanako=[w.registered(), w.claimed("2024-05-01"), w.claimed("2024-05-01", skill="rpa")],
        jiro=JIRO,
    )
    assert told(log, "level", valid_on="2024-05-01") == {
        "W-001|dss|data-entry": 2,
        "W-001|dss|rpa": 2,
        "W-002|dss|data-entry": 1,
    }


def test_a_withdrawn_skill_is_shown_until_its_day() -> None:
    """And the other worker's stays."""
    log = in_turn(
        hanako=[w.registered(), w.claimed("2024-05-01"), w.withdrawn("2024-07-01")], jiro=JIRO
    )
    assert "W-001|dss|data-entry" in told(log, "level", valid_on="2024-06-30")
    assert told(log, "level", valid_on="2024-07-01") == {"W-002|dss|data-entry": 1}


def test_the_skill_map_shows_where_a_worker_lives_and_whether_they_are_here() -> None:
    """Moving, leaving and returning are seen on every skill, claimed before or after."""
    log = in_turn(hanako=(*w.LIFE, w.claimed("2025-07-01", skill="rpa")), jiro=JIRO)
    rows = answer(SKILL_MAP, log, valid_on="2025-04-01")
    assert rows["W-001|dss|data-entry"].municipality == SAKU
    assert rows["W-001|dss|data-entry"].on_roll is False
    assert rows["W-002|dss|data-entry"].on_roll is True
    later = answer(SKILL_MAP, log, valid_on="2025-07-01")
    assert later["W-001|dss|data-entry"].on_roll is True
    assert later["W-001|dss|rpa"].municipality == SAKU


def test_a_corrected_skill_moves_to_its_own_row() -> None:
    """Nothing stays under the name that was wrong; before the correction it stood there."""
    log = in_turn(
        hanako=[
            w.registered(),
            w.claimed("2024-05-01"),
            w.skill_corrected("2024-06-01", 2, skill="rpa"),
        ],
        jiro=JIRO,
    )
    assert set(told(log, "skill", valid_on="2024-05-01").values()) == {"rpa", "data-entry"}
    assert "W-001|dss|data-entry" not in told(log, "skill", valid_on="2024-05-01")
    assert "W-001|dss|data-entry" in told(log, "skill", valid_on="2024-05-01", position=4)


def test_a_correction_of_what_the_skill_map_does_not_read_changes_nothing() -> None:
    """A name is no part of it, and a rebuild does not read names at all."""
    log = in_turn(
        hanako=[
            w.registered(),
            w.claimed("2024-05-01"),
            e.NameChanged(effective_on=day("2024-06-01"), name=sealed("new"), kana=sealed("kana")),
            w.registration_corrected("2024-07-01", 3, name=sealed("newer")),
            w.registration_corrected("2024-07-01", 4, name=sealed("newest")),
        ],
        jiro=JIRO,
    )
    assert standing_at(followed(SKILL_MAP, log), len(log)) == fresh(SKILL_MAP, log[:4])
    assert standing_at(rebuilt(SKILL_MAP, log), len(log)) == fresh(SKILL_MAP, log[:4])


def test_expenditures_show_every_step_once() -> None:
    """Up to the day that is asked about; totals are sums over the steps."""
    other = [each.model_copy(update={"number": "R6-013"}) for each in x.LIFE]
    log = in_turn(one=x.LIFE, other=other)
    steps = [
        (row.number, row.step, row.amount)
        for row in answer(EXPENDITURES, log, valid_on="2024-07-31").values()
    ]
    assert sorted(steps) == [
        ("R6-012", "committed", 1000),
        ("R6-012", "paid", 600),
        ("R6-013", "committed", 1000),
        ("R6-013", "paid", 600),
    ]
    assert len(answer(EXPENDITURES, log, valid_on="2024-09-01")) == 8


def test_expenditures_of_two_programmes_keep_apart() -> None:
    """A number is given once in a programme, and may be given again in another."""
    other = [each.model_copy(update={"programme": "grant:dx-r9"}) for each in x.LIFE]
    log = in_turn(one=x.LIFE, other=other)
    assert len(answer(EXPENDITURES, log, valid_on="2024-09-01")) == 2 * len(x.LIFE)


def test_expenditures_show_charge_and_programme_on_every_step() -> None:
    """Figures and tables filter by them and join nothing."""
    log = in_turn(one=x.LIFE, other=[])
    for row in answer(EXPENDITURES, log, valid_on="2024-09-01").values():
        assert (row.programme, row.line, row.budget_item) == (x.PROGRAMME, "2-training", "r2:12")


def test_expenditures_show_what_was_true_of_corrected_and_voided_steps() -> None:
    """A voided payment is gone, a corrected one changed, a voided correction without effect."""
    other = [each.model_copy(update={"number": "R6-013"}) for each in x.LIFE[:2]]
    mended = [
        *x.LIFE[:3],
        x.corrected("2024-10-01", 2, amount=500),
        x.voided("2024-10-02", 3),
        x.voided("2024-10-03", 4),
    ]
    log = in_turn(one=mended, other=other)

    def amounts(position: int) -> list[int]:
        rows = answer(EXPENDITURES, log, valid_on="2025-03-31", position=position).values()
        return [
            row.amount for row in sorted(rows, key=lambda r: -r.amount) if row.number == "R6-012"
        ]

    assert [amounts(position) for position in (5, 6, 7, 8)] == [
        [1000, 600, 400],
        [1000, 500, 400],
        [1000, 500],
        [1000, 600],
    ]


def test_the_kpi_ledger_shows_each_fact_once() -> None:
    """From its day on, for its year."""
    other = k.counted("2024-07-01").model_copy(update={"kpi": "kpi2"})
    log = in_turn(one=[k.counted("2024-06-01")], other=[other])
    assert answer(KPI_LEDGER, log, valid_on="2024-05-31") == {}
    assert [r.kpi for r in answer(KPI_LEDGER, log, valid_on="2024-06-30").values()] == ["kpi1"]
    rows = answer(KPI_LEDGER, log, valid_on="2024-07-01").values()
    assert sorted(row.kpi for row in rows) == ["kpi1", "kpi2"]
    assert {row.programme for row in rows} == {k.GRANT}


def test_the_kpi_ledger_shows_corrected_and_voided_facts_as_they_should_have_been() -> None:
    """A corrected one in its right year, a voided one not, one counted again once more."""
    other = k.counted("2024-06-01").model_copy(update={"kpi": "kpi2"})
    log = in_turn(
        one=[k.counted("2024-06-01"), k.voided("2024-07-01", 1), k.counted("2024-08-01")],
        other=[other, k.corrected("2024-07-01", 1, fiscal_year=2023)],
    )

    def years(position: int) -> list[tuple[str, int]]:
        rows = answer(KPI_LEDGER, log, valid_on="2025-03-31", position=position).values()
        return sorted((row.kpi, row.fiscal_year) for row in rows)

    assert [years(position) for position in (2, 3, 4, 5)] == [
        [("kpi1", 2024), ("kpi2", 2024)],
        [("kpi2", 2024)],
        [("kpi2", 2023)],
        [("kpi1", 2024), ("kpi2", 2023)],
    ]


def test_a_row_says_whether_it_was_taken_over() -> None:
    """What an earlier record said is marked as such wherever it is shown."""
    said = standing_at(followed(KPI_LEDGER, log_of((JIRO_ID, k.counted()), taken_over=True)), 1)
    assert [one.taken_over for _, one in said] == [True]


MONTHS = st.integers(0, 17).map(lambda n: f"{2024 + (n + 3) // 12}-{(n + 3) % 12 + 1:02}-01")
VERSIONS = st.integers(1, 4) | st.integers(1, 9)
SKILLS = st.sampled_from(["data-entry", "rpa"])
LEVELS = st.integers(0, 7)
HOMES = st.sampled_from([w.TATESHINA, SAKU, "202142"])
WORKER_COMMANDS: st.SearchStrategy[Command] = st.one_of(
    st.builds(w.change_name, MONTHS),
    st.builds(w.change_contact, MONTHS),
    st.builds(w.move, MONTHS, HOMES),
    st.builds(w.leave, MONTHS),
    st.builds(w.come_back, MONTHS),
    st.builds(w.claim, MONTHS, level=LEVELS, skill=SKILLS),
    st.builds(w.assess, MONTHS, level=LEVELS),
    st.builds(w.withdraw, MONTHS, skill=SKILLS),
    st.builds(w.correct_skill, VERSIONS, MONTHS, level=LEVELS),
    st.builds(w.correct_skill, VERSIONS, MONTHS, skill=SKILLS),
    st.builds(w.correct_skill, VERSIONS, MONTHS, effective_on=MONTHS),
    st.builds(w.correct_registration, VERSIONS, MONTHS, effective_on=MONTHS),
    st.builds(w.correct_registration, VERSIONS, MONTHS, municipality=HOMES),
    st.builds(w.correct_registration, VERSIONS, MONTHS, name=st.just(sealed("corrected"))),
)
AMOUNTS = st.integers(1, 600)
EXPENDITURE_COMMANDS: st.SearchStrategy[Command] = st.one_of(
    st.builds(x.commit, MONTHS),
    st.builds(x.pay, MONTHS, AMOUNTS),
    st.builds(x.give_back, MONTHS, AMOUNTS),
    st.builds(x.correct, VERSIONS, MONTHS, amount=AMOUNTS),
    st.builds(x.correct, VERSIONS, MONTHS, effective_on=MONTHS),
    st.builds(x.void, VERSIONS, MONTHS),
)
FACT_COMMANDS: st.SearchStrategy[Command] = st.one_of(
    st.builds(k.count, MONTHS),
    st.builds(k.correct, VERSIONS, MONTHS, fiscal_year=st.integers(2022, 2026)),
    st.builds(k.correct, VERSIONS, MONTHS, effective_on=MONTHS),
    st.builds(k.void, VERSIONS, MONTHS),
)


def recorded_of(first: Command, commands: list[tuple[bool, Command]]) -> list[Recorded]:
    """Let two streams of one kind decide commands in turn; what is refused is left out."""
    events: list[tuple[Any, Event]] = []
    both = [(one, first) for one in (False, True)]
    for one, command in [*both, *commands]:
        stream = HANAKO_ID if one else JIRO_ID
        aggregate = AGGREGATE_OF[type(command)]
        history = versions(*(event for at, event in events if at == stream))
        state = aggregate.fold(history)
        if command.TARGET and state is None:
            continue
        try:
            decided = decide(aggregate, history, state, command, NOTHING_SEEN)
        except RuleBroken:
            continue
        events += [(stream, _own(event, one=one)) for event in decided]
    return log_of(*events)


def _own(event: Event, *, one: bool) -> Event:
    own = {"number": "N-1" if one else "N-2"}
    return event.model_copy(update=own) if "number" in type(event).model_fields else event


def histories(first: Command, commands: st.SearchStrategy[Command]) -> st.SearchStrategy[Any]:
    """Draw logs of two interleaved streams."""
    some = st.lists(st.tuples(st.booleans(), commands), max_size=14)
    return st.builds(recorded_of, st.just(first), some)


WORKER_LOGS = histories(w.register("2024-06-01"), WORKER_COMMANDS)
EXPENDITURE_LOGS = histories(x.commit("2024-06-01"), EXPENDITURE_COMMANDS)
FACT_LOGS = histories(k.count("2024-06-01"), FACT_COMMANDS)


@pytest.mark.parametrize(
    ("projection", "logs"),
    [
        (WORKERS, WORKER_LOGS),
        (SKILL_MAP, WORKER_LOGS),
        (EXPENDITURES, EXPENDITURE_LOGS),
        (KPI_LEDGER, FACT_LOGS),
    ],
    ids=lambda each: each.name if isinstance(each, Projection) else "",
)
def test_rows_of_every_moment_are_those_of_a_fold_from_nothing(
    projection: Projection[Any], logs: st.SearchStrategy[list[Recorded]]
) -> None:
    """However entries came late, were corrected, voided and voided again.

    Following a log event by event, rebuilding it from what the projection reads, and folding the
    first so many events once give the same rows for every prefix of the log.
    """

    @settings(max_examples=200, deadline=None)
    @given(logs)
    def holds(log: list[Recorded]) -> None:
        live, anew = followed(projection, log), rebuilt(projection, log)
        for position in range(len(log) + 1):
            expected = fresh(projection, log[:position])
            assert standing_at(live, position) == expected
            assert standing_at(anew, position) == expected

    holds()
