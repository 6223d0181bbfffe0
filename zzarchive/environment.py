"""The operator's settings, read from environment variables. README.md explains each."""

import os
import secrets
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent


def flag(name: str, *, default: bool = False) -> bool:
    value = os.environ.get(name, "").strip().lower()
    return value in {"1", "on", "true", "yes"} if value else default


def words(name: str, default: str = "") -> list[str]:
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def home() -> Path:
    """The folder of database, index and logs; made when it is not there."""
    folder = Path(os.environ.get("ZZARCHIVE_HOME") or BASE_DIR / "var").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def secret_key(folder: Path) -> str:
    """The operator's SECRET_KEY, or one made once and kept in ``folder``.

    A known default would let anybody sign sessions, so there is none.
    """
    if key := os.environ.get("SECRET_KEY"):
        return key
    kept = folder / "secret_key"
    try:
        with os.fdopen(os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return kept.read_text().strip()


def search_engine(folder: Path) -> dict:
    """haystack's connection for SEARCH_URL: ``whoosh:///folder``; by default in ``folder``."""
    url = urlsplit(os.environ.get("SEARCH_URL") or f"whoosh://{folder / 'index'}")
    if url.scheme != "whoosh" or url.netloc or not url.path.strip("/"):
        raise ImproperlyConfigured(f"SEARCH_URL={url.geturl()!r} is not whoosh:///absolute/folder")
    return {
        "ENGINE": "articles.search.engine.ChineseWhooshEngine",
        "PATH": unquote(url.path),
        "SILENTLY_FAIL": False,
    }
