"""Two hundred honest bundles raise no alarm; of more than a thousand mutants none gets through."""

import io

import pytest

from interfaces.verifier.check import check
from tests.interfaces.verifier.corpus import CLASSES, PAGE, Mutant, honest, mutants
from tests.interfaces.verifier.given import LOG, WITNESS, Plain

HONEST, MUTATED = 200, 25


def checked(content: bytes, mutant: Mutant | None = None) -> Plain:
    """Give the verifier's report."""
    known = [each.key() for each in (mutant.keys if mutant else (LOG, WITNESS))]
    previous = mutant.previous if mutant else None
    return check(io.BytesIO(content), known, previous=previous, page=PAGE).told


@pytest.mark.parametrize("first", range(0, HONEST, 20))
def test_an_honest_bundle_raises_no_alarm(first: int) -> None:
    """Whatever the log and the definitions: everything is recomputed, nothing is found."""
    for number in range(first, first + 20):
        report = checked(honest(number).content)
        assert (report["exit"], report["findings"]) == (0, []), number
        assert {one["verdict"] for one in report["figures"]} == {"recomputed"}


@pytest.mark.parametrize("number", range(MUTATED))
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_mutant_is_refused_for_what_was_done(number: int) -> None:
    """With the exit code of its class, and its name among the findings."""
    wrong = []
    for mutant in mutants(number):
        report = checked(mutant.content, mutant)
        names = {each["name"] for each in report["findings"]}
        if report["exit"] != mutant.exit or mutant.name not in names:
            wrong.append((mutant.kind, report["exit"], names))
    assert not wrong


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_corpus_is_as_large_as_it_says() -> None:
    """Over a thousand mutants, and every class comes up again and again."""
    kinds = [mutant.kind for number in range(MUTATED) for mutant in mutants(number)]
    assert len(kinds) >= 1000
    assert min(kinds.count(kind) for kind in CLASSES) >= 5
