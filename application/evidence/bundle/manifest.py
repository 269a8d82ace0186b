"""The member manifest.txt: what the bundle is about, and the SHA-256 of each other member."""

from collections.abc import Iterable

from application.evidence.bundle.question import Question

FORMAT = "ayumi-bundle/1"


def signed_by(origin: str) -> str:
    """Give the name under which the log's key signs manifests."""
    return f"{origin}/bundle"


def manifest(origin: str, question: Question, members: Iterable[tuple[str, str]]) -> str:
    """Give the text of the manifest's note; `members` are names and SHA-256 in their order."""
    lines = [
        FORMAT,
        f"for: {question.kind}",
        f"origin: {origin}",
        f"size: {question.size}",
        f"programme: {question.programme}",
        f"valid-on: {question.valid_on.isoformat()}",
        f"fiscal-years: {' '.join(map(str, question.fiscal_years))}",
    ]
    if question.suppressed_below is not None:
        lines.append(f"suppressed-below: {question.suppressed_below}")
    lines += (f"sha256: {digest} {name}" for name, digest in members)
    return "".join(f"{line}\n" for line in lines)
