"""Made-up expenditures of the grant project and of the towns' own programmes."""

from collections import Counter
from datetime import date

from domain.base.matter import Closing, Matter
from domain.base.values.fiscal_year import fiscal_year_of, last_day
from domain.expenditure import commands as c
from domain.expenditure import events as e
from tests.made_up.agenda import Life
from tests.made_up.calendar import FIRST
from tests.made_up.desk import Desk
from tests.made_up.places import CODES, CORPORATION, GRANT, own
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
        """Commit a sum, inspect and pay it at once or in parts, and now and then get some back."""
        desk, chance = self._desk, self._desk.chance
        when = desk.happened(FIRST)
        commitment = self._commitment(when)
        by_grant = commitment.programme == GRANT
        stream = desk.begin(c.CommitExpenditure, commitment, *([self._plan] if by_grant else []))
        charge = {name: value for name, value in commitment if name in CHARGE}
        closes = date(commitment.fiscal_year + 1, 5, 31)
        left, parts = commitment.amount, chance.choice((1, 1, 1, 2, 3))
        for part in range(parts, 0, -1):
            delivered = min(when + chance.days(1, 30), last_day(commitment.fiscal_year))
            when = min(max(delivered, when) + chance.days(1, 30), closes)
            yield when
            paid = left if part == 1 else left // 2
            left -= paid
            money = {"effective_on": when, "amount": paid, "evidence": desk.paper(), **charge}
            if chance.comes(0.5):
                desk.say(stream, e.ExpenditureInspected(delivered_on=delivered, **money))
            if chance.comes(0.2):
                desk.say(
                    stream, e.PaymentOrdered(order_number=f"命-{chance.randint(1, 9999)}", **money)
                )
            desk.say(stream, e.ExpenditurePaid(**money))
            if chance.comes(0.06):
                when = min(when + chance.days(5, 40), closes)
                yield when
                back = {"amount": max(1, paid // 10), "effective_on": when}
                desk.say(stream, e.ExpenditureReturned(**money | back))
                if part == 1:
                    desk.ask(stream, c.CancelCommitment, when, amount=back["amount"])
        for matter in stream.aggregate.matters(stream.history)[:1]:
            if chance.comes(0.3) and matter.check.code.startswith("payment"):
                self._close(stream, matter, when)
        desk.rest(stream)

    def _close(self, stream: Stream, matter: Matter, when: date) -> None:
        self._desk.must(
            stream,
            c.CloseExpenditureMatter,
            when,
            concerns=matter.version,
            check=matter.check.code,
            closing=Closing.EXPLAINED,
        )

    def _commitment(self, when: date) -> e.ExpenditureCommitted:
        desk, chance = self._desk, self._desk.chance
        code, year = chance.choice(CODES), fiscal_year_of(when)
        self._numbers[code, year] += 1
        line, _, pillar, items = chance.choice(LINES)
        item = chance.choice(items)
        kind, payee = (
            chance.choice((None, *e.PurposeKind)),
            chance.choice(("company", "person", "")),
        )
        return e.ExpenditureCommitted(
            effective_on=when,
            programme=GRANT if chance.comes(0.85) else own(code),
            number=f"R{year - 2018}-{self._numbers[code, year]:06}",
            line=line,
            pillar=pillar,
            budget_item=item,
            traveller=e.Traveller.EXPERT if item in e.TRAVEL else None,
            fiscal_year=year,
            municipality=code,
            purpose_kind=kind,
            purpose_number=kind and f"架-{kind}-{chance.randint(1, 99)}",
            purpose=chance.choice(PURPOSES),
            payee=CORPORATION if payee == "company" else None,
            payee_person=chance.uuid() if payee == "person" else None,
            prior_year=year - 1 if chance.comes(0.02) else None,
            amount=chance.thousands(5, 90),
            evidence=desk.paper(),
        )
