"""The page and the verifier give one verdict on every bundle of the corpus."""

import pytest

from tests.browser.conftest import Check
from tests.browser.test_agreement import outcome
from tests.interfaces.verifier.corpus import Mutant, honest, mutants
from tests.interfaces.verifier.given import LOG, WITNESS
from tests.interfaces.verifier.test_corpus import HONEST, MUTATED, checked

Said = tuple[int, set[tuple[int, str]], list[object]]


def both(check: Check, content: bytes, mutant: Mutant | None = None) -> tuple[Said, Said]:
    """Give what the page and the verifier say of a bundle."""
    signers = mutant.keys if mutant else (LOG, WITNESS)
    previous = mutant.previous.decode() if mutant and mutant.previous else None
    keys = "".join(f"{each.written()}\n" for each in signers)
    return outcome(check(content, keys, previous)), outcome(checked(content, mutant))


@pytest.mark.parametrize("first", range(0, HONEST, 50))
def test_of_honest_bundles(check: Check, first: int) -> None:
    """Figure by figure."""
    for number in range(first, first + 50):
        page, verifier = both(check, honest(number).content)
        assert page == verifier, number


@pytest.mark.parametrize("number", range(MUTATED))
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_mutants(check: Check, number: int) -> None:
    """Exit code, findings and figures, whatever was done."""
    for mutant in mutants(number):
        page, verifier = both(check, mutant.content, mutant)
        assert page == verifier, mutant.kind
