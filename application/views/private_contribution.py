"""Private members (民間の構成員): what did each bring, and in which decisions did it take part?"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, NamedTuple, get_args
from uuid import UUID

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.view import Asks, Facts, Line, View
from domain.advice import events as a
from domain.base.event import Programme
from domain.base.fields import Amount, Year
from domain.base.values.fiscal_year import fiscal_year_of
from domain.base.words import Label
from domain.consortium import events as e
from domain.consortium.events import PRIVATE
from domain.consortium.membership import Membership, Standing, evolve
from domain.contract import events as k
from domain.meeting import events as m


class PrivateContributionAsks(Asks):
    """To which programme, and in which fiscal year; all if none is given."""

    programme: Programme | None = None
    fiscal_year: Year | None = None


@rowclass
class PrivateContributionRow:
    """One private member in one fiscal year; what the record does not say is empty, and never 0.

    Hours are the sessions of an adviser who is the member, and what a company declared under a
    contract. Meetings are those at which the member was present, and decisions what they decided;
    both are empty where no meeting of the year says which members came. A share is of the year
    that it was settled for, everything else of the year of its own day, while it was a member.
    """

    fiscal_year: Year
    kind: Annotated[e.MemberKind, Label("構成員の種別", "kind of member")]
    code: e.MemberCode
    name: e.MemberName | None
    shared: Annotated[Amount | None, Label("費用負担（円）", "borne in yen")]
    minutes: Annotated[int | None, Label("時間（分）", "minutes")]
    meetings: Annotated[int | None, Label("出席した会議", "meetings attended")]
    decisions: Annotated[int | None, Label("加わった決定", "decisions taken part in")]


class _Member(NamedTuple):
    """A private member, how it stood over time, and the fact of its joining."""

    stream: UUID
    said: e.MemberJoined
    membership: Membership
    joined: Recorded

    def on(self, day: date) -> bool:
        """Say whether it is a member on a day."""
        return self.membership.standing_on(day) is Standing.MEMBER


def compute(facts: Facts, asks: PrivateContributionAsks) -> Iterator[Line[PrivateContributionRow]]:
    """Give the private members of each year in the order of their codes."""
    telling = [
        fiscal_year_of(held.effective_on)
        for held, _ in facts.of(m.MeetingHeld)
        if held.organisations and asks.programme in {None, held.programme}
    ]
    members = sorted(_members(facts), key=lambda one: (one.said.code, one.stream))
    done = {one.stream: _contributed(facts, one, asks.programme) for one in members}
    for year in range(_first_year(members), fiscal_year_of(facts.valid_on) + 1):
        for one in members if asks.fiscal_year in {None, year} else ():
            counted = done[one.stream].get(year, [])
            if counted or one.membership.member_in(year):
                yield Line(_row(year, one, counted, told=year in telling), (one.joined, *counted))


def _first_year(members: list[_Member]) -> int:
    return min((fiscal_year_of(one.said.effective_on) for one in members), default=9999)


def _members(facts: Facts) -> Iterator[_Member]:
    for said, joined in facts.of(e.MemberJoined):
        if said.kind in PRIVATE:
            membership: Membership | None = None
            for fact in facts.in_record(joined.stream):
                if isinstance(fact.event, get_args(e.StandingEvent)):
                    membership = evolve(membership, fact.event)
            if membership:
                yield _Member(joined.stream, said, membership, joined)


def _contributed(facts: Facts, one: _Member, programme: str | None) -> Mapping[int, list[Recorded]]:
    """Give what a member contributed, by fiscal year."""
    years: dict[int, list[Recorded]] = defaultdict(list)
    engaged, contracts = facts.opening(a.AdviserEngaged), facts.opening(k.ContractConcluded)
    attended: set[UUID] = set()
    for fact in facts.of_any(*COUNTED):
        event = fact.event
        if programme not in {None, event.programme}:
            continue
        year = fiscal_year_of(event.effective_on)
        match event:
            case e.CostShared() if fact.stream == one.stream:
                years[event.fiscal_year].append(fact)
            case _ if not one.on(event.effective_on):
                continue
            case a.AdviceSessionHeld() if _is(facts, engaged[fact.stream].person_id, one):
                years[year].append(fact)
            case k.HoursDeclared() if contracts[event.contract_id].party_code == one.said.code:
                years[year].append(fact)
            case m.MeetingHeld() if one.said.code in event.organisations:
                attended.add(fact.stream)
                years[year].append(fact)
            case m.DecisionMade() if fact.stream in attended:
                years[year].append(fact)
    return years


def _is(facts: Facts, person: UUID, one: _Member) -> bool:
    known = one.said.person_id
    return known is not None and facts.person(person) == facts.person(known)


def _row(year: int, one: _Member, counted: list[Recorded], *, told: bool) -> PrivateContributionRow:
    events = [fact.event for fact in counted]
    shares = [each.amount for each in events if isinstance(each, e.CostShared)]
    worked = [
        each.minutes for each in events if isinstance(each, a.AdviceSessionHeld | k.HoursDeclared)
    ]
    return PrivateContributionRow(
        fiscal_year=year,
        kind=one.said.kind,
        code=one.said.code,
        name=one.said.name,
        shared=sum(shares) if shares else None,
        minutes=sum(worked) if worked else None,
        meetings=sum(isinstance(each, m.MeetingHeld) for each in events) if told else None,
        decisions=sum(isinstance(each, m.DecisionMade) for each in events) if told else None,
    )


COUNTED = (e.CostShared, a.AdviceSessionHeld, k.HoursDeclared, m.MeetingHeld, m.DecisionMade)
PRIVATE_CONTRIBUTION = View(
    name="private-contribution",
    label=Label("民間の構成員の貢献", "What private members contribute"),
    asks=PrivateContributionAsks,
    row=PrivateContributionRow,
    reads=(
        e.MemberJoined,
        e.MemberLeft,
        e.MemberRejoined,
        a.AdviserEngaged,
        k.ContractConcluded,
        *COUNTED,
    ),
    compute=compute,
)
