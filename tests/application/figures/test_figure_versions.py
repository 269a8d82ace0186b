"""A figure under the definition that a document used, whatever is in force by now."""

from uuid import UUID

from application.figures.figures import figure
from application.figures.standard import NEW_HIRES
from domain.figure.events import FigureWithdrawn
from tests.application.evidence.given import as_log, asked, counted, defined
from tests.application.projections.given import log_of
from tests.given import day

DEFINED, FACTS = UUID(int=100), [UUID(int=1000), UUID(int=1001)]
EVERY_FACT = NEW_HIRES.model_copy(
    update={"version": 2, "measure": NEW_HIRES.measure.model_copy(update={"distinct_by": None})}
)
LOG = log_of(
    (DEFINED, defined(NEW_HIRES)),
    *((fact, counted(1)) for fact in FACTS),
    (DEFINED, defined(EVERY_FACT, "2025-04-01")),
    (DEFINED, FigureWithdrawn(effective_on=day("2026-04-01"))),
)
ON = day("2025-03-31")


def test_each_version_gives_its_own_value() -> None:
    """On any day: before it came into force, and after the figure was withdrawn."""
    for on in (ON, day("2025-04-01"), day("2026-04-01")):
        one, two = (asked(LOG, "kpi1", on, version) for version in (1, 2))
        assert [(one.value, one.version), (two.value, two.version)] == [(1, 1), (2, 2)]


def test_without_a_version_it_is_the_one_in_force_on_the_day() -> None:
    """A question that names none asks for the rule of its day."""
    values = {on: asked(LOG, "kpi1", day(on), None) for on in ("2025-03-31", "2025-04-01")}
    assert {on: (each.value, each.version) for on, each in values.items()} == {
        "2025-03-31": (1, 1),
        "2025-04-01": (2, 2),
    }
    withdrawn = asked(LOG, "kpi1", day("2026-04-01"), None)
    assert (withdrawn.value, withdrawn.reason_without_value) == (None, "not_defined")


def test_a_version_that_was_not_published_has_no_value() -> None:
    """Neither one that never was, nor one that the record did not hold by then."""
    for log, version in ((LOG, 3), (LOG[:3], 2)):
        said = asked(log, "kpi1", ON, version)
        assert (said.value, said.version) == (None, version)
        assert said.reason_without_value == "no_such_version"


def test_the_definition_is_given_with_the_value() -> None:
    """Whoever reads the value reads under which definition."""
    definition, said = figure(
        as_log(LOG),
        "kpi1",
        programme="grant:dx-r6",
        fiscal_year=2024,
        valid_on=ON,
        position=len(LOG),
        version=2,
    )
    assert (definition, said.value) == (EVERY_FACT, 2)
