"""Words compared by their characters alone."""

import re
import unicodedata

QUOTES = str.maketrans("“”‘’", "\"\"''")


def squash(text: str | None) -> str:
    """NFKC, without white space and the direction of quotation marks."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text or "").translate(QUOTES))


def lines_unspaced(text: str | None) -> str:
    """The text's paragraphs, each behind a line feed, without other white space."""
    return "\n" + re.sub(r"[ \t\u3000]+", "", unicodedata.normalize("NFKC", text or ""))


def lines_of(item: dict) -> set[int]:
    return {n for first, last in item.get("line_ranges") or [] for n in range(first, last + 1)}
