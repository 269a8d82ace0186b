"""A service contract and a month of its hours, as far as the rules of both need them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from domain.base.orderer import Principal
from domain.base.rule import Rule
from domain.base.teams import Team


@dataclass(frozen=True, slots=True)
class Contract:
    """One contract as far as rules need it.

    `periods` are the first and last days of the contract and of its renewals; an amendment changes
    the last of them. `disorder` is the first rule that an entry breaks.
    """

    number: str
    programme: str
    team: Team | None
    orderer: Principal
    orderer_code: str
    party_code: str
    periods: tuple[tuple[date, date], ...]
    heads: int | None
    ended: date | None = None
    disorder: Rule | None = None

    @property
    def first_day(self) -> date:
        """The first day of its first period."""
        return self.periods[0][0]

    @property
    def first_day_of_last_period(self) -> date:
        """The first day of its last period."""
        return self.periods[-1][0]

    @property
    def last_day(self) -> date:
        """The last day of its last period, whether it ended before or not."""
        return self.periods[-1][1]

    def in_force_on(self, day: date) -> bool:
        """Say whether `day` lies in one of its periods and not after its end."""
        inside = any(first <= day <= last for first, last in self.periods)
        return inside and (self.ended is None or day <= self.ended)


@dataclass(frozen=True, slots=True)
class Month:
    """What was declared of each day, and as what it was approved, in minutes.

    `twice` says that a day has two declarations, which only mending could bring about.
    """

    contract_number: str
    programme: str
    origin: dict[str, object]
    declared: dict[date, int] = field(default_factory=dict)
    approved: dict[date, int] = field(default_factory=dict)
    twice: bool = False

    def unapproved(self, until: date) -> Iterator[tuple[date, int]]:
        """Give the days that are not approved as they stand, up to one, with their minutes."""
        for day, minutes in sorted(self.declared.items()):
            if day <= until and self.approved.get(day) != minutes:
                yield day, minutes
