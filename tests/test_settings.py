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


# Reads a page and every file that it links to, as a browser would.
VISIT = """
import re
from django.test import Client
reader = Client(HTTP_HOST="localhost")
page = reader.get("/")
files = re.findall(r'(?:href|src)="(/static/[^"]+)"', page.content.decode())
assert page.status_code == 200 and files, page.status_code
print({name: reader.get(name).status_code for name in files})
"""


def test_a_site_whose_static_files_were_never_collected_still_has_its_style(tmp_path):
    assert manage("migrate", home=tmp_path).returncode == 0
    plain = manage("shell", "--command", VISIT, home=tmp_path)
    assert plain.returncode == 0, plain.stderr
    assert "404" not in plain.stdout and ".css': 200" in plain.stdout
    manage("collectstatic", "--noinput", home=tmp_path)
    hashed = manage("shell", "--command", VISIT, home=tmp_path)
    assert hashed.returncode == 0, hashed.stderr
    assert "404" not in hashed.stdout and hashed.stdout != plain.stdout


def test_a_secret_key_is_made_once_and_kept_private(tmp_path):
    manage("check", home=tmp_path)
    kept = tmp_path / "secret_key"
    first = kept.read_text()
    manage("check", home=tmp_path)
    assert kept.read_text() == first and len(first) > 50
    assert kept.stat().st_mode & 0o077 == 0
