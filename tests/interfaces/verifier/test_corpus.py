"""Two hundred honest bundles raise no alarm; of more than a thousand mutants none gets through."""

import io
from collections.abc import Sequence

import pytest

from interfaces.verifier.check import check
from tests.interfaces.verifier.corpus import CLASSES, PAGE, Honest, honest, mutants
from tests.interfaces.verifier.given import LOG, WITNESS, Plain, Signer

HONEST, MUTATED = 200, 25


def checked(
    content: bytes, previous: bytes | None, signers: Sequence[Signer] = (LOG, WITNESS)
) -> Plain:
    """Give the verifier's report."""
    known = [each.key() for each in signers]
    return check(io.BytesIO(content), known, previous=previous, page=PAGE).told


def kept(number: int, whole: Honest) -> tuple[bytes | None, set[str]]:
    """Give the checkpoint that an evaluator kept, and what is found for it.

    Of four bundles two are held against a true earlier one, and one against one that is newer.
    """
    case = number % 4
    earlier = None if case == 0 else whole.newer if case == 1 else whole.earlier
    return earlier, {"older-than-checkpoint"} if case == 1 else set()


@pytest.mark.parametrize("first", range(0, HONEST, 20))
def test_an_honest_bundle_raises_no_alarm(first: int) -> None:
    """Whatever the log, the definitions and the checkpoint that was kept: all is recomputed.

    A bundle that is older than the checkpoint is only said to be so.
    """
    for number in range(first, first + 20):
        whole = honest(number)
        previous, found = kept(number, whole)
        report = checked(whole.content, previous)
        names = {each["name"] for each in report["findings"]}
        assert (report["exit"], names) == (6 if found else 0, found), number
        state = "newer" if found else "continued"
        assert (report["own_checkpoint"] or {"state": state})["state"] == state
        assert (report["own_checkpoint"] is None) == (previous is None)
        assert {one["verdict"] for one in report["figures"]} == {"recomputed"}


@pytest.mark.parametrize("number", range(MUTATED))
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_mutant_is_refused_for_what_was_done(number: int) -> None:
    """With the exit code of its class, and its name among the findings."""
    wrong = []
    for mutant in mutants(number):
        report = checked(mutant.content, mutant.previous, mutant.keys)
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
