"""Figures of money: what was spent from the budget, what was earned, and what was ordered."""

from domain.base.figure import (
    Condition,
    Count,
    Difference,
    Facts,
    FigureDefinition,
    Ratio,
    Sum,
    Words,
)

YEN = Words(ja="円", en="yen")
FROM_CLIENTS = Condition(field="funds", one_of=("client",))


def _sum_of_year(topic: str) -> Sum:
    return Sum(
        facts=Facts(opens=(topic,)), basis="annual", year_field="fiscal_year", field="amount"
    )


BUDGET_EXECUTED = FigureDefinition(
    code="budget-executed",
    version=1,
    title=Words(ja="予算執行額", en="Budget executed"),
    sentence=Words(
        ja="年度の予算から支出した額から、戻入した額を引いた額。",
        en="What was paid from the fiscal year's budget, less what was returned.",
    ),
    unit=YEN,
    by=("pillar",),
    measure=Difference(
        of=(_sum_of_year("expenditure.paid"),), minus=(_sum_of_year("expenditure.returned"),)
    ),
)

OWN_INCOME = FigureDefinition(
    code="own-income",
    version=1,
    title=Words(ja="自主収入", en="Own income"),
    sentence=Words(
        ja="年度に顧客の自己資金から入金された額から、その受注で町か法人が住民に支払った額を引いた額。",
        en=(
            "What clients paid from their own money in the fiscal year, less what the town or the"
            " corporation paid to residents for such orders."
        ),
    ),
    unit=YEN,
    note=Words(
        ja="計画は定めていない。入金日と支払日の年度による。交付金や一般財源による受注と、"
        "顧客が住民に直接支払うものは含まない。人件費などの経費は引いていない。",
        en="The plan does not say. Each payment is of the year of its own day. Orders paid from the"
        " grant or municipal funds are not in it, nor what clients pay to residents directly; no"
        " other cost is taken off.",
    ),
    by=("municipality",),
    measure=Difference(
        of=(
            Sum(
                facts=Facts(opens=("engagement.money_received",), where=(FROM_CLIENTS,)),
                basis="annual",
                field="amount",
            ),
        ),
        minus=(
            Sum(
                facts=Facts(
                    opens=("commission.remuneration_paid",),
                    where=(
                        FROM_CLIENTS,
                        Condition(field="orderer", one_of=("town", "corporation")),
                    ),
                ),
                basis="annual",
                field="gross",
            ),
        ),
    ),
)

OWN_INCOME_SHARE = FigureDefinition(
    code="own-income-share",
    version=1,
    title=Words(ja="総経費に対する自主収入の割合", en="Own income compared with total cost"),
    sentence=Words(
        ja="年度の自主収入を、同じ年度の予算執行額で割った千分率。",
        en="Own income of the fiscal year per thousand yen of the budget executed for that year.",
    ),
    unit=Words(ja="‰", en="per mille"),
    note=Words(
        ja="計画は「総経費」を定めていない。ここでは交付金事業の予算執行額とし、"
        "受注の中で住民に支払った額は含まない。四捨五入。",
        en="The plan does not say what the total cost is. Here it is the budget executed; what"
        " residents were paid for orders is not in it. A half is rounded up.",
    ),
    measure=Ratio(
        numerator=OWN_INCOME.measure,
        denominator=BUDGET_EXECUTED.measure,
        scale=1000,
        rounding="half_up",
    ),
)

ORDERS_NOT_BY_GRANT = FigureDefinition(
    code="orders-not-by-grant",
    version=1,
    title=Words(ja="交付金によらない受注の件数", en="Orders not paid by the grant"),
    sentence=Words(
        ja="年度に受注した案件のうち、財源が交付金でないものの件数。",
        en="Orders received in the fiscal year whose source of funds is not the grant.",
    ),
    unit=Words(ja="件", en="orders"),
    note=Words(
        ja="受注日の年度に数え、後に取りやめたものも数える。継続の受注は最初の一件だけ数える。",
        en="An order counts in the year in which it was received, and still counts if it was"
        " cancelled later; a standing order counts once, when it was first received.",
    ),
    by=("funds",),
    measure=Count(
        facts=Facts(
            opens=("engagement.order_received",),
            where=(Condition(field="funds", one_of=("client", "municipal", "other")),),
        ),
        basis="annual",
    ),
)
