"""The interface speaks Chinese: every English message in the code has its translation."""

import io
from pathlib import Path

import pytest
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def messages_of(source: bytes) -> set[str]:
    """First message of each translation call (singular where there is a plural)."""
    found = set()
    for _line, name, messages, _comments in extract_python(
        io.BytesIO(source), list(KEYWORDS), [], {"encoding": "utf-8"}
    ):
        texts = [messages] if isinstance(messages, str) else [m for m in messages or () if m]
        if texts:
            found.add(texts[1] if name and "pgettext" in name else texts[0])
    return found


def used_messages() -> set[str]:
    found = set()
    for path in [*ROOT.glob("articles/**/*.py"), *ROOT.glob("zzarchive/*.py")]:
        found |= messages_of(path.read_bytes())
    for path in [*ROOT.glob("templates/**/*"), *ROOT.glob("articles/templates/**/*")]:
        if path.is_file():
            # To Python's tokenizer the indentation of HTML means blocks.
            lines = templatize(path.read_text(encoding="utf-8")).splitlines()
            found |= messages_of("\n".join(line.lstrip() for line in lines).encode())
    return found


@pytest.fixture(scope="module")
def catalogue():
    with (ROOT / "locale/zh_Hans/LC_MESSAGES/django.po").open("rb") as file:
        return read_po(file, locale="zh_Hans", abort_invalid=True)


def test_every_message_has_its_chinese(catalogue):
    known = {m.id[0] if isinstance(m.id, tuple) else m.id for m in catalogue if m.id and m.string}
    missing = sorted(used_messages() - known)
    assert not missing, "no Chinese for: " + "; ".join(missing)


def test_every_placeholder_survives_translation(catalogue):
    wrong = [(m.id, [str(e) for e in m.check()]) for m in catalogue if list(m.check())]
    assert not wrong
