"""Made-up outreach: its policy and plans, what is published, and who agreed to be shown."""

from datetime import date, timedelta
from typing import Any

from application.recorded import Reason
from domain.base.matter import Closing
from domain.consent import commands as a
from domain.consent.events import SHOWN, Purpose, Scope
from domain.outreach import commands as o
from domain.outreach.events import Audience, DropReason
from domain.publication import commands as c
from domain.publication.checks import CONSENT
from domain.publication.events import ResponseKind, Shown, WithdrawReason
from tests.made_up.agenda import Life
from tests.made_up.calendar import SHEETS_SINCE
from tests.made_up.desk import Desk
from tests.made_up.orders import Orders
from tests.made_up.places import CODES, GRANT
from tests.made_up.residents import Residents
from tests.made_up.stream import Stream

AUDIENCES, DROPS, WITHDRAWS = tuple(Audience), tuple(DropReason), tuple(WithdrawReason)
RESPONSES = tuple(ResponseKind)
CHANNELS = ("town-website", "newsletter", "video", "radio")
KPIS = ("kpi1", "kpi2", None)
MOST = 400
ITEMS = 12
A_MONTH = timedelta(days=30)


class Outreach:
    """What is said in public, and under which consents."""

    def __init__(self, desk: Desk, residents: Residents, orders: Orders) -> None:
        """Begin with nothing said."""
        self._desk = desk
        self._residents = residents
        self._orders = orders
        self._policy: Stream | None = None
        self._plans: dict[int, Stream] = {}
        self._consents: list[Stream] = []
        self._asked: set[str] = set()
        self._published = 0

    def policy(self) -> Life:
        """Draft and approve one version after the other; put right what was entered wrongly."""
        desk, chance, when = self._desk, self._desk.chance, SHEETS_SINCE
        draft: dict[str, Any] = {"programme": GRANT, "title": "架空の広報運用ポリシー"}
        policy = desk.open(o.DraftPolicy, when, version=1, text_sha256=chance.digest(), **draft)
        assert policy is not None
        self._approve(policy, when, 1)
        self._policy = policy
        for version in (2, 3):
            when = desk.today + chance.days(200, 300)
            yield when
            when = desk.today
            desk.must(policy, o.DraftPolicy, when, version=version,
                      text_sha256=chance.digest(), **draft)  # fmt: skip
            desk.must(policy, o.SupersedePolicy, when, version=version - 1)
            self._approve(policy, when, version)
        now = {"approval_number": "架決-9"}
        desk.must(policy, o.CorrectPolicy, when, version=len(policy.history), now=now)
        desk.must(policy, o.DraftPolicy, when, version=4, text_sha256=chance.digest(), **draft)
        desk.must(policy, o.VoidPolicyEntry, when, version=len(policy.history))

    def _approve(self, policy: Stream, when: date, version: int) -> None:
        self._desk.must(
            policy, o.ApprovePolicy, when, why=Reason.DECISION, version=version, approved_on=when,
            approval_number=f"架決-{version}", evidence=self._desk.paper(),
        )  # fmt: skip

    def plan(self, year: int) -> Life:
        """Approve the plan of a year; its items are moved and dropped."""
        desk, chance = self._desk, self._desk.chance
        yield date(year, 4, 1)
        plan = desk.open(
            o.ApproveOutreachPlan, date(year, 4, 1), why=Reason.DECISION, programme=GRANT,
            fiscal_year=year, title=f"架空の広報計画 {year}", approval_number=f"架決-{year}",
            evidence=desk.paper(),
        )  # fmt: skip
        assert plan is not None
        for item in range(1, ITEMS + 1):
            desk.must(
                plan, o.AddPlanItem, date(year, 4, 1), item=item,
                planned_on=date(year, 4, 10) + item * chance.days(5, 25),
                audience=chance.choice(AUDIENCES), channel=chance.choice(CHANNELS),
                aim="架空のねらい", municipality=chance.choice(CODES), kpi=chance.choice(KPIS),
            )  # fmt: skip
        self._plans[year] = plan
        yield date(year, 6, 3)
        moved = date(year, 12, 2)
        desk.must(plan, o.MovePlanItem, date(year, 6, 3), item=1, planned_on=moved)
        version = len(plan.history)
        now = {"planned_on": moved + A_MONTH}
        desk.must(plan, o.CorrectOutreachPlan, date(year, 6, 3), version=version, now=now)
        yield date(year, 7, 1)
        for item in (2, 3):
            reason = chance.choice(DROPS)
            desk.must(plan, o.DropPlanItem, date(year, 7, 1), item=item, reason=reason)
        desk.must(plan, o.VoidOutreachPlanEntry, date(year, 7, 1), version=len(plan.history))

    def consent(self) -> Life:
        """Let somebody agree; some withdraw, and some agree again."""
        desk, chance, resident = self._desk, self._desk.chance, self._residents.anyone()
        if resident is None:
            return
        publicity = chance.comes(0.8)
        others = (Purpose.SHARING, Purpose.MENTORING_NOTES)
        agreed: dict[str, Any] = {
            "person_id": resident.person_id,
            "purpose": Purpose.PUBLICITY if publicity else chance.choice(others),
            "scope": chance.choice(SHOWN) if publicity else Scope.WHOLE,
            "wording": "publicity-consent" if publicity else "other-consent",
            "wording_version": "1",
        }
        key = a.key_of(agreed["person_id"], agreed["purpose"], agreed["scope"])
        if key in self._asked:
            return
        self._asked.add(key)
        consent = desk.open(a.GiveConsent, desk.happened(), evidence=desk.paper(), **agreed)
        if consent is None:
            return
        if publicity:
            self._consents.append(consent)
            del self._consents[:-MOST]
        if chance.comes(0.1):
            now = {"wording_version": "2"}
            desk.ask(consent, a.CorrectConsent, desk.today, version=1, now=now)
        if chance.comes(0.3):
            yield desk.today + chance.days(20, 300)
            desk.ask(consent, a.WithdrawConsent, desk.today, why=Reason.REQUESTED)
            version = len(consent.history)
            if chance.comes(0.2):
                desk.ask(consent, a.VoidConsentEntry, desk.today, version=version)
            elif chance.comes(0.3):
                yield desk.today + chance.days(20, 100)
                desk.ask(consent, a.GiveConsent, desk.today, **agreed)
        desk.rest(consent)

    def publish(self) -> Life:
        """Publish; people respond, and some of it is changed, taken down or looked into."""
        desk, chance, when = self._desk, self._desk.chance, self._desk.happened()
        publication, shown = self._publish(when)
        if publication is None:
            return
        for _ in range(chance.randint(1, 3)):
            yield desk.today + chance.days(3, 40)
            self._respond(publication)
        if chance.comes(0.3):
            desk.ask(publication, c.CorrectContent, desk.today, title="架空の改めた題")
        if shown and chance.comes(0.5):
            desk.ask(
                publication, c.ClosePublicationMatter, desk.today, concerns=1, check=CONSENT.code,
                closing=chance.choice(tuple(Closing)), note=chance.digest(),
            )  # fmt: skip
        version = len(publication.history)
        if chance.comes(0.1):
            desk.ask(publication, c.VoidPublicationEntry, desk.today, version=version)
        if chance.comes(0.1):
            now = {"place": "架空の掲載場所"}
            desk.ask(publication, c.CorrectPublication, desk.today, version=1, now=now)
        if chance.comes(0.3):
            yield desk.today + chance.days(10, 200)
            reason = chance.choice(WITHDRAWS)
            desk.ask(publication, c.WithdrawContent, desk.today, reason=reason)
        desk.rest(publication)

    def _publish(self, when: date) -> tuple[Stream | None, tuple[Shown, ...]]:
        desk, chance = self._desk, self._desk.chance
        assert self._policy is not None
        self._published += 1
        reads = [self._policy]
        shown: tuple[Shown, ...] = ()
        if self._consents and chance.comes(0.4):
            consent = chance.choice(self._consents)
            about = consent.state
            if about is not None:
                shown = (Shown(person_id=about.person_id, scopes=(about.scope,)),)
                reads.append(consent)
        of_plan: dict[str, Any] = {}
        plan = self._plans.get(when.year if when.month > 3 else when.year - 1)
        if plan is not None and chance.comes(0.5):
            of_plan = {"plan_year": plan.state.fiscal_year, "item": chance.randint(1, ITEMS)}
            reads.append(plan)
        publication = desk.open(
            c.PublishContent, when, *reads, programme=GRANT, number=f"P-{self._published:05}",
            title="架空の記事", audience=chance.choice(AUDIENCES), channel=chance.choice(CHANNELS),
            place=f"https://www.example.jp/{self._published}", municipality=chance.choice(CODES),
            shown=shown, as_fact=chance.comes(0.3), evidence=desk.paper(), **of_plan,
        )  # fmt: skip
        return publication, shown

    def _respond(self, publication: Stream) -> None:
        desk, chance, order = self._desk, self._desk.chance, self._orders.latest
        if order is not None and chance.comes(0.2):
            inquiry: dict[str, Any] = {"kind": ResponseKind.INQUIRY, "engagement_id": order.id}
            desk.ask(publication, c.RecordResponse, desk.today, order, count=1, **inquiry)
            return
        kind, count = chance.choice(RESPONSES), chance.randint(1, 500)
        desk.ask(publication, c.RecordResponse, desk.today, kind=kind, count=count)
