"""What the service writes of any record raises no alarm: its own bundles, not ones made by hand."""

from io import BytesIO

import pytest

from application.evidence.bundle.question import Kind
from interfaces.verifier.check import check
from interfaces.verifier.note import keys
from tests.given_bundles import PAGE, made, made_up, sign_at

LIMITS = {"simulated-clock", "witnesses-not-checked"}
"""What is said of every bundle here: its record is made up (架空), and nobody witnesses it."""
EVENTS, EARLIER = 1500, (1, 700, 1499)


@pytest.mark.parametrize("kind", ["evaluation", "publication"])
@pytest.mark.parametrize("seed", range(4))
def test_an_honest_record_is_verified_figure_by_figure(
    postgres_url: str, kind: Kind, seed: int
) -> None:
    """Alone, and as what continues each checkpoint that somebody kept, or that lies within it."""
    hidden = {"not-recomputed"} if kind == "publication" else set()
    with made_up(postgres_url, EVENTS, seed) as consortium:
        kept = [sign_at(consortium, size).note.written() for size in EARLIER]
        bundles = [made(consortium, kind, previous=each) for each in (None, *kept)]
    for previous, bundle in zip((None, *kept), bundles, strict=True):
        known = [*keys(bundle.key.written().encode(), "keys.txt")]
        own = previous.encode() if previous else None

        report = check(BytesIO(bundle.content), known, previous=own, page=PAGE)

        assert {each["name"] for each in report.told["findings"]} - hidden == LIMITS
        verdicts = {each["verdict"] for each in report.told["figures"]}
        assert verdicts == (hidden or {"recomputed"})
