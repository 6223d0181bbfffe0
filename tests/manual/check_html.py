"""Check every kind of page with the Nu HTML checker.

    npm install --prefix /tmp/vnu vnu-jar        # needs Java
    python tests/manual/check_html.py http://127.0.0.1:8000 /tmp/vnu/node_modules/vnu-jar/build/dist/vnu.jar

Walks the site from its home page, opens one page of each kind in both languages, and prints what
the checker says of each; exits with 1 when it finds an error.
"""

import json
import re
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

_LINK = re.compile(r'href="(/[^"#]*)"')
_MOST = 5000


def main(site: str, jar: str) -> int:
    pages = walk(site)
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        for number, (path, text) in enumerate(pages.items()):
            file = Path(folder, f"{number}.html")
            file.write_text(text, encoding="utf-8")
            names[file.name] = path
        command = ["java", "-jar", jar, "--format", "json", "--exit-zero-always", folder]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    told = json.loads(done.stderr)["messages"]
    for message in told:
        page = names[Path(message["url"]).name]
        sys.stdout.write(f"{page}: {message['type']}: {message['message']}\n")
        sys.stdout.write(f"    {message.get('extract', '').strip()!r}\n")
    errors = sum(message["type"] == "error" for message in told)
    sys.stdout.write(
        f"{len(pages)} kinds of pages, {errors} errors, {len(told) - errors} warnings\n"
    )
    return bool(errors)


def walk(site: str) -> dict[str, str]:
    """One page of each kind (an address with its numbers and names taken out)."""
    kinds: dict[str, str] = {}
    waiting = [
        "/",
        "/en/",
        "/nowhere/",
        "/articles/?kind=nonsense",
        "/search/?q=株洲",
        "/1900/01/01/",
    ]
    seen = set(waiting)
    texts = {}
    while waiting and len(seen) < _MOST:
        path = waiting.pop(0)
        kind = _kind(path)
        if kind in kinds:
            continue
        text = _open(site, path)
        if text is None:
            continue
        kinds[kind] = path
        texts[path] = text
        for link in _LINK.findall(text):
            link = link.replace("&amp;", "&")
            if link not in seen and not link.startswith(("/static/", "/admin/")):
                seen.add(link)
                waiting.append(link)
    return texts


def _kind(path: str) -> str:
    path = re.sub(r"/(counties|topics)/[\w-]+/", r"/\1/x/", path)
    path = re.sub(r"=[^&]*", "=", path)
    return re.sub(r"\d+", "0", path)


def _open(site: str, path: str) -> str | None:
    quoted = urllib.request.quote(path, safe="/?=&%#-._~")
    try:
        with urllib.request.urlopen(site + quoted, timeout=30) as answer:  # noqa: S310
            html, kind = answer.read(), answer.headers.get_content_type()
    except urllib.error.HTTPError as error:
        html, kind = error.read(), error.headers.get_content_type()
    return html.decode() if kind == "text/html" else None


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
