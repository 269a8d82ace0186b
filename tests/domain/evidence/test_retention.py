"""Until when papers are kept: what each rule suggests, and from which day on it does."""

from datetime import date

import pytest

from domain.base.event import PaperKind
from domain.evidence.retention import RETENTIONS, suggested
from tests.given import day

GRANT = "grant:dx-r6"
R8 = 2026


def untils(kind: PaperKind, programme: str, dated: str, completed: int | None) -> dict[str, date]:
    """Give what each rule suggests."""
    found = suggested(kind, programme, day(dated), completed)
    assert [each.until for each in found] == sorted((each.until for each in found), reverse=True)
    return {each.rule.check.code: each.until for each in found}


def test_vouchers_of_a_grant_are_kept_five_years_after_the_year_of_completion() -> None:
    """A plan that ends in R8: from R9 to R13, whenever the paper was made."""
    for dated in ("2024-04-01", "2027-03-31"):
        found = untils(PaperKind.ROSTER, GRANT, dated, R8)
        assert found == {"grant-vouchers": day("2032-03-31")}
    assert untils(PaperKind.ROSTER, GRANT, "2024-04-01", None) == {}
    assert untils(PaperKind.ROSTER, "own:203246", "2024-04-01", R8) == {}


@pytest.mark.parametrize(
    ("dated", "until"),
    [("2025-03-31", "2032-05-31"), ("2025-04-01", "2033-05-31"), ("2026-03-31", "2033-05-31")],
)
def test_invoices_are_kept_seven_years_after_the_return_is_due(dated: str, until: str) -> None:
    """Two months after the end of their fiscal year: the last of its days, and the next."""
    assert untils(PaperKind.INVOICE, "common", dated, None) == {"tax-documents": day(until)}


def test_the_latest_day_comes_first() -> None:
    """A contract under a grant is a voucher, an order form, and a statement of terms."""
    found = untils(PaperKind.CONTRACT, GRANT, "2025-12-31", R8)
    assert found == {
        "tax-documents": day("2033-05-31"),
        "grant-vouchers": day("2032-03-31"),
        "telework-guideline": day("2028-12-31"),
    }


def test_a_rule_suggests_nothing_before_it_is_known() -> None:
    """The act on subcontracting is in force from 2026-01-01."""
    assert "subcontract-records" not in untils(PaperKind.INSPECTION, GRANT, "2025-12-31", R8)
    found = untils(PaperKind.INSPECTION, "common", "2026-01-01", None)
    assert found == {"subcontract-records": day("2028-01-01")}
    assert untils(PaperKind.CONTRACT, "common", "2024-03-31", None) == {}


def test_years_from_the_last_of_february_end_on_the_last_of_february() -> None:
    """2027 has no 29 February."""
    found = untils(PaperKind.CONTRACT, "common", "2028-02-29", None)
    assert found["telework-guideline"] == day("2031-02-28")


def test_each_rule_names_its_source() -> None:
    """And no two have one code."""
    checks = [rule.check for rule in RETENTIONS]
    assert len({check.code for check in checks}) == len(checks)
    assert all(check.source and check.ja and check.en for check in checks)
