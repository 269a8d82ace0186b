"""Rule sets: the laws and guidelines that may bind a commission, as dated versions, and the choice.

Which bind is chosen on the day of entrusting and kept with the commission. A law that changes is
another version with its own days, added below: no version is ever taken out or changed, and what
was entrusted before goes on by its own. What a version takes as given without a source of law is
in its `note`, and another version can take it otherwise.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, TypeVar

from pydantic import AfterValidator, StringConstraints

from domain.base.days import lasts
from domain.base.matter import Check, Force
from domain.base.words import Label
from domain.commission.law import checks as k
from domain.engagement.codes import Orderer

R = TypeVar("R", bound="RuleSet")

EVERYONE = dict.fromkeys(Orderer, Force.BINDING)
FREELANCE = {
    Orderer.CORPORATION: Force.BINDING,
    Orderer.TOWN: Force.TO_BE_CONFIRMED,
    Orderer.CLIENT: Force.TO_BE_CONFIRMED,
}
ACT_SINCE = date(2024, 11, 1)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RuleSet:
    """One version of a law or guideline: whom it binds, how far and since when; one object of each.

    `since` and `until` are days of entrusting. `months` is the least length of a contract that it
    is about; `worker_alone` and `goods` say that it is only about workers who employ nobody, or
    about work on goods that were handed over.
    """

    name: str
    version: int
    label: Label
    source: str
    since: date
    until: date | None = None
    force: Mapping[Orderer, Force]
    checks: tuple[Check, ...]
    months: int = 0
    worker_alone: bool = False
    goods: bool = False
    note: str = ""

    @property
    def id(self) -> str:
        """Give the name by which a commission keeps it."""
        return f"{self.name}.{self.version}"

    def in_force(self, day: date) -> bool:
        """Say whether what is entrusted on `day` falls under this version."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Contract(RuleSet):
    """What the parties agreed on, which binds in any case."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FreelanceAct(RuleSet):
    """Articles 3 and 4: statement of terms and payment; in days and calendar months.

    `postponed` is by how many days at most a payment may move past a bank's closed days where
    that was agreed on in writing.
    """

    due_days: int = 60
    due_months: int = 2
    upstream_days: int = 30
    postponed: int = 2


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FreelanceConduct(RuleSet):
    """Article 5: what an orderer does not do in contracts of a month or more."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FreelanceEnvironment(RuleSet):
    """Articles 13 and 16: consideration, and notice, in contracts of six months or more."""

    notice_days: int = 30


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PublicContractAct(RuleSet):
    """Inspection and payment where a public body orders; in days, the first not counted."""

    inspect_days: int = 10
    pay_days: int = 30
    unwritten_days: int = 15


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TeleworkGuideline(RuleSet):
    """The order form's items, and when payment is best."""

    target_days: int = 30


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class HomeWorkAct(RuleSet):
    """Work on goods that are handed over."""


RULE_SETS: tuple[RuleSet, ...] = (
    Contract(
        name="contract",
        version=1,
        label=Label("明示した条件", "the terms stated"),
        source="民法",
        since=date(1900, 1, 1),
        force=EVERYONE,
        checks=(k.CT_DUE, k.CT_INSPECTION),
        note="支払期日が金融機関の休業日で、別の合意がないときは、次の営業日とする（民法142条）。",
    ),
    FreelanceAct(
        name="freelance-act",
        version=1,
        label=Label("フリーランス法（3条・4条）", "Freelance Act, articles 3 and 4"),
        source="令和5年法律25号、令和6年政令200号、令和6年公取委規則3号",
        since=ACT_SINCE,
        force=FREELANCE,
        checks=(
            k.FL_STATED,
            k.FL_BEFORE_WORK,
            k.FL_SUPPLEMENT,
            k.FL_DUE,
            k.FL_60,
            k.FL_30,
            k.FL_PAID,
        ),
        worker_alone=True,
        note="町や顧客に適用されるかは確認中。既定では守る。施行日より前に委託した業務は対象外、"
        "施行日以後の更新は対象とする。月単位の締切制度の2か月が60日より短いときは60日とする。"
        "金融機関の休業日は前に払う。書面の合意があれば2日以内の順延を認める（公取委Q&A）。"
        "ワーカーの責任による不合格・やり直しを支払期日までに求めたときは、やり直した納品の受領日を"
        "新しい1日目とする（公取委・厚労省の解釈ガイドライン）。",
    ),
    FreelanceConduct(
        name="freelance-act-1-month",
        version=1,
        label=Label(
            "フリーランス法（5条、1か月以上）", "Freelance Act, article 5 (a month or more)"
        ),
        source="令和5年法律25号5条、令和6年政令200号1条",
        since=ACT_SINCE,
        force=FREELANCE,
        checks=(
            k.FL_RECEIPT,
            k.FL_REDUCTION,
            k.FL_FEE,
            k.FL_FRACTION,
            k.FL_RETURN,
            k.FL_PRICE,
            k.FL_PURCHASE,
            k.FL_BENEFIT,
            k.FL_REWORK,
        ),
        months=1,
        worker_alone=True,
        note="期間は、契約日（続けて更新しているときは最初の契約日、提供の始期が早ければその日）から"
        "納品期日・終期まで、両端を含めて数える。",
    ),
    FreelanceEnvironment(
        name="freelance-act-6-months",
        version=1,
        label=Label(
            "フリーランス法（13条・16条、6か月以上）",
            "Freelance Act, 13 and 16 (six months or more)",
        ),
        source="令和5年法律25号13条・16条、令和6年政令200号3条",
        since=ACT_SINCE,
        force=FREELANCE,
        checks=(k.FL_CONSIDERATION, k.FL_NOTICE),
        months=6,
        worker_alone=True,
        note="予告の例外（災害、上流の契約の終了、ワーカーの責任）は、取消の理由と原因の側による。",
    ),
    PublicContractAct(
        name="public-contract-act",
        version=1,
        label=Label("支払遅延防止法", "act on public contracts"),
        source="昭和24年法律256号",
        since=date(1949, 12, 12),
        force={Orderer.TOWN: Force.BINDING},
        checks=(k.GP_INSPECTION, k.GP_PAYMENT, k.GP_UNWRITTEN),
        note="期間は民法により数え（初日不算入、閉庁日は翌開庁日）、検査の遅れは法定の10日を超えた"
        "日数とする。検査の前の請求では期間が始まらない。",
    ),
    TeleworkGuideline(
        name="telework-guideline",
        version=1,
        label=Label("自営型テレワークガイドライン", "guideline on self-employed telework"),
        source="厚生労働省、平成30年2月策定",
        since=date(2018, 2, 2),
        force=dict.fromkeys(Orderer, Force.TARGET),
        checks=(k.TW_STATED, k.TW_ITEMS, k.TW_30),
    ),
    HomeWorkAct(
        name="home-work-act",
        version=1,
        label=Label("家内労働法", "home-work act"),
        source="昭和45年法律60号",
        since=date(1970, 10, 1),
        force=dict.fromkeys(Orderer, Force.TO_BE_CONFIRMED),
        checks=(k.HW_GOODS,),
        goods=True,
        note="物品を扱う業務として記録したものだけ。当たるかどうかは労働局に確かめる。",
    ),
)


@dataclass(frozen=True, slots=True)
class Entrusted:
    """What the choice looks at: who ordered, who works, on which day, how long, with goods or not.

    `since` is the first day of the contract or of the first of those that it renews.
    """

    orderer: Orderer
    worker_alone: bool
    goods: bool
    on: date
    since: date
    until: date


def chosen(entrusted: Entrusted, sets: Iterable[RuleSet] = RULE_SETS) -> tuple[RuleSet, ...]:
    """Choose which rule sets bind a commission."""
    return tuple(
        each
        for each in sets
        if each.in_force(entrusted.on)
        and entrusted.orderer in each.force
        and (entrusted.worker_alone or not each.worker_alone)
        and (entrusted.goods or not each.goods)
        and (not each.months or lasts(entrusted.since, entrusted.until, each.months))
    )


def the(kind: type[R], sets: Iterable[RuleSet]) -> R | None:
    """Give the rule set of a kind among those that bind."""
    for each in sets:
        if isinstance(each, kind):
            return each
    return None


@cache
def force_of(check: Check, orderer: Orderer, sets: tuple[RuleSet, ...]) -> Force | None:
    """Say how far a rule binds here; None if it does not."""
    for each in sets:
        if check in each.checks:
            return check.force if check.force is not Force.BINDING else each.force[orderer]
    return None


_BY_ID = {each.id: each for each in RULE_SETS}


@cache
def rule_sets(ids: tuple[str, ...]) -> tuple[RuleSet, ...]:
    """Give rule sets by the names under which a commission keeps them."""
    return tuple(_BY_ID[each] for each in ids)


def _known(name: str) -> str:
    if name not in _BY_ID:
        raise ValueError(f"no rule set is called {name}")
    return name


RuleSetId = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9-]+\.[0-9]+$"),
    AfterValidator(_known),
    Label("適用する定め", "rule set", "freelance-act.1"),
]
