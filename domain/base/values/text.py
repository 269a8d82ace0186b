"""Text as it is compared and as codes are read; what is stored as a name is never changed here."""

import re
import unicodedata

_FULL_WIDTH_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−ー", "-"))

# Ideographs that NFKC would replace by another character that people write in other names.
_OWN_CHARACTERS = re.compile("([\uf900-\ufaff\U0002f800-\U0002fa1f])")


def half_width_digits(text: str) -> str:
    """Write full-width digits as 0-9 and leave every other character alone."""
    return text.translate(_FULL_WIDTH_DIGITS)


def search_key(text: str) -> str:
    """Give the key under which two spellings of a name are found together; for matching only.

    Width, case and spaces do not matter.
    Characters stay themselves: 髙 is not 高, 﨑 is not 崎, 神 (U+FA19) is not 神 (U+795E).
    """
    parts = _OWN_CHARACTERS.split(text)
    # split() with one group alternates: free text, protected character, free text, ...
    parts[::2] = [unicodedata.normalize("NFKC", part) for part in parts[::2]]
    return _joined("".join(parts)).casefold()


def plain_code(text: str) -> str:
    """Read a typed code, date or year: half-width, upper case, no spaces, every dash as "-"."""
    return _joined(unicodedata.normalize("NFKC", text)).upper().translate(_DASHES)


def _joined(text: str) -> str:
    """Take out spaces of every kind and characters that print nothing (zero-width space, BOM)."""
    return "".join(
        char
        for char in text
        if not char.isspace() and unicodedata.category(char) not in {"Cf", "Cc"}
    )
