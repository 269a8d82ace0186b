"""The page and the verifier give one verdict on every bundle of the corpus."""

from collections.abc import Sequence

import pytest

from tests.browser.conftest import Check
from tests.browser.test_agreement import outcome
from tests.interfaces.verifier.corpus import honest, mutants
from tests.interfaces.verifier.given import LOG, WITNESS, Signer
from tests.interfaces.verifier.test_corpus import HONEST, MUTATED, checked, kept

Said = tuple[int, set[tuple[int, str]], list[object]]


def both(
    check: Check,
    content: bytes,
    previous: bytes | None,
    signers: Sequence[Signer] = (LOG, WITNESS),
) -> tuple[Said, Said]:
    """Give what the page and the verifier say of a bundle."""
    keys = "".join(f"{each.written()}\n" for each in signers)
    page = check(content, keys, previous.decode() if previous else None)
    return outcome(page), outcome(checked(content, previous, signers))


@pytest.mark.parametrize("first", range(0, HONEST, 50))
def test_of_honest_bundles(check: Check, first: int) -> None:
    """Figure by figure, with and without an earlier or a newer checkpoint of one's own."""
    for number in range(first, first + 50):
        whole = honest(number)
        page, verifier = both(check, whole.content, kept(number, whole)[0])
        assert page == verifier, number


@pytest.mark.parametrize("number", range(MUTATED))
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_mutants(check: Check, number: int) -> None:
    """Exit code, findings and figures, whatever was done."""
    for mutant in mutants(number):
        page, verifier = both(check, mutant.content, mutant.previous, mutant.keys)
        assert page == verifier, mutant.kind
