"""The site's settings, as an operator meets them."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def manage(*arguments: str, home: Path, **environment: str) -> subprocess.CompletedProcess:
    """Run manage.py as an operator does, with a home of its own."""
    kept = {k: v for k, v in os.environ.items() if k in {"PATH", "HOME", "LANG"}}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={**kept, "ZZARCHIVE_HOME": str(home), **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_production_settings_pass_the_deployment_check_without_a_warning(tmp_path):
    done = manage(
        "check",
        "--deploy",
        "--fail-level",
        "WARNING",
        home=tmp_path,
        SITE_URL="https://archive.example",
        ALLOWED_HOSTS="archive.example",
    )
    assert done.returncode == 0, done.stderr


def test_a_secret_key_is_made_once_and_kept_private(tmp_path):
    manage("check", home=tmp_path)
    kept = tmp_path / "secret_key"
    first = kept.read_text()
    manage("check", home=tmp_path)
    assert kept.read_text() == first and len(first) > 50
    assert kept.stat().st_mode & 0o077 == 0
