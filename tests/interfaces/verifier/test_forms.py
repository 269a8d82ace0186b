"""What a definition is, service and verifier say alike."""

from pydantic import ValidationError

from domain.base.figure import FigureDefinition
from interfaces.verifier.forms import definition
from interfaces.verifier.strict import NOT_SO
from tests.interfaces.verifier.given import Plain
from tests.interfaces.verifier.odd_definitions import odd_definitions


def test_the_language_has_the_same_bounds_for_service_and_verifier() -> None:
    """Whatever else stands in any place of a definition, both take it or neither does."""
    both = [(in_service(each), in_verifier(each), each) for each in odd_definitions()]
    assert not [each for ours, theirs, each in both if ours != theirs]
    assert {ours for ours, _, _ in both} == {True, False}


def in_service(plain: Plain) -> bool:
    """Say whether the service takes it for a definition."""
    try:
        FigureDefinition.model_validate(plain)
    except ValidationError:
        return False
    return True


def in_verifier(plain: Plain) -> bool:
    """Say whether the verifier does."""
    try:
        definition(plain)
    except NOT_SO:
        return False
    return True
