"""What the story's own tables come to for the figures of the five elements in R6.

On any day and by what had been entered until any day, as in `counted`. None of these facts was
entered late, but for an assessment that was known before the work after it was completed.
"""

from collections.abc import Callable, Iterator

from application.demo.advisers import ADVISERS, MINUTES, by_member, session_days
from application.demo.counted import FIRST_OF_R6, LAST_OF_R6
from application.demo.meetings import DECISIONS, WITH_COMPANY, meetings
from application.demo.pilots import LESSONS, PILOTS, POLICIES
from application.demo.residents import RESIDENTS, SKILLS
from application.demo.work import COMMISSIONS, OF_ONE_TOWN, ORDERS


def _linked(day: str) -> Iterator[tuple[str, str]]:
    """Give the pilots begun in R6 that were linked by a day, each with the field of policy."""
    begun_on = {number: begun for number, _, _, _, begun, *_ in PILOTS}
    for number, _, _, field, _, on in POLICIES:
        if FIRST_OF_R6 <= begun_on[number] <= LAST_OF_R6 and on <= day:
            yield number, field


def pilots_with_policy(day: str) -> int:
    """Count the pilots begun in R6 that serve a policy."""
    return len({number for number, _ in _linked(day)})


def policy_fields(day: str) -> int:
    """Count the fields of policy that they serve."""
    return len({field for _, field in _linked(day)})


def _shared(day: str) -> Iterator[tuple[str, str, str]]:
    """Give the lessons of R6 by a day that others were told: the pilot, learnt from what, when."""
    at_home = {number: municipality for number, _, municipality, *_ in PILOTS}
    for number, _, learnt_from, shared_with, on in LESSONS:
        if FIRST_OF_R6 <= on <= min(day, LAST_OF_R6) and {*shared_with} - {at_home[number]}:
            yield number, learnt_from, on


def lessons_shared(day: str) -> int:
    """Count them."""
    return sum(1 for _ in _shared(day))


def failures_shared(day: str) -> int:
    """Count those from failure, or of a pilot given up by then."""
    given_up_on = {number: given_up or "9999" for number, *_, given_up in PILOTS}
    return sum(
        learnt_from == "failure" or given_up_on[number] <= on
        for number, learnt_from, on in _shared(day)
    )


def work_across(day: str) -> int:
    """Count the commissions accepted in R6 across municipalities."""
    return len(_across(day))


def workers_across(day: str) -> int:
    """Count the residents who accepted them."""
    return len(set(_across(day)))


def _across(day: str) -> list[str]:
    lives_in = {number: municipality for number, _, _, municipality, *_ in RESIDENTS}
    return [
        worker
        for order, worker, _, _, accepted, *_ in COMMISSIONS
        if FIRST_OF_R6 <= accepted <= min(day, LAST_OF_R6)
        and OF_ONE_TOWN.get(order, lives_in[worker]) != lives_in[worker]
    ]


def private_decisions(day: str) -> int:
    """Count the decisions of R6 made while the firm was present: it was a member by then."""
    held_on = {number: on.isoformat() for number, _, on in meetings() if on}
    return sum(
        number in WITH_COMPANY and FIRST_OF_R6 <= held_on[number] <= min(day, LAST_OF_R6)
        for number, *_ in DECISIONS
    )


def private_minutes(day: str) -> int:
    """Add up the sessions of R6 with the adviser who was a member by then."""
    return MINUTES * sum(
        by_member(number, on) and FIRST_OF_R6 <= on.isoformat() <= min(day, LAST_OF_R6)
        for index, (number, *_) in enumerate(ADVISERS)
        for on in session_days(index)
    )


def dx_workers(day: str) -> int:
    """Count the residents who rose a level and delivered DX support afterwards, done in R6."""
    dx = {number for number, _, _, kind, *_ in ORDERS if kind == "dx-support"}
    return len(
        {
            worker
            for order, worker, _, _, _, delivered, passed, *_ in COMMISSIONS
            if order in dx and delivered and passed
            and FIRST_OF_R6 <= passed <= min(day, LAST_OF_R6)
            and _rose(worker, delivered)
        }
    )  # fmt: skip


def _rose(worker: str, before: str) -> bool:
    """Say whether somebody found a level before a day that was higher than one of earlier."""
    told = [row for row in SKILLS if row[0] == worker and row[3] < before]
    return any(
        skill == other and level < higher and on < later and method != "self"
        for _, skill, higher, later, _, method in told
        for _, other, level, on, *_ in told
    )


OF_R6: dict[str, Callable[[str], int]] = {
    "private-minutes": private_minutes,
    "private-decisions": private_decisions,
    "work-across": work_across,
    "workers-across": workers_across,
    "lessons-shared": lessons_shared,
    "failures-shared": failures_shared,
    "pilots-with-policy": pilots_with_policy,
    "policy-fields": policy_fields,
    "dx-workers": dx_workers,
}
"""How to count a figure of R6 by hand, by its code, as of a day."""
