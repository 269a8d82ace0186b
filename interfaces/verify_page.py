"""The page that checks a bundle in a browser, as it is put into each bundle."""

from pathlib import Path

PAGE = Path(__file__).with_name("verifier") / "verify.html"


def verify_page() -> bytes:
    """Give the page, byte for byte."""
    return PAGE.read_bytes()
