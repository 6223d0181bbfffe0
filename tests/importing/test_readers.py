"""Readers during an import: every answer is whole, and of one moment."""

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from itertools import cycle
from pathlib import Path

import pytest

from .pages import write_page
from .test_killed import ROOT, Archive

PAGES = 8
SECONDS = 12
PAGE = """\
湘江晚报
2019年5月6日 星期一 {title}


石峰区修好{count}条背街小巷

本报讯（记者 {name}）昨日，石峰区响石岭街道的{count}条小巷铺上了新{stuff}。
这是第{number}处，工程历时两个月，惠及居民四百余户。

---

攸县早稻插秧过半

本报讯（记者 {name}）截至5月5日，攸县第{number}片早稻已插秧二十一万亩。
县农业农村局派出六支队伍到田间指导，带去了{stuff}样品。
"""
MORE = """
---

{title}读者来信选登

本报讯（记者 {name}）第{number}位读者来信说，石峰区的小巷好走多了，用的是{stuff}。
编辑部已经把来信转给了施工队伍。
"""
OLD = {"count": "三", "name": "钟晓岚", "stuff": "沥青", "title": "综合新闻"}
NEW = {"count": "四", "name": "贺立新", "stuff": "青砖", "title": "民生新闻"}

# Imports one edition after the other for as long as the test reads, as an operator would.
WRITER = """
import sys, django
django.setup()
from django.core.management import call_command
print("started", flush=True)
while True:
    for folder in sys.argv[1:]:
        call_command("import_pages", folder, workers=1, verbosity=0)
"""


def editions(folder: Path) -> list[Path]:
    """The same pages read twice: other words everywhere, and in one an article more."""
    for name, words, text in (("old", OLD, PAGE), ("new", NEW, PAGE + MORE)):
        for number in range(1, PAGES + 1):
            write_page(
                folder / name, f"2019-05-06_{number:02}.txt", text.format(number=number, **words)
            )
    return [folder / "old", folder / "new"]


class Site:
    """The site as it is served: gunicorn over an archive that others write to."""

    def __init__(self, archive: Archive):
        assert archive.run("collectstatic", "--noinput").returncode == 0
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.log = archive.home / "site.log"
        bind = f"127.0.0.1:{self.port}"
        self.process = started(
            archive, self.log, "gunicorn", "zzarchive.wsgi", "--bind", bind, "--threads", "2"
        )

    def get(self, path: str) -> tuple[int, str]:
        address = f"http://127.0.0.1:{self.port}{urllib.parse.quote(path, safe='/?=')}"
        try:
            with urllib.request.urlopen(address, timeout=30) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def wait(self) -> None:
        for _attempt in range(100):
            try:
                if self.get("/healthz")[0] == 200:
                    return
            except OSError:
                time.sleep(0.2)
        pytest.fail(self.log.read_text())


def started(archive: Archive, log: Path, module: str, *arguments) -> subprocess.Popen:
    kept = {k: v for k, v in os.environ.items() if k in {"PATH", "HOME", "LANG"}}
    settings = {"ZZARCHIVE_HOME": str(archive.home), "DJANGO_SETTINGS_MODULE": "zzarchive.settings"}
    how = ["-c", WRITER] if module == "writer" else ["-m", module]
    with log.open("w") as out:
        return subprocess.Popen(
            [sys.executable, *how, *map(str, arguments)],
            cwd=ROOT,
            env={**kept, **settings},
            stdout=out,
            stderr=subprocess.STDOUT,
        )


@pytest.fixture
def site(tmp_path):
    """A site whose archive is imported anew all the time; says who reads and who writes."""
    folders = editions(tmp_path / "pages")
    archive = Archive(tmp_path / "home")
    assert archive.run("import_pages", folders[0]).returncode == 0
    site = Site(archive)
    processes = [site.process]
    try:
        site.wait()
        writer = started(archive, archive.home / "writer.log", "writer", *folders)
        processes.append(writer)
        yield site
        assert writer.poll() is None, (archive.home / "writer.log").read_text()
    finally:
        for process in processes:
            process.kill()
            process.wait()


def of_one_edition(text: str) -> bool:
    """Whether an article's words are all the old ones or all the new ones."""
    return any(
        not any(word in text for word in other) and all(word in text for word in words)
        for words, other in (
            ((OLD["name"], OLD["stuff"]), (NEW["name"], NEW["stuff"])),
            ((NEW["name"], NEW["stuff"]), (OLD["name"], OLD["stuff"])),
        )
    )


def whole_article(text: str) -> str:
    told = json.loads(text)
    if told.get("error") == "gone":
        return ""
    shown = json.dumps([told["bylines"], told["body"]], ensure_ascii=False)
    return "" if of_one_edition(shown) else f"two editions in one article: {shown}"


def whole_list(text: str) -> str:
    told = json.loads(text)
    counted = len(told["results"])
    return "" if told["total"] == counted else f"{told['total']} counted, {counted} shown"


def whole_page(text: str) -> str:
    """One 版 of the issue: its articles are of one edition, and there are as many as it has."""
    told = json.loads(text)
    names = {one["name"] for article in told["results"] for one in article["bylines"]}
    wanted = {OLD["name"]: 2, NEW["name"]: 3}
    if len(names) == 1 and wanted[names.pop()] == told["total"] == len(told["results"]):
        return ""
    return f"{told['total']} articles of {[one['bylines'] for one in told['results']]}"


def whole_html(text: str) -> str:
    return "" if text.rstrip().endswith("</html>") else "half a page"


READ = (
    *(("/", whole_html), ("/2019/05/06/", whole_html), ("/changes/", whole_html)),
    *((f"/articles/{pk}.json", whole_article) for pk in range(1, 5)),
    ("/articles/1/", whole_html),
    ("/2019/05/06/02.json", whole_page),
    ("/2019/05/06/03.json", whole_page),
    ("/counties/youxian.json", whole_list),
    ("/search.json?q=插秧", whole_list),
    ("/search/?q=小巷", whole_html),
    ("/reporters/", whole_html),
)


@pytest.mark.slow
def test_readers_during_an_import_see_whole_pages_of_one_moment(site):
    wrong, seen, until = [], set(), time.monotonic() + SECONDS
    for path, check in cycle(READ):
        status, text = site.get(path)
        allowed = {200, 410} if path.startswith("/articles/") else {200}
        fault = check(text) if status in allowed else f"status {status}"
        wrong += [f"{path}: {fault}"] if fault else []
        seen |= set(re.findall(f"{OLD['stuff']}|{NEW['stuff']}", text))
        if time.monotonic() > until and path == READ[-1][0]:
            break
    assert not wrong, "\n".join(wrong[:20])
    assert seen == {OLD["stuff"], NEW["stuff"]}, "both editions were read"
