"""Whatever the verifier's own tests make it check, the page says the same of it."""

import io
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import product
from types import ModuleType
from typing import Any, NamedTuple

import pytest

from interfaces.verifier.check import Report
from interfaces.verifier.check import check as verify
from interfaces.verifier.note import Key
from interfaces.verifier.page import PAGE
from interfaces.verifier.strict import Malformed
from tests.browser.conftest import Check
from tests.browser.test_agreement import outcome
from tests.interfaces.verifier import given, test_findings, test_hostile

MOST = 25
"""So many bundles of a test: some of them try every byte."""


class Asked(NamedTuple):
    """What a test asked the verifier."""

    content: bytes
    known: Sequence[Key]
    previous: bytes | None
    witnesses: int | None


def calls(module: ModuleType) -> Iterator[Callable[[], None]]:
    """Give the tests of a module, with each of their parameters."""
    for name, test in list(vars(module).items()):
        if name.startswith("test_"):
            marks = [mark for mark in getattr(test, "pytestmark", ()) if mark.name == "parametrize"]
            for chosen in product(*(mark.args[1] for mark in marks)):
                arguments: dict[str, Any] = {}
                for mark, one in zip(marks, chosen, strict=True):
                    names = [mark.args[0]] if isinstance(mark.args[0], str) else mark.args[0]
                    arguments |= zip(names, one if len(names) > 1 else [one], strict=True)
                yield partial(test, **arguments)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("module", [test_findings, test_hostile], ids=lambda m: m.__name__)
def test_the_page_and_the_verifier_say_the_same(
    check: Check, module: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code, findings and figures, of every bundle that a test of the verifier makes."""
    asked: list[Asked] = []

    def recorded(bundle: io.BytesIO, known: Sequence[Key], **more: Any) -> Report:  # noqa: ANN401
        its = more.get("previous"), more.get("witnesses")
        asked.append(Asked(bundle.getvalue(), known, *its))
        return verify(bundle, known, **more)

    for where in (given, test_hostile):
        monkeypatch.setattr(where, "check", recorded)
    own, differing = PAGE.read_bytes(), []
    for number, call in enumerate(calls(module)):
        asked.clear()
        call()
        for one in asked[:: len(asked) // MOST + 1]:
            keys = "".join(f"{key.line}\n" for key in one.known)
            previous = None if one.previous is None else one.previous.decode(errors="replace")
            page = check(one.content, keys, previous, one.witnesses)
            more: dict[str, Any] = {"previous": one.previous, "witnesses": one.witnesses}
            try:
                verifier = verify(io.BytesIO(one.content), one.known, **more, page=own).told
            except Malformed:
                verifier = {"exit": 64, "findings": []}
            if outcome(page) != outcome(verifier):
                differing.append((number, outcome(page), outcome(verifier), one.content[-3000:]))
    assert not differing
