"""Made-up expenditures of the grant project and of the towns' own programmes."""

from collections import Counter
from datetime import date

from domain.base.values.fiscal_year import fiscal_year_of
from domain.expenditure import commands as c
from domain.expenditure import events as e
from tests.made_up.agenda import Life
from tests.made_up.calendar import FIRST
from tests.made_up.desk import Desk
from tests.made_up.places import CODES, GRANT, own
from tests.made_up.plan import LINES
from tests.made_up.stream import Stream

PURPOSES = (
    "架空研修の講師謝金",
    "架空研修の会場",
    "架空相談会の運営",
    "架空端末の借上げ",
    "架空広報物の制作",
    "架空専門家の旅費",
)
CHARGE = frozenset(e.Charge.model_fields) | {"programme"}


class Accounts:
    """What is spent, charged to the lines of the plan."""

    def __init__(self, desk: Desk, plan: Stream) -> None:
        """Begin with nothing spent."""
        self._desk = desk
        self._plan = plan
        self._numbers: Counter[tuple[str, int]] = Counter()

    def spend(self) -> Life:
        """Commit a sum, pay it at once or in parts, and now and then get something back."""
        desk, chance = self._desk, self._desk.chance
        when = desk.happened(FIRST)
        commitment = self._commitment(when)
        by_grant = commitment.programme == GRANT
        stream = desk.begin(c.CommitExpenditure, commitment, *([self._plan] if by_grant else []))
        charge = {name: value for name, value in commitment if name in CHARGE}
        left, parts = commitment.amount, chance.choice((1, 1, 1, 2, 3))
        for part in range(parts, 0, -1):
            when += chance.days(10, 60)
            yield when
            paid = left if part == 1 else left // 2
            left -= paid
            desk.say(
                stream,
                e.ExpenditurePaid(effective_on=when, amount=paid, evidence=desk.paper(), **charge),
            )
            if chance.comes(0.06):
                when += chance.days(5, 40)
                yield when
                back, paper = max(1, paid // 10), desk.paper()
                desk.say(
                    stream,
                    e.ExpenditureReturned(effective_on=when, amount=back, evidence=paper, **charge),
                )
        desk.rest(stream)

    def _commitment(self, when: date) -> e.ExpenditureCommitted:
        desk, chance = self._desk, self._desk.chance
        code, year = chance.choice(CODES), fiscal_year_of(when)
        self._numbers[code, year] += 1
        line, _, pillar, items = chance.choice(LINES)
        return e.ExpenditureCommitted(
            effective_on=when,
            programme=GRANT if chance.comes(0.85) else own(code),
            number=f"R{year - 2018}-{self._numbers[code, year]:06}",
            line=line,
            pillar=pillar,
            budget_item=chance.choice(items),
            fiscal_year=year,
            municipality=code,
            purpose=chance.choice(PURPOSES),
            amount=chance.thousands(5, 90),
            evidence=desk.paper(),
        )
