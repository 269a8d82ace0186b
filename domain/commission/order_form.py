"""The 12 items of an order form, in the order in which the guideline on telework lists them.

Source: 自営型テレワークの適正な実施のためのガイドライン 第3の1(2). They hold all that
フリーランス法3条 asks of a statement of terms, so that one paper serves both.
"""

from dataclasses import dataclass

from domain.base.words import Label
from domain.commission.codes import Entrusting, Item
from domain.commission.terms import FIELDS_OF, Terms, Undecided

OF_THE_ORIGINAL_ORDER = frozenset({"original_orderer", "original_due"})
"""What has to be said only where work comes from another orderer."""
OF_TERMS = frozenset(Terms.model_fields)
"""The other fields of the form are of the offer, of its acceptance, or of the worker's entry."""


@dataclass(frozen=True, slots=True)
class FormItem:
    """One item: the fields that say it, in the order of the form.

    Of the fields `if_any` a form says nothing where there is nothing to say. `decided_as` are the
    items of the terms by which it may be left undecided.
    """

    label: Label
    fields: tuple[str, ...]
    if_any: frozenset[str] = frozenset()
    decided_as: tuple[Item, ...] = ()

    def undecided(self, terms: Terms) -> tuple[Undecided, ...]:
        """Give what the terms leave undecided of it."""
        return tuple(one for one in terms.undecided if one.item in self.decided_as)

    def left_open(self, terms: Terms) -> frozenset[str]:
        """Give the fields that may stay empty because what they say is not decided yet.

        Another item may leave them open: no inspection has a day before the delivery has one.
        """
        decided_later = (FIELDS_OF[one.item] for one in terms.undecided)
        return frozenset(self.fields).intersection(frozenset().union(*decided_later))

    def lacking(self, terms: Terms) -> tuple[str, ...]:
        """Give the fields that it has to say, and that terms neither say nor leave undecided."""
        empty = [n for n in self.fields if n in OF_TERMS and getattr(terms, n) is None]
        if not empty:
            return ()
        not_needed = (self.if_any | self.left_open(terms)) - OF_THE_ORIGINAL_ORDER
        if terms.entrusting is not Entrusting.RE_ENTRUSTED:
            not_needed |= OF_THE_ORIGINAL_ORDER
        if terms.closing():
            # A monthly closing gives the due date.
            not_needed |= {"payment_due"}
        return tuple(name for name in empty if name not in not_needed)

    def shown(self, terms: Terms) -> tuple[str, ...]:
        """Give the fields that stand on the form: those that say something, or would have to."""
        lacking = self.lacking(terms)
        return tuple(
            name
            for name in self.fields
            if name not in self.if_any or name in lacking or getattr(terms, name) is not None
        )


ORDER_FORM = (
    FormItem(
        Label("委託者とワーカー", "Orderer and worker"),
        (
            "orderer", "orderer_code", "orderer_name", "orderer_address", "orderer_contact",
            "entrusting", "original_orderer", "worker_number", "worker_name",
        ),
        if_any=frozenset({"original_orderer"}),
    ),
    FormItem(Label("発注年月日", "Date of the order"), ("ordered_on",)),
    FormItem(
        Label("業務の内容", "Content of the work"),
        ("subject", "content", "quantity", "specification"),
        decided_as=(Item.CONTENT,),
    ),
    FormItem(
        Label("報酬額・支払期日・支払方法", "Remuneration, due date and method"),
        (
            "amount", "amount_method", "amount_reason", "payment_due", "closing_day", "pay_months",
            "pay_day", "original_due", "payment_method", "closed_days", "transfer_fee_bearer",
        ),
        if_any=frozenset({
            "amount_method", "amount_reason", "closing_day", "pay_months", "pay_day",
            "original_due", "closed_days", "transfer_fee_bearer",
        }),
        decided_as=(Item.AMOUNT, Item.PAYMENT),
    ),
    FormItem(
        Label("諸経費", "Expenses"),
        ("expenses", "expense_bearer"),
        if_any=frozenset({"expenses"}),
        decided_as=(Item.EXPENSES,),
    ),
    FormItem(
        Label("納期", "Delivery day"),
        ("work_from", "delivery_day"),
        if_any=frozenset({"work_from"}),
        decided_as=(Item.DELIVERY,),
    ),
    FormItem(
        Label("納品の場所・方法", "Place and method of delivery"),
        ("place",),
        decided_as=(Item.PLACE,),
    ),
    FormItem(Label("検査", "Inspection"), ("inspect_by",), decided_as=(Item.INSPECTION,)),
    FormItem(Label("契約の変更", "Changes of the contract"), ("on_changes",)),
    FormItem(Label("不備・遅れ", "Defects and late delivery"), ("on_defects",)),
    FormItem(
        Label("知的財産", "Intellectual property"),
        ("rights", "rights_fee"),
        if_any=frozenset({"rights_fee"}),
        decided_as=(Item.RIGHTS,),
    ),
    FormItem(Label("個人情報", "Personal data"), ("on_personal_data",)),
)  # fmt: skip


def lacking(terms: Terms) -> tuple[str, ...]:
    """Give the fields of the 12 items that terms neither say nor leave undecided.

    Where nothing comes of it a form says so: rights that do not arise, expenses of nobody. What a
    form need not say has no item of its own: a period, a method of computing.
    """
    return tuple(name for item in ORDER_FORM for name in item.lacking(terms))
